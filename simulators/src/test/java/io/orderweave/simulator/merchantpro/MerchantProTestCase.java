package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.SimulatorClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A running shop at a fixed moment and an application with its key. */
abstract class MerchantProTestCase {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final SimulatorClock clock = SimulatorClock.at(START);
    final MerchantProSimulator shop = settings().start();
    final MerchantProClient client = new MerchantProClient(shop.baseUrl());

    /** The clock stands still, so the limits are of no use here. */
    MerchantProSettings.Builder settings() {
        return MerchantProSimulator.builder(MerchantProClient.KEY, MerchantProClient.SECRET)
                .clock(clock)
                .requestsPerSecond(1_000)
                .requestsPerMinute(10_000);
    }

    static MerchantProOrderScript mugs() {
        return MerchantProOrderScript.builder()
                .addLines(MerchantProLine.of("125011", "CANA-ALB", "Cană albastră", 2, "24.90"))
                .build();
    }

    @AfterEach
    void close() {
        shop.close();
    }
}
