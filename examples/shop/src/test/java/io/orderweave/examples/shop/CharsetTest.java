package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process in a pipe of a machine that knows no language: a cron job, a container. */
class CharsetTest {

    @TempDir
    Path folder;

    @Test
    void whatIsPrintedIsUtf8WhateverThePlatformSays() throws IOException {
        try (SimulatedShop shop = new SimulatedShop(folder)) {
            shop.allegro()
                    .buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .addLines(AllegroLine.of("16001", "LODZ", "Plakat Łódź", 1, "29.90"))
                            .build());
            shop.run("run", "--once", "--wait=0s");

            JsonNode orders = new ObjectMapper().readTree(printed(shop));

            assertThat(orders.at("/0/lines/0/name").asText()).isEqualTo("Plakat Łódź");
        }
    }

    private static byte[] printed(SimulatedShop shop) throws IOException {
        Process process = shop.start(Map.of("LC_ALL", "C"), "orders", "--json");
        try (InputStream out = process.getInputStream()) {
            return out.readAllBytes();
        } finally {
            process.destroyForcibly();
        }
    }
}
