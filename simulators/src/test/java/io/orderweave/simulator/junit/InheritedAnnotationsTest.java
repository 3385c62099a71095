package io.orderweave.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a base class asks for, the classes that extend it get, unless they ask for it otherwise. */
@WithKaufland(storefronts = KauflandStorefront.PL)
class InheritedAnnotationsTest extends SimulatorsBase {

    @Test
    void aClassHasTheSimulatorsOfTheClassItExtends(AllegroSimulator allegro, MerchantProSimulator shop) {
        assertThat(allegro.counters().forms()).isEmpty();
        assertThat(shop.counters().orders()).isEmpty();
    }

    @Test
    void aClassHasTheTimeOfTheClassItExtends(SimulatorClock clock) {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void aClassOwnAnnotationStandsInForTheOneItInherits(KauflandSimulator kaufland) {
        assertThat(kaufland.buyers().place(mug(KauflandStorefront.PL))).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> kaufland.buyers().place(mug(KauflandStorefront.DE)));
    }

    private static KauflandOrderScript mug(KauflandStorefront storefront) {
        return KauflandOrderScript.builder()
                .storefront(storefront)
                .addItems(KauflandItem.of("MUG", "Tasse", 1, "12.99"))
                .build();
    }
}

@WithAllegro
@WithKaufland
@WithMerchantPro
@SimulatedTime("2026-11-21T10:00:00Z")
abstract class SimulatorsBase {}
