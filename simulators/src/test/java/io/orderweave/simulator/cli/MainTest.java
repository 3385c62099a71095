package io.orderweave.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.TestHttp;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @TempDir
    Path folder;

    /** What a run printed and ended with. */
    private record Ended(int code, String out, String err) {

        List<String> orders() {
            return out.lines().filter(line -> line.startsWith("# Order ")).toList();
        }

        Properties settings() throws Exception {
            Properties settings = new Properties();
            settings.load(new StringReader(out));
            return settings;
        }
    }

    private static Ended stoppedAtOnce(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments, print(out), print(err), new CountDownLatch(0));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"allegro, auth.url, 7", "kaufland, secret.key, 4", "merchantpro, currency, 4"})
    void whatItPrintsAreTheSettingsOfAConnection(String marketplace, String key, int settings) throws Exception {
        Ended ended = stoppedAtOnce(marketplace);

        assertThat(ended.code()).isZero();
        assertThat(ended.settings())
                .hasSize(settings + 1)
                .containsEntry("connection." + marketplace + ".type", marketplace)
                .containsKey("connection." + marketplace + ".set." + key);
        assertThat(ended.orders()).hasSize(3).doesNotHaveDuplicates();
        assertThat(ended.out()).endsWith("# Stopped.\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void aStateFileIsGoneOnFrom() throws Exception {
        String state = folder.resolve("kaufland.json").toString();

        List<String> first =
                stoppedAtOnce("kaufland", "--orders", "4", "--state", state).orders();
        List<String> second =
                stoppedAtOnce("kaufland", "--state", state, "--orders", "1").orders();

        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(second);
        try (KauflandSimulator kept = KauflandSimulator.builder("any", "any")
                .stateFile(Path.of(state))
                .start()) {
            assertThat(kept.counters().orders()).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''                        ; no marketplace is named, expected one of allegro|kaufland|merchantpro",
                "ebay                      ; unknown marketplace ebay, expected one of allegro|kaufland|merchantpro",
                "allegro --prot 1          ; unknown option --prot",
                "allegro --port            ; --port has no value, expected a number from 0 to 65535",
                "allegro --port 65536      ; --port is 65536, expected a number from 0 to 65535",
                "allegro --orders -1       ; --orders is -1, expected a number from 0 to 10000",
                "kaufland --state          ; --state has no value, expected a file"
            })
    void wrongArgumentsAreNamedWithWhatWasExpected(String line, String message) throws Exception {
        Ended ended = stoppedAtOnce(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).startsWith(message).anyMatch(help -> help.startsWith("usage: "));
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void helpIsTheUsage() throws Exception {
        Ended ended = stoppedAtOnce("--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("usage: (allegro|kaufland|merchantpro)")
                .contains("--port", "--orders");
    }

    @Test
    void theDocumentedUsageIsTheProgramsOwn() throws Exception {
        assertThat(Files.readString(Path.of("../docs/simulators.md")))
                .contains("```text\n" + Arguments.USAGE + "\n```");
    }

    @Test
    void aTakenPortAndAForeignStateFileAreFailures() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.json"), "no JSON");
        try (KauflandSimulator running =
                KauflandSimulator.builder("key", "secret").start()) {
            String port = Integer.toString(URI.create(running.baseUrl()).getPort());

            Ended taken = stoppedAtOnce("allegro", "--port", port);

            assertThat(taken.code()).isEqualTo(1);
            assertThat(taken.err()).startsWith("allegro cannot be simulated: ").contains("in use");
        }
        Ended unread = stoppedAtOnce("allegro", "--state", foreign.toString());

        assertThat(unread.code()).isEqualTo(1);
        assertThat(unread.err()).startsWith("allegro cannot be simulated: Not a state file");
    }

    @Test
    void itServesUntilItIsToldToEndAndThenSaysSo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "merchantpro")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            String line = out.readLine();
            while (line != null && !line.startsWith("# Running")) {
                lines.add(line);
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            String url = lines.stream()
                    .filter(text -> text.startsWith("connection.merchantpro.set.shop.url = "))
                    .map(text -> text.substring(text.indexOf('=') + 2))
                    .findFirst()
                    .orElseThrow();
            assertThat(new TestHttp().send("GET", url + "/api/v2/orders", "").status())
                    .isEqualTo(401);

            process.toHandle().destroy();

            assertThat(out.lines()).containsExactly("# Stopped.");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrongArgumentsEndTheProcessWithTwo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "ebay")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }
}
