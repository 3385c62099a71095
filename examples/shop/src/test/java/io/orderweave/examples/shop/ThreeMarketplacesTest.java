package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.allegro.AllegroFormCounters;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.merchantpro.MerchantProAddress;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderCounters;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole sample: Allegro, Kaufland and MerchantPro in one configuration. */
class ThreeMarketplacesTest {

    @TempDir
    Path folder;

    private SimulatedShop shop;
    private KauflandSimulator kaufland;
    private MerchantProSimulator merchantPro;
    private String atAllegro;
    private String atKaufland;
    private String atMerchantPro;

    @BeforeEach
    void open() {
        shop = new SimulatedShop(folder);
        kaufland = shop.openKaufland();
        merchantPro = shop.openMerchantPro();
        atAllegro = shop.buyMug();
        atKaufland = kaufland.buyers().placeReady(KauflandTest.twoCups());
        atMerchantPro = merchantPro.buyers().place(bowl());
        merchantPro.buyers().pay(atMerchantPro);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void oneRunServesThemAll() {
        Program.Result run = shop.run("run", "--once");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("allegro: 1 new order")
                .contains("kaufland: 1 new order")
                .contains("merchantpro: 1 new order")
                .doesNotContain("pending");
        assertThat(shop.inpost().counters().shipments()).isEqualTo(3);
        AllegroFormCounters allegro = shop.allegro().counters().form(atAllegro);
        assertThat(allegro.fulfillmentWrites()).containsExactly("PROCESSING");
        assertThat(allegro.shipments()).isOne();
        assertThat(allegro.invoices()).isOne();
        assertThat(kaufland.counters().order(atKaufland).statuses()).containsExactly("sent", "sent");
        assertThat(kaufland.counters().order(atKaufland).invoicesByName()).hasSize(1);
        MerchantProOrderCounters counted = merchantPro.counters().order(atMerchantPro);
        assertThat(counted.actions()).containsExactly("in_process");
        assertThat(counted.trackingNumbers()).hasSize(1);
        assertThat(duplicates()).isEmpty();
    }

    @Test
    void aSecondRunChangesNothingHereOrThere() throws SQLException {
        shop.run("run", "--once");
        Rows before = Rows.of(folder.resolve("shop.db"));
        List<Object> outside = outside();

        Program.Result again = shop.run("run", "--once");

        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.out().lines()).allMatch(line -> line.endsWith(": nothing new"));
        assertThat(Rows.of(folder.resolve("shop.db")).changesSince(before)).isEmpty();
        assertThat(outside()).isEqualTo(outside);
    }

    @Test
    void oneThatRefusesUsKeepsTheOthersNotBack() {
        shop.change(config -> config.set("connection.merchantpro.set.api.secret", "another-secret"));

        Program.Result run = shop.run("run", "--once");

        assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(run.out())
                .contains("allegro: 1 new order")
                .contains("kaufland: 1 new order")
                .contains("merchantpro: not pulled: ");
        assertThat(run.out() + run.err()).doesNotContain("another-secret");
        assertThat(shop.inpost().counters().shipments()).isEqualTo(2);
    }

    private List<Object> outside() {
        return List.of(
                shop.allegro().counters().form(atAllegro),
                kaufland.counters().order(atKaufland),
                merchantPro.counters().order(atMerchantPro),
                shop.inpost().counters().shipments());
    }

    private List<String> duplicates() {
        return List.of(
                        shop.allegro().counters().duplicates(),
                        kaufland.counters().duplicates(),
                        merchantPro.counters().duplicates())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static MerchantProOrderScript bowl() {
        return MerchantProOrderScript.builder()
                .currency("PLN")
                .shipping(MerchantProAddress.builder()
                        .name("Bogna Śliwa")
                        .address("ul. Krótka 8")
                        .city("Suwałki")
                        .state("podlaskie")
                        .postalCode("16-400")
                        .countryCode("PL")
                        .phone("+48601555012")
                        .build())
                .addLine(MerchantProLine.of("125011", "BOWL-WHITE", "Miska biała", 1, "54.90"))
                .build();
    }
}
