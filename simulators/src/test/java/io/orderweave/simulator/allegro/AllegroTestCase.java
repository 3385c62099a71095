package io.orderweave.simulator.allegro;

import io.orderweave.simulator.SimulatorClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A running simulator at a fixed moment and an application that has access. */
abstract class AllegroTestCase {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final SimulatorClock clock = SimulatorClock.at(START);
    final AllegroSimulator allegro = settings().start();
    final AllegroClient client = new AllegroClient(allegro);

    AllegroSettings.Builder settings() {
        return AllegroSimulator.builder(AllegroClient.ID, AllegroClient.SECRET).clock(clock);
    }

    static AllegroOrderScript mugs() {
        return AllegroOrderScript.builder()
                .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 2, "24.90"))
                .build();
    }

    static AllegroOrderScript teapot() {
        return AllegroOrderScript.builder()
                .addLines(AllegroLine.of("16002", "TEAPOT", "Imbryk", 1, "89.00"))
                .build();
    }

    @AfterEach
    void close() {
        allegro.close();
    }

    static String form(String formId) {
        return "/order/checkout-forms/" + formId;
    }
}
