package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.TestHttp.Reply;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledSimulatorTest {

    private static final String MEDIA_TYPE = "application/vnd.allegro.public.v1+json";

    @TempDir
    Path folder;

    private final TestHttp http = new TestHttp();

    @Test
    void whatWasAnsweredBeforeTheKillIsThereAfterIt() throws Exception {
        Path stateFile = folder.resolve("allegro.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSimulator.class.getName(),
                        stateFile.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] said;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = out.readLine().split(" ", -1);
            String url = said[0] + "/order/checkout-forms/" + said[1] + "/shipments";
            assertThat(post(url, said[2]).status()).isEqualTo(201);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        try (AllegroSimulator again = AllegroSimulator.builder("client", "secret")
                .port(URI.create(said[0]).getPort())
                .stateFile(stateFile)
                .start()) {
            assertThat(again.baseUrl()).isEqualTo(said[0]);
            assertThat(again.counters().form(said[1]).shipmentsByWaybill()).containsExactly(Map.entry("13500", 1));
        }
    }

    private Reply post(String url, String token) throws Exception {
        return http.send(
                "POST",
                url,
                "{\"carrierId\":\"DPD\",\"waybill\":\"13500\"}",
                "User-Agent",
                "Tests/1.0.0 (+https://shop.example)",
                "Authorization",
                "Bearer " + token,
                "Accept",
                MEDIA_TYPE,
                "Content-Type",
                MEDIA_TYPE);
    }
}
