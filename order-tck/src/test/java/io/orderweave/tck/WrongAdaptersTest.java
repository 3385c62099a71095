package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderweave.store.memory.MemoryStores;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit is proven by adapters that are wrong in one thing: each must be caught by the tests that docs/store-kit.md names. */
class WrongAdaptersTest {

    private static final Path PAGE = Path.of("../docs/store-kit.md");

    @ParameterizedTest
    @EnumSource
    void theRightAdapterPasses(KitGroup group) {
        KitRun outcome = group.run(clock -> AssembledStores.of(MemoryStores.create(clock)));

        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.passed()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongAdapters")
    void isCaughtByTheTestsThePageNames(WrongAdapter wrong) {
        List<String> named =
                KitPage.read(PAGE).row(wrong.name(), wrong.group().title()).tests();

        KitRun outcome = wrong.group().run(wrong::create);

        assertThat(named).isNotEmpty();
        assertThat(outcome.failed()).containsAll(named);
        assertThat(outcome.passed()).as("it is wrong in one thing").isNotEmpty();
    }

    @Test
    void thePageListsEveryWrongAdapter() {
        assertThat(KitPage.read(PAGE).rows())
                .extracting(KitPage.Row::fault, KitPage.Row::does, KitPage.Row::group)
                .containsExactlyElementsOf(wrongAdapters()
                        .map(wrong ->
                                tuple(wrong.name(), wrong.does(), wrong.group().title()))
                        .toList());
    }

    @Test
    void everyGroupHasWrongAdapters() {
        assertThat(wrongAdapters().map(WrongAdapter::group)).contains(KitGroup.values());
        assertThat(wrongAdapters()).hasSizeGreaterThanOrEqualTo(25);
    }

    static Stream<WrongAdapter> wrongAdapters() {
        return Stream.of(
                        WrongTransactions.all(),
                        WrongRecordStores.all(),
                        WrongRecordBatches.all(),
                        WrongSearches.all(),
                        WrongJournals.all(),
                        WrongEffectStores.all(),
                        WrongSeries.all(),
                        WrongLeases.all(),
                        WrongBlobs.all())
                .flatMap(List::stream);
    }
}
