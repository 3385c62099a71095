package io.orderweave.examples.shop.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopConfigTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ALLEGRO_CLIENT_ID", "an id",
            "ALLEGRO_CLIENT_SECRET", "a secret",
            "INPOST_ORGANIZATION", "4711",
            "INPOST_TOKEN", "a token",
            "BANK_MAIL_ADDRESS", "bank-7f3a9c1e5b8d2046a1c3e5f7@shop.example");

    @TempDir
    Path folder;

    @Test
    void readsTheSampleConfiguration() {
        ShopConfig config = ShopConfig.read(Path.of("shop.properties"), ENVIRONMENT::get);

        assertThat(config.database()).isInstanceOf(DatabaseConfig.Sqlite.class);
        assertThat(config.seller().series()).hasSize(3);
        assertThat(config.connections())
                .extracting(ConnectionConfig::id)
                .containsExactly(new ConnectionId("allegro"), new ConnectionId("inpost"), new ConnectionId("fio"));
        assertThat(config.rules().rules()).isNotEmpty();
        ConnectionConfig.Channel allegro =
                (ConnectionConfig.Channel) config.connections().get(0);
        assertThat(allegro.statuses().inbound()).containsEntry("SENT", new StatusId("shipped"));
        assertThat(allegro.connection().settings().get("client.secret")).isEqualTo("a secret");
    }

    /** What is commented out in the sample is either a default or allowed: a reader may take any line in. */
    @Test
    void everyLineThatTheSampleCommentsOutMayBeTakenIn() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("shop.properties"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("database = "))
                .map(line -> line.matches("#[a-z][^ ]* = .*") ? line.substring(1) : line)
                .toList();
        Path file = folder.resolve("shop.properties");
        Files.write(file, lines, StandardCharsets.UTF_8);
        Files.copy(Path.of("rules.json"), folder.resolve("rules.json"));
        Map<String, String> more = Map.of(
                "SHOP_DATABASE_PASSWORD", "x",
                "SHOP_KEY", "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "KAUFLAND_CLIENT_KEY", "a key",
                "KAUFLAND_SECRET_KEY", "a secret",
                "MERCHANTPRO_API_KEY", "a key",
                "MERCHANTPRO_API_SECRET", "a secret");

        ShopConfig config = ShopConfig.read(file, name -> more.getOrDefault(name, ENVIRONMENT.get(name)));

        assertThat(config.database()).isInstanceOf(DatabaseConfig.Postgres.class);
        assertThat(config.keys().current()).contains("k1");
        assertThat(config.connections())
                .extracting(connection -> connection.id().value())
                .containsExactly("allegro", "kaufland", "merchantpro", "inpost", "fio");
        assertThat(config.toString()).doesNotContain("a secret");
    }

    @Test
    void namesEveryMistakeWithFileLineKeyAndWhatWasExpected() throws IOException {
        Path file = write("""
                # a comment that ends in \\
                database = oracle:shop
                seller.name = Shop
                seller.zone = Warsaw
                seller.language = la
                seller.contry = PL
                series.invoices.kind = bill
                connection.a.type = allegri
                connection.b.type = inpost
                connection.b.set.organization.id = 1
                connection.b.mode = on
                connection.c.type = allegro
                connection.c.status.in.SENT = shiped
                connection.c.set.client.id = ${NOBODY_SETS_THIS}
                connection.c.set.page.size = many
                seller.name = Again
                """);

        String message = catchThrowableOfType(ConfigException.class, () -> ShopConfig.read(file, ENVIRONMENT::get))
                .getMessage();

        assertThat(String.valueOf(message).lines())
                .allMatch(line -> line.startsWith(file.toString()))
                .anyMatch(line -> line.contains("line 2, database: expected sqlite:FILE or jdbc:postgresql:"))
                .anyMatch(line -> line.contains("line 4, seller.zone: expected a time zone"))
                .anyMatch(line -> line.contains("line 5, seller.language: expected one of cs, de"))
                .anyMatch(line -> line.contains("line 6, seller.contry: is not a key of this file")
                        && line.contains("did you mean seller.country?"))
                .anyMatch(line -> line.contains("seller.street is missing"))
                .anyMatch(line -> line.contains("line 7, series.invoices.kind: expected one of"))
                .anyMatch(line -> line.contains("series.invoices.mask is missing"))
                .anyMatch(
                        line -> line.contains("line 8, connection.a.type: expected one of") && line.contains("allegro"))
                .anyMatch(line -> line.contains("connection.b.set.token is missing"))
                .anyMatch(line -> line.contains("line 11, connection.b.mode: expected one of [OFF, OBSERVE, LIVE]"))
                .anyMatch(line -> line.contains("line 13, connection.c.status.in.SENT: expected one of the statuses"))
                .anyMatch(line -> line.contains(
                        "line 14, connection.c.set.client.id: expected the environment to have" + " NOBODY_SETS_THIS"))
                .anyMatch(line -> line.contains("line 15, connection.c.set.page.size: expected a whole number"))
                .anyMatch(line -> line.contains("line 16, seller.name: stands in line 3 already"));
    }

    @Test
    void neverShowsAValueThatMayBeASecret() throws IOException {
        Path file = write("connection.b.type = inpost\nconnection.b.set.tokem = hunter2\nencryption.key = hunter2\n");

        assertThatThrownBy(() -> ShopConfig.read(file, ENVIRONMENT::get)).hasMessageNotContaining("hunter2");
    }

    @Test
    void saysWhereAFileOfRulesIsWrong() throws IOException {
        Files.writeString(
                folder.resolve("rules.json"), "{\"version\": 1, \"rules\": [{\"id\": \"a\", \"onn\": \"x\"}]}");
        Path file = write("rules = rules.json\n");

        assertThatThrownBy(() -> ShopConfig.read(file, ENVIRONMENT::get))
                .hasMessageContaining("line 1, rules: ")
                .hasMessageContaining("onn");
    }

    @Test
    void saysWhichSettingAConnectorRefusesThatIsOfTheRightType() throws IOException {
        Path file = write("""
                connection.m.type = merchantpro
                connection.m.set.shop.url = https://www.shop.example
                connection.m.set.api.key = key
                connection.m.set.api.secret = hunter2
                connection.m.set.currency = lei
                connection.p.type = inpost
                connection.p.set.token = hunter2
                connection.p.set.organization.id = 1
                connection.p.set.parcel.template = enormous
                """);

        assertThatThrownBy(() -> ShopConfig.read(file, ENVIRONMENT::get))
                .hasMessageContaining("line 5, connection.m.set.currency: expected an ISO 4217 code such as RON")
                .hasMessageContaining("line 9, connection.p.set.parcel.template: expected small, medium or large")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void putsTheEnvironmentAnywhereInAValue() throws IOException {
        Path file = write("database = jdbc:postgresql://${SHOP_HOST}:5432/${SHOP_DATABASE}\n"
                + Files.readString(Path.of("shop.properties")).replaceFirst("(?m)^database = .*$", ""));
        Files.copy(Path.of("rules.json"), folder.resolve("rules.json"));
        Map<String, String> more = Map.of("SHOP_HOST", "db.example", "SHOP_DATABASE", "a$1${b}");

        ShopConfig config = ShopConfig.read(file, name -> more.getOrDefault(name, ENVIRONMENT.get(name)));

        assertThat(config.database())
                .isEqualTo(new DatabaseConfig.Postgres(
                        "jdbc:postgresql://db.example:5432/a$1${b}", Optional.empty(), Optional.empty()));
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> ShopConfig.read(folder.resolve("none.properties"), ENVIRONMENT::get))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.properties: there is no such file")
                .hasMessageNotContaining("missing");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("shop.properties"), text);
    }
}
