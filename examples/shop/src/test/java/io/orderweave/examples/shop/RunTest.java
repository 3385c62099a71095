package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

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
    void bringsOrdersInAndDoesWhatTheRulesWant() {
        shop.buyMug();

        Program.Result run = shop.run("run", "--once", "--wait=60s");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains("allegro: 1 new");
        assertThat(shop.inpost().counters().shipments()).isEqualTo(1);
        assertThat(shop.run("orders").out()).contains("packing").contains("1 order");
    }

    @Test
    void aSecondRunWithNothingNewChangesNothing() throws SQLException {
        shop.buyMug();
        shop.orderMugByTransfer();
        shop.run("run", "--once");
        Rows before = Rows.of(folder.resolve("shop.db"));

        Program.Result again = shop.run("run", "--once");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(Rows.of(folder.resolve("shop.db")).changesSince(before)).isEmpty();
    }

    @Test
    void waitsAMinuteUnlessToldOtherwiseListsWhatIsStillPendingAndIsContent() {
        shop.buyMug();

        Program.Result atOnce = shop.run("run", "--once", "--wait=0s");

        assertThat(atOnce.code()).as(atOnce.out()).isZero();
        assertThat(atOnce.out()).contains("pending: order/").contains("/upload/");
        assertThat(shop.run("run", "--once").out()).doesNotContain("pending");
    }

    @Test
    void tellsTheShellThatAPersonMustLookWhenSomethingIsInDoubt() {
        shop.buyMug();
        shop.inpost().faults().on("POST", ".*/shipments").always(Fault.cutAfterWrite());

        Program.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCodes.LOOK);
        assertThat(run.out()).contains("in doubt: order/").contains("/shipment/1 IN_DOUBT");
    }

    @Test
    void tellsTheShellThatAPersonMustLookWhenAnOrderCannotBeRead() {
        String form = shop.buyMug();
        shop.allegro().buyers().edit(form, json -> json.put("lineItems", "none"));

        Program.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).as(run.out()).isEqualTo(ExitCodes.LOOK);
        assertThat(run.out()).containsPattern("in quarantine: \\S+ allegro " + form);
    }

    @Test
    void countsWhatWasRefused() {
        shop.buyMug();
        shop.allegro()
                .faults()
                .on("POST", ".*/invoices")
                .always(Fault.status(
                        422,
                        Map.of("Content-Type", "application/json"),
                        "{\"errors\": [{\"code\": \"VALIDATION_ERROR\", \"message\": \"no\"}]}"));

        Program.Result run = shop.run("run", "--once");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains("refused so far: 1 effect; effects --state=rejected lists it");
        assertThat(shop.run("effects", "--state=rejected").out())
                .contains("/upload/")
                .contains("1 effect");
    }

    @Test
    void aConnectionThatCannotBePulledKeepsNoOtherBack() throws IOException {
        shop.buyMug();
        Files.delete(folder.resolve("mails"));
        Files.writeString(folder.resolve("mails"), "no folder");

        Program.Result run = shop.run("run", "--once", "--wait=0s");

        assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.out()).contains("allegro: 1 new").contains("fio: not pulled: ");
    }
}
