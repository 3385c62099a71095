package io.orderweave.examples.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderweave.tck.KitPage;
import io.orderweave.tck.KitRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit is proven by connectors that are wrong in one thing: each must be caught by the tests that docs/connector-kit.md names. */
class WrongConnectorsTest {

    private static final Path PAGE = Path.of("../../docs/connector-kit.md");

    @ParameterizedTest
    @MethodSource("wrongConnectors")
    void isCaughtByTheTestsThePageNames(WrongConnector wrong) {
        List<String> named =
                KitPage.read(PAGE).row(wrong.name(), wrong.group().title()).tests();

        KitRun outcome = Groups.run(wrong.group(), wrong.underTest());

        assertThat(outcome.failed()).containsAll(named);
        assertThat(outcome.passed()).as("it is wrong in one thing").isNotEmpty();
    }

    @Test
    void thePageListsEveryWrongConnector() {
        assertThat(KitPage.read(PAGE).rows())
                .extracting(KitPage.Row::fault, KitPage.Row::does, KitPage.Row::group)
                .containsExactlyElementsOf(wrongConnectors()
                        .map(wrong ->
                                tuple(wrong.name(), wrong.does(), wrong.group().title()))
                        .toList());
    }

    @Test
    void everyGroupHasWrongConnectors() {
        assertThat(wrongConnectors().map(WrongConnector::group)).contains(Groups.values());
        assertThat(wrongConnectors()).hasSizeGreaterThanOrEqualTo(120);
    }

    static Stream<WrongConnector> wrongConnectors() {
        return Stream.of(
                        WrongClaims.all(),
                        WrongFeeds.all(),
                        WrongOrders.all(),
                        WrongWrites.all(),
                        WrongDeeds.all(),
                        WrongReturns.all(),
                        WrongDecisions.all(),
                        WrongStock.all(),
                        WrongPrices.all(),
                        WrongCatalogs.all(),
                        WrongPushes.all(),
                        WrongManners.all())
                .flatMap(List::stream);
    }
}
