package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process that is told to end, by SIGTERM. */
class StopTest {

    /** What Java tells the shell of a process that SIGTERM ended, after its hooks have run. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    private SimulatedShop shop;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
        shop.buyMug();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRunningShopClosesCleanlyWhenItIsToldToEnd() throws IOException, InterruptedException {
        List<String> after = printedAfterTheSignal("running", "run");

        assertThat(after).contains("stopped");
        assertThat(shop.run("effects", "--state=claimed").out()).startsWith("0 effects");
    }

    @Test
    void aSingleRunThatWaitsEndsAtOnceWhenItIsToldToEnd() throws IOException, InterruptedException {
        List<String> after = printedAfterTheSignal("waiting until", "run", "--once", "--wait=10m");

        assertThat(after).anyMatch(line -> line.startsWith("pending: order/"));
        assertThat(shop.run("effects", "--state=claimed").out()).startsWith("0 effects");
    }

    /** Tells the program to end when it has printed something, and returns what it prints from then on. */
    private List<String> printedAfterTheSignal(String printed, String... arguments)
            throws IOException, InterruptedException {
        Process process = shop.start(Map.of(), arguments);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.contains(printed)) {
                line = out.readLine();
            }
            assertThat(line).contains(printed);

            process.toHandle().destroy();

            List<String> after = out.lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            return after;
        } finally {
            process.destroyForcibly();
        }
    }
}
