package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankPayment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person is settled by commands: afterwards a run has nothing to complain of. */
class SettlingTest {

    private static final Pattern QUARANTINED = Pattern.compile("in quarantine: (\\S+) ");
    private static final Pattern REJECTED = Pattern.compile("REJECTED +([^ ,]+)");

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
    void aMailOfNobodyIsDismissed() {
        shop.bank()
                .deliver(BankMailLayout.FIO_LABELS, BankPayment.received("29.90", "CZK", "9999999999/2010", "1234567"));
        shop.run("mail", "import", folder.resolve("outbox").toString());
        Program.Result before = shop.run("run", "--once", "--wait=0s");
        assertThat(before.code()).isEqualTo(ExitCodes.LOOK);
        Program.Result listed = shop.run("quarantine");
        assertThat(listed.code()).isEqualTo(ExitCodes.LOOK);

        Program.Result dismissed = shop.run("quarantine", "dismiss", first(QUARANTINED, before));

        assertThat(dismissed.code()).as(dismissed.err()).isZero();
        assertThat(shop.run("run", "--once", "--wait=0s").code()).isZero();
        Program.Result empty = shop.run("quarantine");
        assertThat(empty.code()).isZero();
        assertThat(empty.out()).contains("nothing is in quarantine");
    }

    @Test
    void anOrderIsReadAgainWhenItCanBe() {
        String form = shop.buyMug();
        AtomicReference<JsonNode> lines = new AtomicReference<>();
        shop.allegro().buyers().edit(form, json -> lines.set(json.replace("lineItems", json.textNode("none"))));
        String id = first(QUARANTINED, shop.run("run", "--once", "--wait=0s"));

        Program.Result tooEarly = shop.run("quarantine", "retry", id);
        assertThat(tooEarly.code()).isEqualTo(ExitCodes.LOOK);
        assertThat(tooEarly.out()).contains(id + ": still cannot be read");

        shop.allegro().buyers().edit(form, json -> json.set("lineItems", lines.get()));
        Program.Result again = shop.run("quarantine", "retry", id);

        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(again.out()).contains(id + ": read");
        assertThat(shop.run("quarantine").code()).isZero();
    }

    @Test
    void anItemThatIsNotThereIsSaidSo() {
        assertThat(shop.run("quarantine", "dismiss", "4711").err()).contains("no quarantined item 4711");
    }

    @Test
    void whatWasRefusedIsArmedAgain() {
        shop.buyMug();
        shop.allegro()
                .faults()
                .on("POST", ".*/invoices")
                .once(Fault.status(
                        422,
                        Map.of("Content-Type", "application/json"),
                        "{\"errors\": [{\"code\": \"VALIDATION_ERROR\", \"message\": \"no\"}]}"));
        shop.run("run", "--once");
        String upload = first(REJECTED, shop.run("effects", "--state=rejected"));

        Program.Result armed = shop.run("rearm", upload);

        assertThat(armed.code()).as(armed.err()).isZero();
        assertThat(armed.out()).contains(upload + " PLANNED");
        Program.Result run = shop.run("run", "--once");
        assertThat(run.out()).doesNotContain("refused so far");
        assertThat(shop.run("effects", "--state=done", "--kind=upload").out()).contains(upload);
    }

    @Test
    void aHoldIsReleasedAndWhatItKeptBackGoesOn() throws IOException {
        holdEveryOrder("look");
        shop.buyMug();
        shop.run("run", "--once", "--wait=0s");
        assertThat(shop.inpost().counters().shipments()).isZero();

        Program.Result released = shop.run("release", order());

        assertThat(released.code()).as(released.err()).isZero();
        assertThat(released.out()).contains("released look").doesNotContain("held");
        shop.run("run", "--once");
        assertThat(shop.inpost().counters().shipments()).isOne();
    }

    @Test
    void ofSeveralHoldsOneIsNamed() throws IOException {
        holdEveryOrder("look", "call");
        shop.buyMug();
        shop.run("run", "--once", "--wait=0s");
        String order = order();

        assertThat(shop.run("release", order).err()).contains("is held by [look, call]; name one");
        assertThat(shop.run("release", order, "fraud").err()).contains("is not held by fraud but by [look, call]");
        assertThat(shop.run("release", order, "look").out())
                .contains("released look")
                .contains("held: call");
        assertThat(shop.run("release", order).out()).contains("released call");
        assertThat(shop.run("release", order).err()).contains("is not held");
    }

    /** Puts a rule before the sample's. */
    private void holdEveryOrder(String... codes) throws IOException {
        StringBuilder holds = new StringBuilder();
        for (String code : codes) {
            holds.append(holds.isEmpty() ? "" : ", ").append("""
                    {"do": "hold", "code": "%s", "reason": "a person looks"}""".formatted(code));
        }
        Path rules = folder.resolve("rules.json");
        String before = "\"rules\": [";
        Files.writeString(rules, Files.readString(rules).replace(before, before + """
                {"id": "hold", "name": "Every order is held", "on": "order.imported", "then": [%s]},
                """.formatted(holds)));
    }

    private String order() {
        return shop.run("orders")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];
    }

    private static String first(Pattern pattern, Program.Result printed) {
        Matcher found = pattern.matcher(printed.out());
        assertThat(found.find()).as(printed.out() + printed.err()).isTrue();
        return found.group(1);
    }
}
