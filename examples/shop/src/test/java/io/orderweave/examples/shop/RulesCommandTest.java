package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.event.Subject;
import io.orderweave.examples.shop.config.ShopConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and tables are looked at as often as one likes; what acts by them puts them in force. */
class RulesCommandTest {

    private static final String SINCE = "--from=2026-01-01T00:00:00Z";

    @TempDir
    Path folder;

    private SimulatedShop shop;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void lookingAtNewRulesAndTablesLeavesInForceWhatIs() throws IOException {
        shop.buyMug();
        shop.run("run", "--once", "--wait=60s");
        raiseVersions();
        shop.change(config -> config.set("seller.name", "Inny Sklep"));
        List<Integer> before = entries();

        assertThat(shop.run("rules", "rehearse", SINCE).code()).isZero();
        assertThat(shop.run("rules", "lint").out())
                .contains("version 2; version 1 is in force; the next run puts them in force");
        assertThat(shop.run("orders").out()).contains("1 order");
        assertThat(shop.run("probe").code()).isZero();

        assertThat(versionsInForce()).containsExactly(1, 1);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aRunPutsNewRulesAndTablesInForce() throws IOException {
        shop.run("run", "--once", "--wait=0s");
        raiseVersions();

        shop.run("run", "--once", "--wait=0s");

        assertThat(versionsInForce()).containsExactly(2, 2);
        assertThat(shop.run("rules", "lint").out()).contains("version 2, which is in force");
    }

    @Test
    void anImportOfMailsActsByTheFileToo() throws IOException {
        raiseVersions();

        assertThat(shop.run("mail", "import", folder.toString()).code()).isZero();

        assertThat(versionsInForce()).containsExactly(2, 2);
    }

    @Test
    void beforeTheFirstRunNothingIsInForce() {
        Program.Result lint = shop.run("rules", "lint");

        assertThat(lint.code()).as(lint.err()).isZero();
        assertThat(lint.out())
                .contains("0 findings")
                .contains("version 1; no rules are in force yet; the next run puts them in force");
        assertThat(shop.run("rules", "rehearse", SINCE).out()).contains("0 orders");
        assertThat(entries()).containsOnly(0);
        assertThat(shop.run("run", "--once", "--wait=0s").code()).isZero();
        assertThat(versionsInForce()).containsExactly(1, 1);
    }

    @Test
    void rulesThatCannotBeUsedAreErrors() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), """
                {"version": 2, "rules": [
                  {"id": "send", "on": "order.confirmed",
                    "then": [{"do": "create-shipment", "courier": "inpots", "parcel": {"weightGrams": 1000}}]},
                  {"id": "tell", "on": "order.confirmed", "then": [{"do": "set-status", "status": "shiped"}]}
                ]}
                """);

        Program.Result lint = shop.run("rules", "lint", wrong.toString());

        assertThat(lint.code()).isEqualTo(ExitCodes.LOOK);
        assertThat(lint.out().lines())
                .anyMatch(line -> line.startsWith("ERROR rule send: ") && line.contains("inpots"))
                .anyMatch(line -> line.startsWith("ERROR rule tell: ") && line.contains("shiped"))
                .anyMatch(line -> line.startsWith("2 errors"));
    }

    @Test
    void aVersionThatIsTakenByOtherContentIsAnError() throws IOException {
        shop.run("run", "--once", "--wait=0s");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"version\": 1, \"rules\": []}");

        Program.Result lint = shop.run("rules", "lint", other.toString());

        assertThat(lint.code()).isEqualTo(ExitCodes.LOOK);
        assertThat(lint.out())
                .contains("ERROR version 1 is stored with other content and cannot be put in force; raise the version");
    }

    @Test
    void lintGoesByTheTablesOfTheFile() throws IOException {
        shop.run("run", "--once", "--wait=0s");
        Path cheques = Files.writeString(folder.resolve("cheques.json"), """
                {"version": 2, "rules": [{
                  "id": "cheque", "on": "order.imported",
                  "when": {"if": "one-of", "field": "payment.method", "values": ["cheque"]},
                  "then": [{"do": "add-tag", "tag": "cheque"}]
                }]}
                """);
        assertThat(shop.run("rules", "lint", cheques.toString()).out()).contains("1 finding");

        shop.change(config -> config.set("mappings.version", 2).set("connection.allegro.payment.CHEQUE", "cheque"));

        assertThat(shop.run("rules", "lint", cheques.toString()).out()).contains("0 findings");
    }

    private void raiseVersions() throws IOException {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, Files.readString(rules).replace("\"version\": 1", "\"version\": 2"));
        shop.change(config -> config.set("mappings.version", 2));
    }

    /** Of the rules and of the tables. */
    private List<Integer> versionsInForce() {
        return inHub(hub -> List.of(
                hub.rules().current().version(), hub.mappings().current().version()));
    }

    /** How often the journal tells that a part of the configuration became another. */
    private List<Integer> entries() {
        return inHub(hub -> List.of("rules", "mappings", "sellers", "statuses").stream()
                .map(part -> hub.journal()
                        .history(Subject.configuration(part), 1, 100)
                        .size())
                .toList());
    }

    private <T> T inHub(Function<OrderHub, T> look) {
        ShopConfig config = ShopConfig.read(shop.config(), SimulatedShop.ENVIRONMENT::get);
        try (ShopHub open = ShopHub.open(config, shop.clock())) {
            return look.apply(open.hub());
        }
    }
}
