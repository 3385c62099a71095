package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    @TempDir
    Path folder;

    @Test
    void aRunningShopClosesCleanlyWhenItIsToldToEnd() throws IOException, InterruptedException {
        try (SimulatedShop shop = new SimulatedShop(folder)) {
            shop.buyMug();
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Shop.class.getName(),
                            "run",
                            "--config",
                            shop.config().toString()))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = process.inputReader()) {
                String line = out.readLine();
                while (line != null && !line.contains("running")) {
                    line = out.readLine();
                }
                assertThat(line).contains("running");

                process.toHandle().destroy();

                assertThat(out.lines()).anyMatch(text -> text.contains("stopped"));
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(shop.run("effects", "--state=claimed").out()).isEmpty();
        }
    }
}
