package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankPayment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("confirm the code (\\S+)");

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
    void probeTestsEveryConnection() {
        Program.Result probe = shop.run("probe");

        assertThat(probe.code()).as(probe.out()).isZero();
        assertThat(probe.out()).contains("allegro: connected").contains("inpost: connected");
    }

    @Test
    void probeSaysWhichConnectionIsRefused() {
        shop.allegro().accounts().revokeAll();

        Program.Result probe = shop.run("probe");

        assertThat(probe.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(probe.out()).contains("allegro: ").contains("inpost: connected");
        assertThat(probe.out() + probe.err()).doesNotContain("allegro-secret");
    }

    @Test
    void authLetsTheSellerInByHisBrowser() {
        shop.change(config -> config.remove("connection.allegro.set.refresh.token"));
        AtomicBoolean approved = new AtomicBoolean();

        Program.Result auth = shop.run(
                printed -> {
                    Matcher code = CODE.matcher(printed);
                    if (code.find() && approved.compareAndSet(false, true)) {
                        shop.allegro().accounts().approve(code.group(1));
                    }
                },
                "auth",
                "allegro");

        assertThat(auth.code()).as(auth.out() + auth.err()).isZero();
        assertThat(auth.out()).contains("confirm the code").contains("allegro: authorised");
        assertThat(shop.run("probe").out()).contains("allegro: connected");
    }

    @Test
    void authSaysWhatNeedsNone() {
        Program.Result auth = shop.run("auth", "inpost");

        assertThat(auth.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(auth.err()).contains("connection inpost needs no authorisation");
    }

    @Test
    void ordersAreListedAsJsonOfTheirSchema() throws IOException {
        shop.buyMug();
        shop.run("run", "--once", "--wait=0s");

        JsonNode orders = JSON.readTree(
                shop.run("orders", "--json", "--connection=allegro").out());

        assertThat(orders).hasSize(1);
        assertThat(new Schema(schema()).problems(orders)).isEmpty();
        assertThat(orders.get(0).at("/lines/0/sku").asText()).isEqualTo("MUG-BLUE");
        assertThat(JSON.readTree(
                        shop.run("orders", "--json", "--status=cancelled").out()))
                .isEmpty();
    }

    @Test
    void anOrderIsShownWithItsHistoryAndExplained() throws IOException {
        shop.buyMug();
        shop.run("run", "--once", "--wait=60s");
        String number = JSON.readTree(shop.run("orders", "--json").out())
                .get(0)
                .get("number")
                .asText();

        String order = shop.run("order", number).out();
        assertThat(order).contains("Kubek niebieski").contains("order.imported").contains("INVOICE FV");
        String invoice = order.lines()
                .filter(line -> line.contains("INVOICE FV"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        String effect = order.lines()
                .map(String::strip)
                .filter(line -> line.contains("/invoice/final/1 "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();

        assertThat(shop.run("why", effect).out()).contains("invoice-paid");
        assertThat(shop.run("why-not", number, "proforma").out()).contains("proforma-for-transfer");
        Path pdf = folder.resolve("invoice.pdf");
        assertThat(shop.run("document", invoice, "--pdf=" + pdf).code()).isZero();
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(shop.run("effects", "--state=done", "--kind=invoice").out()).contains(effect);
    }

    @Test
    void aBankMailPaysAnOrder() {
        shop.orderMugByTransfer();
        shop.run("run", "--once", "--wait=0s");

        Path mail = shop.bank()
                .deliver(BankMailLayout.FIO_LABELS, BankPayment.received("29.90", "CZK", "2400123459/2010", "1234567"));
        Program.Result imported = shop.run("mail", "import", mail.toString());

        assertThat(imported.out()).as(imported.err()).contains("1 mail taken, 1 new payment");
        assertThat(shop.run("mail", "import", mail.resolveSibling("").toString())
                        .out())
                .contains("0 mails taken, nothing new");
    }

    @Test
    void aPersonResolvesWhatIsInDoubt() {
        shop.buyMug();
        shop.inpost().faults().on("POST", ".*/shipments").once(Fault.cutAfterWrite());
        shop.inpost().faults().on("GET", ".*/shipments.*").always(Fault.status(503, Map.of(), "busy"));
        String doubt = shop.run("run", "--once", "--wait=0s")
                .out()
                .lines()
                .filter(line -> line.startsWith("in doubt: "))
                .map(line -> line.split(" ", 4)[2])
                .findFirst()
                .orElseThrow();

        Program.Result resolved = shop.run("resolve", doubt, "--as=absent");

        assertThat(resolved.code()).as(resolved.err()).isZero();
        assertThat(resolved.out()).contains(doubt + " PLANNED");
    }

    @Test
    void theSampleRulesHaveNoErrorAndAreRehearsedWithoutADifference() {
        shop.buyMug();
        shop.run("run", "--once", "--wait=60s");

        assertThat(shop.run("rules", "lint").code()).isZero();
        Program.Result same = shop.run("rules", "rehearse", "--from=2026-01-01T00:00:00Z");
        assertThat(same.out()).as(same.err()).contains("1 order").doesNotContain("more");
    }

    @Test
    void aChangedRuleIsRehearsedBeforeItIsUsed() throws IOException {
        shop.buyMug();
        shop.run("run", "--once", "--wait=60s");
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, "{\"version\": 2, \"rules\": []}");

        Program.Result rehearsed = shop.run("rules", "rehearse", changed.toString(), "--from=2026-01-01T00:00:00Z");

        assertThat(rehearsed.out()).as(rehearsed.err()).contains("invoice: 0 more, 1 fewer, 0 otherwise");
    }

    @Test
    void aWrongUseIsToldWithTheUsage() {
        Program.Result wrong = shop.run("resolve");

        assertThat(wrong.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(wrong.err()).contains("Missing required").contains("Usage: shop resolve");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(shop.run("order", "4711").err()).contains("no order has the id or number 4711");
        assertThat(shop.run("why", "order/x/invoice/final/1").code()).isEqualTo(ExitCodes.FAILED);
        assertThat(shop.run("why", "nonsense").err()).contains("an effect key is");
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Objects.requireNonNull(Shop.class.getResourceAsStream("orders.schema.json")));
    }
}
