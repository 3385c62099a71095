package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.order.Axes;
import io.orderweave.order.Phase;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankPayment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void authPollsOnWhenAllegroCannotAnswerForAWhile() {
        AtomicBoolean approved = new AtomicBoolean();

        Program.Result auth = shop.run(
                printed -> {
                    Matcher code = CODE.matcher(printed);
                    if (code.find() && approved.compareAndSet(false, true)) {
                        shop.allegro().accounts().approve(code.group(1));
                        shop.allegro()
                                .faults()
                                .on("POST", "/auth/oauth/token")
                                .times(3, Fault.status(503, Map.of(), "busy"));
                    }
                },
                "auth",
                "allegro");

        assertThat(auth.code()).as(auth.out() + auth.err()).isZero();
        assertThat(auth.out()).contains("allegro: authorised");
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
    void theSchemaKnowsEveryWordOfTheAxes() throws IOException {
        JsonNode order = schema().at("/$defs/order/properties");

        assertThat(words(order, "phase")).containsExactlyInAnyOrderElementsOf(names(Phase.values()));
        assertThat(words(order, "payment")).containsExactlyInAnyOrderElementsOf(names(Axes.PaymentState.values()));
        assertThat(words(order, "shipping")).containsExactlyInAnyOrderElementsOf(names(Axes.ShippingState.values()));
        assertThat(words(order, "documents")).containsExactlyInAnyOrderElementsOf(names(Axes.DocumentState.values()));
    }

    /** Readers of the JSON may check it against the schema; what is added later must not break them. */
    @Test
    void theSchemaLeavesRoomForParts() throws IOException {
        assertThat(schema().findValues("additionalProperties")).isEmpty();
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
        assertThat(order)
                .contains("Kubek niebieski")
                .contains("order.imported/1")
                .contains("order.status-changed/1 to packing");
        String invoice = order.lines()
                .filter(line -> line.contains("INVOICE  FV"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        String effect = order.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("DONE  ") && line.endsWith("/invoice/final/1"))
                .map(line -> line.substring("DONE  ".length()))
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
    void aMailThatIsNotBelievedIsListed() {
        Path mail = shop.bank()
                .deliver(BankMailLayout.FIO_LABELS, BankPayment.received("29.90", "CZK", "9999999999/2010", "1234567"));

        Program.Result imported = shop.run("mail", "import", mail.toString());

        assertThat(imported.code()).as(imported.out()).isEqualTo(ExitCodes.LOOK);
        assertThat(imported.out())
                .contains("1 mail taken, 1 in quarantine")
                .containsPattern("in quarantine: \\S+ fio ");
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

        assertThat(shop.run("resolve", doubt, "--as=done", "--reference=4711").err())
                .contains("does not tell what happened")
                .contains("the courier's shipment id, a space and the tracking number");
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
    void ordersStandInColumns() {
        shop.buyMug();
        shop.clock().advance(Duration.ofSeconds(1));
        shop.orderMugByTransfer();
        shop.run("run", "--once", "--wait=0s");

        List<String> lines = shop.run("orders").out().lines().toList();

        assertThat(lines).hasSize(4).last().isEqualTo("2 orders");
        int status = lines.get(0).indexOf("STATUS");
        assertThat(lines.get(1).substring(status)).startsWith("waiting ");
        assertThat(lines.get(2).substring(status)).startsWith("packing ");
    }

    @Test
    void moreThanIsShownIsSaid() throws IOException {
        shop.buyMug();
        shop.buyMug();
        shop.run("run", "--once", "--wait=0s");

        Program.Result one = shop.run("orders", "--limit=1");
        assertThat(one.out()).contains("1 order");
        assertThat(one.err()).contains("there are more than these 1");
        assertThat(shop.run("orders", "--limit=2").err()).isEmpty();
        Program.Result json = shop.run("orders", "--json", "--limit=1");
        assertThat(JSON.readTree(json.out())).hasSize(1);
        assertThat(json.err()).contains("there are more than these 1");

        int effects = (int) shop.run("effects").out().lines().count() - 1;
        assertThat(shop.run("effects", "--limit=" + effects).err()).isEmpty();
        assertThat(shop.run("effects", "--limit=" + (effects - 1)).err())
                .contains("there are more than these " + (effects - 1));
        assertThat(shop.run("effects", "--limit=0").err()).contains("expected a number from 1 on, not '0'");
    }

    @Test
    void asJsonAllOrdersAreListed() throws IOException {
        for (int order = 0; order < 101; order++) {
            shop.buyMug();
        }
        shop.change(config -> config.set("connection.allegro.live-from", "2100-01-01T00:00:00Z"));
        shop.run("run", "--once", "--wait=0s");

        assertThat(JSON.readTree(shop.run("orders", "--json").out())).hasSize(101);
        assertThat(shop.run("orders").out()).contains("100 orders");
    }

    @Test
    void aDayStandsForItsBeginning() {
        shop.buyMug();
        shop.run("run", "--once", "--wait=0s");

        assertThat(shop.run("orders", "--from=2026-01-01").out()).contains("1 order");
        assertThat(shop.run("orders", "--to=2026-01-01").out()).contains("0 orders");
        assertThat(shop.run("orders", "--from=yesterday").err())
                .contains(
                        "expected a moment such as 2026-11-01T08:00:00Z, or a day such as 2026-11-01, not 'yesterday'")
                .doesNotContain("java.");
    }

    @Test
    void everyCommandTellsItsUse() {
        assertThat(shop.run("run", "--help").code()).isZero();
        assertThat(shop.run("rules", "rehearse", "-h").out()).contains("Usage: shop rules rehearse");
    }

    @Test
    void aGroupOfCommandsWantsOneOfThem() {
        Program.Result mail = shop.run("mail");

        assertThat(mail.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(mail.err()).contains("a command is missing").contains("import");
    }

    @Test
    void probeFindsAFolderOfMailsMissing() {
        shop.change(config -> config.set("connection.fio.folder", "nowhere"));

        Program.Result probe = shop.run("probe");

        assertThat(probe.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(probe.out()).contains("fio: there is no folder " + folder.resolve("nowhere"));
        assertThat(shop.run("mail", "import", folder.toString()).out()).contains("0 mails taken, nothing new");
        assertThat(shop.run("probe").out()).contains("fio: connected");
    }

    @Test
    void anAccountThatIsNotAuthorisedIsToldWithTheCommandThatHelps() {
        shop.change(config -> config.remove("connection.allegro.set.refresh.token"));

        assertThat(shop.run("probe").out()).contains("; here: shop auth allegro");
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
        assertThat(shop.run("orders", "--status=shiped").err()).contains("no status shiped; there are [waiting, new");
        assertThat(shop.run("orders", "--connection=alegro").err()).contains("no connection alegro; there are");
        assertThat(shop.run("mail", "import", "none.eml").err()).contains("there is no file or folder none.eml");
    }

    private static List<String> words(JsonNode properties, String name) {
        List<String> words = new ArrayList<>();
        properties.get(name).get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static JsonNode schema() throws IOException {
        return JSON.readTree(Objects.requireNonNull(Shop.class.getResourceAsStream("orders.schema.json")));
    }
}
