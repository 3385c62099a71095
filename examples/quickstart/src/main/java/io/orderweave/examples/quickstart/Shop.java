package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.bankmail.BankMailFolder;
import io.orderweave.bankmail.BankMailParser;
import io.orderweave.bankmail.BankMailbox;
import io.orderweave.bankmail.OwnAccount;
import io.orderweave.bankmail.SecretAddress;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.connectors.kaufland.KauflandConnectorFactory;
import io.orderweave.couriers.inpost.InPostCourierFactory;
import io.orderweave.couriers.packeta.PacketaCourierFactory;
import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.documents.PdfDocumentRenderer;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.money.VatRate;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The shop: who sells, through which connections, by which rules. Everything a real host would configure. */
final class Shop {

    static final ConnectionId ALLEGRO = new ConnectionId("allegro");
    static final ConnectionId KAUFLAND = new ConnectionId("kaufland");
    static final ConnectionId INPOST = new ConnectionId("inpost");
    static final ConnectionId PACKETA = new ConnectionId("packeta");
    static final ConnectionId FIO = new ConnectionId("fio");
    static final List<ConnectionId> CONNECTIONS = List.of(ALLEGRO, KAUFLAND, FIO, INPOST, PACKETA);

    static final SellerId SELLER = new SellerId("shop");

    private Shop() {}

    /** A hub on these stores, connected to the simulated outside. */
    static OrderHub open(Stores stores, Clock clock, Outside outside, Instant liveFrom, String node) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node(node)
                .seller(seller())
                .connector(new AllegroConnectorFactory())
                .connector(new KauflandConnectorFactory())
                .courier(new InPostCourierFactory())
                .courier(new PacketaCourierFactory())
                .connection(Marketplaces.allegro(outside, liveFrom))
                .connection(Marketplaces.kaufland(outside, liveFrom))
                .connection(inpost(outside))
                .connection(packeta(outside))
                .paymentSource(FIO, bankMails(outside, clock))
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(ALLEGRO, Marketplaces.allegroStatuses())
                        .putStatusMap(KAUFLAND, Marketplaces.kauflandStatuses())
                        .putDictionary(ALLEGRO, Marketplaces.allegroTerms())
                        .putDictionary(KAUFLAND, Marketplaces.kauflandTerms())
                        .build())
                .renderer(PdfDocumentRenderer.create())
                .rules(rules())
                .build();
    }

    private static Connection inpost(Outside outside) {
        return Connection.builder()
                .id(INPOST)
                .system(new ChannelId("inpost"))
                .settings(Settings.of(Map.of(
                        "base.url", outside.inpost().baseUrl(),
                        "organization.id", Outside.INPOST_ORGANIZATION,
                        "token", Outside.INPOST_TOKEN)))
                .build();
    }

    private static Connection packeta(Outside outside) {
        return Connection.builder()
                .id(PACKETA)
                .system(new ChannelId("packeta"))
                .settings(Settings.of(Map.of(
                        "base.url",
                        outside.packeta().baseUrl() + "/api",
                        "api.password",
                        Outside.PACKETA_PASSWORD,
                        "sender",
                        "Dobry Sklep",
                        "home.carriers",
                        "CZ=106")))
                .build();
    }

    private static BankMailFolder bankMails(Outside outside, Clock clock) {
        BankMailbox mailbox = BankMailbox.builder()
                .addRecipient(SecretAddress.of(Outside.MAILBOX.secretAddress()))
                .authservId(Outside.MAILBOX.authservId())
                .addOwnAccount(new OwnAccount(Outside.FIO_ACCOUNT, Currency.getInstance("CZK")))
                .build();
        return new BankMailFolder(outside.mails(), new BankMailParser(mailbox, clock));
    }

    private static Seller seller() {
        return Seller.builder()
                .id(SELLER)
                .profile(Party.builder()
                        .company("Dobry Sklep Sp. z o.o.")
                        .addTaxIds(new TaxId("PL_NIP", "5260001246"))
                        .email("sklep@shop.example")
                        .address(PostalAddress.builder()
                                .street("ul. Handlowa 7")
                                .city("Łódź")
                                .postalCode("90-001")
                                .country(new Country("PL"))
                                .build())
                        .build())
                .zone(ZoneId.of("Europe/Warsaw"))
                .language(Locale.forLanguageTag("pl"))
                .vatPayer(true)
                .defaultVatRate(VatRate.of("23"))
                .addBankAccounts(
                        account("PLN", "PL61109010140000071219812874", "WBKPPLPP", "Santander"),
                        account("CZK", "CZ7620100000002400123459", "FIOBCZPP", "Fio banka"))
                // Their digits differ: a buyer's variable symbol must mean one document only.
                .addSeries(
                        series("proformas", DocumentKind.PROFORMA, "PF{YY}9{NNNN}"),
                        series("invoices", DocumentKind.INVOICE, "FV{YYYY}{NNNN}"))
                .build();
    }

    private static BankAccount account(String currency, String iban, String bic, String bank) {
        return new BankAccount(Currency.getInstance(currency), iban, Optional.of(bic), Optional.of(bank));
    }

    private static NumberSeries series(String id, DocumentKind kind, String mask) {
        return NumberSeries.builder().id(new SeriesId(id)).kind(kind).mask(mask).build();
    }

    private static RuleSet rules() {
        try (InputStream json = Objects.requireNonNull(Shop.class.getResourceAsStream("rules.json"))) {
            return RuleSets.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
