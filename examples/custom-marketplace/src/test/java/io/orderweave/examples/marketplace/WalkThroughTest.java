package io.orderweave.examples.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/write-a-connector.md shows and says of the connector is so. */
class WalkThroughTest {

    private static final Path GUIDE = Path.of("../../docs/write-a-connector.md");
    private static final Path CODE = Path.of("src");
    private static final Path CONNECTOR = Path.of("src/main/java");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROPERTIES = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("\\s*|import .*|package .*|\\s*(//|/\\*|\\*).*");

    @Test
    void everyBlockStandsInTheExample() {
        List<String> code = sources(CODE).map(WalkThroughTest::unindented).toList();

        assertThat(BLOCK.matcher(read(GUIDE)).results().map(block -> unindented(block.group(1))))
                .hasSizeGreaterThan(9)
                .allSatisfy(block -> assertThat(code).anyMatch(source -> source.contains(block)));
    }

    @Test
    void theLoggerThatTheKitNeedsIsTheExamples() {
        String properties = read(Path.of("src/test/resources/simplelogger.properties"));

        assertThat(PROPERTIES.matcher(read(GUIDE)).results().map(block -> block.group(1)))
                .singleElement()
                .satisfies(block -> assertThat(properties).contains(block));
    }

    @Test
    void theConnectorHasLessThan300LinesOfCode() {
        assertThat(sources(CONNECTOR)
                        .flatMap(String::lines)
                        .filter(line -> !NO_CODE.matcher(line).matches()))
                .hasSizeBetween(100, 299);
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(WalkThroughTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
