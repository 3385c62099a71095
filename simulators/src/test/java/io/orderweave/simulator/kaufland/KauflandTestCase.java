package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.SimulatorClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A running simulator at a fixed moment and an application that has the keys. */
abstract class KauflandTestCase {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final SimulatorClock clock = SimulatorClock.at(START);
    final KauflandSimulator kaufland = settings().start();
    final KauflandClient client = new KauflandClient(kaufland, clock);

    KauflandSettings.Builder settings() {
        return KauflandSimulator.builder(KauflandClient.KEY, KauflandClient.SECRET)
                .storefronts(List.of(KauflandStorefront.DE, KauflandStorefront.SK))
                .clock(clock);
    }

    static KauflandOrderScript mugs() {
        return KauflandOrderScript.builder()
                .addItems(KauflandItem.of("TAS", "Tasse", 2, "12.99"))
                .build();
    }

    static KauflandOffer offer(String sku) {
        return KauflandOffer.builder()
                .offerId(sku)
                .title("Ware " + sku)
                .ean("4006381333931")
                .price(new BigDecimal("9.99"))
                .amount(3)
                .build();
    }

    long unit(String orderId, int index) {
        return kaufland.counters().order(orderId).unitIds().get(index);
    }

    @AfterEach
    void close() {
        kaufland.close();
    }
}
