package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulators' own program prints are lines that the shop takes as they are. */
class ServedSimulatorTest {

    private static final String ORDER = "# Order ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"allegro", "kaufland", "merchantpro"})
    void theShopConnectsToAServedSimulator(String marketplace) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        marketplace,
                        "--orders",
                        "2")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> printed = untilItRuns(out);
            configure(printed);

            assertThat(shop("run", "--once", "--wait=0s")).contains(marketplace + ": 2 new");

            assertThat(shop("orders")).contains("2 orders").contains(orders(printed));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> untilItRuns(BufferedReader out) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = out.readLine();
        while (line != null && !line.startsWith("# Running")) {
            lines.add(line);
            line = out.readLine();
        }
        assertThat(line).as("runs after %s", lines).isNotNull();
        return lines;
    }

    private static List<String> orders(List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith(ORDER))
                .map(line -> line.substring(ORDER.length()))
                .toList();
    }

    private void configure(List<String> connection) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("shop.properties")).stream()
                .filter(line -> !line.startsWith("connection."))
                .map(line -> line.replace("sqlite:data/shop.db", "sqlite:shop.db"))
                .toList());
        lines.addAll(connection);
        Files.write(folder.resolve("shop.properties"), lines);
        Files.writeString(folder.resolve("rules.json"), "{\"version\": 1, \"rules\": []}");
    }

    /** Runs a command that must succeed. Returns what it printed. */
    private String shop(String... command) {
        Program.Result result = new Program(folder.resolve("shop.properties"), Time.real(), Map.of()).run(command);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result.out();
    }
}
