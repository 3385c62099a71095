package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderCounters;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's section of Kaufland against the simulator. */
class KauflandTest {

    @TempDir
    Path folder;

    private SimulatedShop shop;
    private KauflandSimulator kaufland;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
        kaufland = shop.openKaufland();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void probeTestsItsKeys() {
        assertThat(shop.run("probe").out()).contains("kaufland: connected");
    }

    @Test
    void probeSaysThatItsKeysAreRefusedAndShowsNone() {
        shop.change(config -> config.set("connection.kaufland.set.secret.key", "another-secret"));

        Program.Result probe = shop.run("probe");

        assertThat(probe.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(probe.out()).contains("kaufland: ").doesNotContain("kaufland: connected");
        assertThat(probe.out() + probe.err()).doesNotContain("another-secret");
    }

    @Test
    void anOrderComesInAndItsParcelAndInvoiceGoOut() {
        String order = kaufland.buyers().placeReady(twoCups());

        Program.Result run = shop.run("run", "--once");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("kaufland: 1 new order");
        KauflandOrderCounters counted = kaufland.counters().order(order);
        assertThat(counted.statuses()).containsExactly("sent", "sent");
        assertThat(counted.units())
                .allSatisfy(unit -> assertThat(unit.parcelsByNumber()).hasSize(1));
        assertThat(counted.invoicesByName()).hasSize(1).allSatisfy((name, times) -> {
            assertThat(name).startsWith("FV").endsWith(".pdf");
            assertThat(times).isOne();
        });
        assertThat(kaufland.counters().duplicates()).isEmpty();
    }

    @Test
    void aSecondRunWithNothingNewChangesNothing() throws SQLException {
        String order = kaufland.buyers().placeReady(twoCups());
        shop.run("run", "--once");
        Rows before = Rows.of(folder.resolve("shop.db"));
        KauflandOrderCounters counted = kaufland.counters().order(order);

        Program.Result again = shop.run("run", "--once");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.out()).contains("kaufland: nothing new");
        assertThat(Rows.of(folder.resolve("shop.db")).changesSince(before)).isEmpty();
        assertThat(kaufland.counters().order(order)).isEqualTo(counted);
    }

    static KauflandOrderScript twoCups() {
        return KauflandOrderScript.builder()
                .storefront(KauflandStorefront.PL)
                .addItems(KauflandItem.of("CUP-RED", "Filiżanka czerwona", 2, "39.90"))
                .build();
    }
}
