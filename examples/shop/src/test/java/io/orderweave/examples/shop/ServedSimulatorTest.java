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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The way of docs/shop.md for those without an account: the lines that the simulators' own program prints, the sample's tables, and a set of
 * rules that wants no courier.
 */
class ServedSimulatorTest {

    private static final String ORDER = "# Order ";
    private static final Path PAGE = Path.of("../../docs/shop.md");
    private static final Pattern WITHOUT = Pattern.compile("grep -vE '(.+)' examples/shop/shop.properties");
    private static final Pattern RULES = Pattern.compile("cp examples/shop/(sets/\\S+) my-shop/rules.json");

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
            configure(sampleOf(marketplace), printed);
            assertThat(shop("probe")).contains(marketplace + ": connected");

            assertThat(shop("run", "--once", "--wait=0s")).contains(marketplace + ": 2 new");

            assertThat(shop("orders")).contains("2 orders").contains(orders(printed));
            assertThat(shop("effects", "--kind=invoice", "--state=done")).contains("/invoice/final/1");
            assertThat(shop("rules", "lint")).doesNotContain("ERROR");
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

    /** The sample's lines with the tables of a marketplace, whose connection itself is left out: the printed lines replace it. */
    private static List<String> sampleOf(String marketplace) throws IOException {
        return marketplace.equals("allegro")
                ? byThePage()
                : SampleConfig.read().takeIn("connection." + marketplace + ".").lines().stream()
                        .filter(line -> !line.startsWith("connection.")
                                || line.matches("connection\\." + marketplace + "\\.(?!type|set).*"))
                        .toList();
    }

    private static List<String> byThePage() throws IOException {
        Pattern without = Pattern.compile(onThePage(WITHOUT));
        return Files.readAllLines(Path.of("shop.properties")).stream()
                .filter(line -> !without.matcher(line).find())
                .toList();
    }

    private static String onThePage(Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(PAGE));
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private void configure(List<String> sample, List<String> connection) throws IOException {
        List<String> lines = new ArrayList<>(sample);
        lines.addAll(connection);
        Files.write(folder.resolve("shop.properties"), lines);
        Files.copy(Path.of(onThePage(RULES)), folder.resolve("rules.json"));
    }

    /** Runs a command that must succeed. Returns what it printed. */
    private String shop(String... command) {
        Program.Result result = new Program(folder.resolve("shop.properties"), Time.real(), Map.of()).run(command);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result.out();
    }
}
