package io.orderweave.simulator;

import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.nio.file.Path;

/** A process of its own that simulates Allegro until it is killed; says where, which order, and the token to use. */
final class KilledSimulator {

    private KilledSimulator() {}

    public static void main(String[] arguments) throws InterruptedException {
        AllegroSimulator allegro = AllegroSimulator.builder("client", "secret")
                .stateFile(Path.of(arguments[0]))
                .start();
        String formId = allegro.buyers()
                .placeReady(AllegroOrderScript.builder()
                        .addLines(AllegroLine.of("16001", "MUG", "Kubek", 1, "24.90"))
                        .build());
        System.out.println(
                allegro.baseUrl() + " " + formId + " " + allegro.accounts().mintAccessToken());
        Thread.currentThread().join();
    }
}
