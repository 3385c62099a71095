package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.simulator.Pace;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroInvoiceRequest;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.inpost.InPostSimulator;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import io.orderweave.simulator.packeta.PacketaSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sets of docs/ready-sets.md run against the simulators, and rehearsing them over what they did gives no difference. */
class ReadySetsTest {

    private static final VirtualTime TIME = VirtualTime.begin();
    private static final String PACKETA_PASSWORD = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void aPolishSellerInvoicesCompaniesAndMarksReceipts() throws IOException {
        try (AllegroSimulator allegro = allegro();
                InPostSimulator inpost = InPostSimulator.builder("4711", "inpost-secret")
                        .clock(TIME.clock())
                        .confirmation(Pace.atOnce())
                        .start()) {
            allegro.buyers().placeReady(order(AllegroMarketplace.PL).build());
            allegro.buyers()
                    .placeReady(order(AllegroMarketplace.PL).invoice(company()).build());
            allegro.buyers()
                    .placeReady(order(AllegroMarketplace.PL)
                            .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                            .build());
            configure("polish-allegro", allegro(allegro) + """
                            connection.inpost.type = inpost
                            connection.inpost.set.base.url = %s
                            connection.inpost.set.organization.id = 4711
                            connection.inpost.set.token = inpost-secret
                            """.formatted(inpost.baseUrl()));

            runsAndRehearses();

            assertThat(inpost.counters().shipments()).isEqualTo(3);
            assertThat(shop("effects", "--kind=invoice", "--state=done"))
                    .as(shop("effects") + shop("orders"))
                    .contains("1 effect");
            assertThat(shop("orders", "--tag=print-receipt")).contains("1 order");
        }
    }

    @Test
    void aCzechAndSlovakShopShipsByPacketaAndSendsProformas() throws IOException {
        try (AllegroSimulator allegro = allegro();
                PacketaSimulator packeta = PacketaSimulator.builder(PACKETA_PASSWORD)
                        .clock(TIME.clock())
                        .start()) {
            allegro.buyers().placeReady(order(AllegroMarketplace.CZ).build());
            configure("czech-slovak", allegro(allegro) + """
                            connection.packeta.type = packeta
                            connection.packeta.set.base.url = %s/api
                            connection.packeta.set.api.password = %s
                            connection.packeta.set.sender = Dobry obchod
                            connection.packeta.set.home.carriers = CZ=106
                            """.formatted(packeta.baseUrl(), PACKETA_PASSWORD));

            runsAndRehearses();

            assertThat(packeta.counters().shipments()).isEqualTo(1);
            assertThat(shop("effects", "--kind=invoice", "--state=done"))
                    .as(shop("effects") + shop("orders"))
                    .contains("1 effect");
        }
    }

    @Test
    void aRomanianShopInvoicesWhatIsPaidAndSendsProformasForTheRest() throws IOException {
        try (MerchantProSimulator merchant = MerchantProSimulator.builder("key", "merchant-secret")
                .clock(TIME.clock())
                .start()) {
            String paid = merchant.buyers().place(cup());
            merchant.buyers().pay(paid);
            merchant.buyers().place(cup());
            configure("romanian", """
                    connection.shop.type = merchantpro
                    connection.shop.set.shop.url = %s
                    connection.shop.set.api.key = key
                    connection.shop.set.api.secret = merchant-secret
                    connection.shop.set.currency = RON
                    connection.shop.status.in.awaiting = new
                    connection.shop.status.in.awaiting_paid = new
                    connection.shop.status.in.cancelled = cancelled
                    connection.shop.status.out.shipped = shipped
                    connection.shop.payment.wire = bank-transfer
                    connection.shop.payment.cash_delivery = cash-on-delivery
                    """.formatted(merchant.baseUrl()));

            runsAndRehearses();

            assertThat(shop("effects", "--kind=invoice", "--state=done"))
                    .as(shop("effects") + shop("orders"))
                    .contains("1 effect");
            assertThat(shop("effects", "--kind=proforma", "--state=done")).contains("1 effect");
        }
    }

    private void runsAndRehearses() {
        assertThat(shop("rules", "lint")).contains("0 findings");
        assertThat(shop("run", "--once", "--wait=60s"))
                .doesNotContain("not pulled")
                .doesNotContain("in doubt");
        assertThat(shop("rules", "rehearse", "--from=2026-01-01T00:00:00Z"))
                .contains("orders")
                .doesNotContain(" more, ");
    }

    /** What the command printed. */
    private String shop(String... arguments) {
        Program.Result result = new Program(folder.resolve("shop.properties"), TIME, Map.of()).run(arguments);
        return result.out() + result.err();
    }

    private void configure(String set, String connections) throws IOException {
        Files.copy(Path.of("sets", set + ".json"), folder.resolve("rules.json"));
        Files.writeString(folder.resolve("shop.properties"), """
                database = sqlite:shop.db
                rules = rules.json
                seller.name = Shop
                seller.street = Main Street 1
                seller.city = Town
                seller.postal-code = 10000
                seller.country = CZ
                seller.zone = Europe/Prague
                seller.language = en
                seller.vat.rate = 21
                seller.account.CZK = CZ7620100000002400123459
                seller.account.PLN = PL61109010140000071219812874
                seller.account.RON = RO49AAAA1B31007593840000
                series.proformas.kind = proforma
                series.proformas.mask = PF{YY}9{NNNN}
                series.invoices.kind = invoice
                series.invoices.mask = FV{YYYY}{NNNN}
                series.credits.kind = credit-note
                series.credits.mask = KO{YYYY}8{NNNN}
                """ + connections);
    }

    private static String allegro(AllegroSimulator allegro) {
        return """
                connection.allegro.type = allegro
                connection.allegro.set.api.url = %1$s
                connection.allegro.set.auth.url = %1$s
                connection.allegro.set.client.id = client
                connection.allegro.set.client.secret = allegro-secret
                connection.allegro.set.application.name = Shop
                connection.allegro.set.application.url = https://shop.example/orders
                connection.allegro.set.refresh.token = %2$s
                connection.allegro.status.in.BOUGHT = waiting
                connection.allegro.status.in.READY_FOR_PROCESSING = new
                connection.allegro.status.in.SENT = shipped
                connection.allegro.status.out.packing = processing
                connection.allegro.status.out.shipped = shipped
                connection.allegro.payment.ONLINE = online
                connection.allegro.payment.CASH_ON_DELIVERY = cash-on-delivery
                connection.allegro.payment.WIRE_TRANSFER = bank-transfer
                """.formatted(allegro.baseUrl(), allegro.accounts().mintRefreshToken());
    }

    private static AllegroSimulator allegro() {
        return AllegroSimulator.builder("client", "allegro-secret")
                .applicationName("Shop")
                .clock(TIME.clock())
                .start();
    }

    private static AllegroOrderScript.Builder order(AllegroMarketplace marketplace) {
        return AllegroOrderScript.builder()
                .marketplace(marketplace)
                .buyer(AllegroBuyer.sample(marketplace))
                .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1, "29.90"));
    }

    private static AllegroInvoiceRequest company() {
        return AllegroInvoiceRequest.builder()
                .companyName("Biuro Przykład S.A.")
                .putCompanyId("PL_NIP", "5250000001")
                .street("al. Testowa 5")
                .city("Warszawa")
                .zipCode("00-001")
                .countryCode("PL")
                .build();
    }

    private static MerchantProOrderScript cup() {
        return MerchantProOrderScript.builder()
                .addLine(MerchantProLine.of("125011", "CANA-ALB", "Cană albastră", 2, "24.90"))
                .build();
    }
}
