package io.orderweave.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithAllegro
@WithKaufland(storefronts = {KauflandStorefront.DE, KauflandStorefront.SK})
@SimulatedTime("2026-11-21T10:00:00Z")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorExtensionTest {

    private @Nullable AllegroSimulator taken;

    @BeforeEach
    void take(AllegroSimulator allegro) {
        assertThat(allegro).as("fresh, though the instance of the class is not").isNotSameAs(taken);
        taken = allegro;
    }

    @Test
    void aTestTakesWhatItsBeforeEachMethodTook(AllegroSimulator allegro) {
        assertThat(allegro).isSameAs(taken);
    }

    @Test
    void nothingOfAnotherTestIsLeft(AllegroSimulator allegro) {
        assertThat(allegro.counters().forms()).isEmpty();
        allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .addLines(AllegroLine.of("1", "MUG", "Kubek", 1, "20.00"))
                        .build());
    }

    @Test
    void nothingOfAnotherTestIsLeftWhicheverComesFirst(AllegroSimulator allegro) {
        nothingOfAnotherTestIsLeft(allegro);
    }

    @Test
    void timeIsTheTestsToMove(KauflandSimulator kaufland, SimulatorClock clock) {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        clock.advance(Duration.ofHours(2));

        assertThat(placedAt(kaufland, kaufland.buyers().place(mug(KauflandStorefront.SK))))
                .startsWith("2026-11-21T12:00:00");
    }

    @Test
    @SimulatedTime("2027-01-01T00:00:00Z")
    @WithKaufland(storefronts = KauflandStorefront.PL)
    void theMethodsAnnotationsStandInForTheClasses(KauflandSimulator kaufland) {
        assertThatIllegalArgumentException().isThrownBy(() -> kaufland.buyers().place(mug(KauflandStorefront.SK)));
        assertThat(placedAt(kaufland, kaufland.buyers().place(mug(KauflandStorefront.PL))))
                .startsWith("2027-01-01");
    }

    @Nested
    @WithMerchantPro
    class Within {

        @Test
        void theClassesAroundCountToo(MerchantProSimulator shop, KauflandSimulator kaufland, AllegroSimulator allegro) {
            assertThat(shop.counters().orders()).isEmpty();
            assertThat(kaufland.counters().orders()).isEmpty();
            assertThat(allegro).isSameAs(taken);
        }
    }

    private static KauflandOrderScript mug(KauflandStorefront storefront) {
        return KauflandOrderScript.builder()
                .storefront(storefront)
                .addItems(KauflandItem.of("MUG", "Tasse", 1, "12.99"))
                .build();
    }

    private static String placedAt(KauflandSimulator kaufland, String order) {
        StringBuilder moment = new StringBuilder();
        kaufland.buyers()
                .edit(
                        order,
                        document ->
                                moment.append(document.path("ts_created_iso").asText()));
        return moment.toString();
    }
}
