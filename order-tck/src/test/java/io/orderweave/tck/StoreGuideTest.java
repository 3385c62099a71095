package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/implement-the-stores.md says of the ports and shows of the in-memory adapter is so. */
class StoreGuideTest {

    private static final Path GUIDE = Path.of("../docs/implement-the-stores.md");
    private static final Path ADAPTER = Path.of("../order-core/src/main/java/io/orderweave/store/memory");
    private static final Path ITS_TEST = Path.of("src/test/java/io/orderweave/tck/MemoryStoresTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\d+) \\|");

    @Test
    void countsTheMethodsOfEachPort() {
        Map<String, Integer> methods = Stream.of(
                        Stores.class,
                        Transactor.class,
                        RecordStore.class,
                        JournalStore.class,
                        EffectStore.class,
                        SeriesStore.class,
                        LeaseStore.class,
                        BlobStore.class)
                .collect(Collectors.toMap(Class::getSimpleName, port -> port.getMethods().length));

        Map<String, Integer> said = ROW.matcher(read(GUIDE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));

        assertThat(said).isEqualTo(methods).contains(entry("BlobStore", 3));
    }

    @Test
    void everyBlockStandsInTheAdapter() throws IOException {
        try (Stream<Path> sources = Files.list(ADAPTER)) {
            List<String> code = Stream.concat(sources, Stream.of(ITS_TEST))
                    .map(StoreGuideTest::read)
                    .map(StoreGuideTest::unindented)
                    .toList();

            assertThat(BLOCK.matcher(read(GUIDE)).results().map(block -> unindented(block.group(1))))
                    .hasSize(7)
                    .allSatisfy(block -> assertThat(code).anyMatch(source -> source.contains(block)));
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
