package io.orderweave.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCE = Path.of("src/test/java/io/orderweave/examples/quickstart/FirstOrders.java");

    @Test
    void itsProgramIsTheOneThatIsCompiled() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);

        assertThat(block.find()).isTrue();
        assertThat(Files.readString(SOURCE)).endsWith(block.group(1));
        assertThat(block.find()).as("one program").isFalse();
    }

    @Test
    void itsProgramPrintsTheFirstOrder(@TempDir Path folder) throws IOException {
        try (AllegroSimulator allegro =
                AllegroSimulator.builder("client", "secret").start()) {
            String form = allegro.buyers()
                    .placeReady(AllegroOrderScript.builder()
                            .addLines(AllegroLine.of("1", "SKU-1", "Kubek", 2, "20.00"))
                            .build());

            String printed = run(settings(folder, allegro), folder.resolve("orders.sqlite"));

            assertThat(printed).contains(form, "PLN  new");
        }
    }

    @Test
    void hasExactlyTwoCommands() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section =
                readme.substring(readme.indexOf("\n## Two commands\n"), readme.indexOf("\n## Your first order\n"));

        assertThat(section.split("```sh\n", -1)).hasSize(3);
    }

    private static Path settings(Path folder, AllegroSimulator allegro) throws IOException {
        Properties settings = new Properties();
        settings.setProperty(AllegroConnectorFactory.API_URL, allegro.baseUrl());
        settings.setProperty(AllegroConnectorFactory.AUTH_URL, allegro.baseUrl());
        settings.setProperty(AllegroConnectorFactory.CLIENT_ID, "client");
        settings.setProperty(AllegroConnectorFactory.CLIENT_SECRET, "secret");
        settings.setProperty(AllegroConnectorFactory.APPLICATION_NAME, "FirstOrders");
        settings.setProperty(AllegroConnectorFactory.APPLICATION_VERSION, "1.0");
        settings.setProperty(AllegroConnectorFactory.APPLICATION_URL, "https://shop.example/orders");
        settings.setProperty(
                AllegroConnectorFactory.REFRESH_TOKEN, allegro.accounts().mintRefreshToken());
        Path file = folder.resolve("allegro.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    private static String run(Path settings, Path database) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FirstOrders.main(new String[] {settings.toString(), database.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
