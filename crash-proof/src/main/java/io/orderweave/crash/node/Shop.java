package io.orderweave.crash.node;

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
import io.orderweave.courier.CourierFactory;
import io.orderweave.couriers.inpost.InPostCourierFactory;
import io.orderweave.couriers.packeta.PacketaCourierFactory;
import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.money.VatRate;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The shop of the crash proof: who sells, through which connections, by which rules; the same on every node. */
public final class Shop {

    public static final ConnectionId ALLEGRO = new ConnectionId("allegro");
    public static final ConnectionId KAUFLAND = new ConnectionId("kaufland");
    public static final ConnectionId INPOST = new ConnectionId("inpost");
    public static final ConnectionId PACKETA = new ConnectionId("packeta");
    public static final ConnectionId BANK = new ConnectionId("fio");
    public static final List<ConnectionId> CONNECTIONS = List.of(ALLEGRO, KAUFLAND, BANK, INPOST, PACKETA);

    public static final String CLIENT_ID = "crash-client";
    public static final String CLIENT_SECRET = "crash-secret";
    public static final String APPLICATION = "OrderweaveCrashProof";
    public static final String KAUFLAND_KEY = "crash-client-key";
    public static final String KAUFLAND_SECRET = "crash-secret-key";
    public static final String INPOST_ORGANIZATION = "4711";
    public static final String INPOST_TOKEN = "crash-inpost-token";
    public static final String PACKETA_PASSWORD = "fedcba9876543210fedcba9876543210";
    public static final String BANK_ACCOUNT = "2400123459/2010";
    public static final String MAIL_SERVER = "mx.shop.example";
    public static final String MAIL_ADDRESS = "bank-0a1b2c3d4e5f60718293a4b5@shop.example";

    private static final SellerId SELLER = new SellerId("shop");

    private Shop() {}

    /** A hub on these stores. */
    public static OrderHub open(Stores stores, NodeSettings settings) {
        Clock clock = SharedTime.in(Path.of(settings.time())).skewedBy(settings.skew());
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node(settings.node())
                .seller(seller())
                .connector(new AllegroConnectorFactory())
                .connector(new KauflandConnectorFactory())
                .courier(courier(new InPostCourierFactory(), settings))
                .courier(new PacketaCourierFactory())
                .connection(allegro(settings))
                .connection(kaufland(settings))
                .connection(inpost(settings))
                .connection(packeta(settings))
                .paymentSource(BANK, bankMails(settings, clock))
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(ALLEGRO, allegroStatuses())
                        .putStatusMap(KAUFLAND, kauflandStatuses())
                        .putDictionary(ALLEGRO, dictionary())
                        .build())
                .renderer(new PlainRenderer())
                .rules(rules())
                .build();
    }

    private static CourierFactory courier(CourierFactory factory, NodeSettings settings) {
        return settings.breakage() == Breakage.BLIND_SEARCH ? new BlindCourierFactory(factory) : factory;
    }

    private static Connection allegro(NodeSettings settings) {
        return Connection.builder()
                .id(ALLEGRO)
                .system(new ChannelId("allegro"))
                .seller(SELLER)
                .liveFrom(settings.liveFrom())
                .settings(Settings.of(Map.of(
                        AllegroConnectorFactory.API_URL,
                        settings.allegroUrl(),
                        AllegroConnectorFactory.AUTH_URL,
                        settings.allegroUrl(),
                        AllegroConnectorFactory.CLIENT_ID,
                        CLIENT_ID,
                        AllegroConnectorFactory.CLIENT_SECRET,
                        CLIENT_SECRET,
                        AllegroConnectorFactory.APPLICATION_NAME,
                        APPLICATION,
                        AllegroConnectorFactory.APPLICATION_VERSION,
                        "1.0.0",
                        AllegroConnectorFactory.APPLICATION_URL,
                        "https://shop.example/orders",
                        AllegroConnectorFactory.PAGE_SIZE,
                        Integer.toString(settings.pageSize()),
                        AllegroConnectorFactory.REFRESH_TOKEN,
                        settings.refreshToken())))
                .build();
    }

    private static Connection kaufland(NodeSettings settings) {
        return Connection.builder()
                .id(KAUFLAND)
                .system(new ChannelId("kaufland"))
                .seller(SELLER)
                .liveFrom(settings.liveFrom())
                .settings(Settings.of(Map.of(
                        KauflandConnectorFactory.API_URL,
                        settings.kauflandUrl(),
                        KauflandConnectorFactory.CLIENT_KEY,
                        KAUFLAND_KEY,
                        KauflandConnectorFactory.SECRET_KEY,
                        KAUFLAND_SECRET,
                        KauflandConnectorFactory.ACCOUNT_NAME,
                        "crash-proof",
                        KauflandConnectorFactory.PAGE_SIZE,
                        Integer.toString(settings.pageSize()))))
                .build();
    }

    private static Connection inpost(NodeSettings settings) {
        return Connection.builder()
                .id(INPOST)
                .system(new ChannelId("inpost"))
                .settings(Settings.of(Map.of(
                        "base.url", settings.inpostUrl(),
                        "organization.id", INPOST_ORGANIZATION,
                        "token", INPOST_TOKEN)))
                .build();
    }

    private static Connection packeta(NodeSettings settings) {
        return Connection.builder()
                .id(PACKETA)
                .system(new ChannelId("packeta"))
                .settings(Settings.of(Map.of(
                        "base.url",
                        settings.packetaUrl() + "/api",
                        "api.password",
                        PACKETA_PASSWORD,
                        "sender",
                        "Dobry Sklep",
                        "home.carriers",
                        "CZ=106")))
                .build();
    }

    private static BankMailFolder bankMails(NodeSettings settings, Clock clock) {
        BankMailbox mailbox = BankMailbox.builder()
                .addRecipient(SecretAddress.of(MAIL_ADDRESS))
                .authservId(MAIL_SERVER)
                .addOwnAccount(new OwnAccount(BANK_ACCOUNT, Currency.getInstance("CZK")))
                .build();
        return new BankMailFolder(Path.of(settings.mails()), new BankMailParser(mailbox, clock));
    }

    private static Seller seller() {
        return Seller.builder()
                .id(SELLER)
                .profile(Party.builder()
                        .company("Dobry Sklep Sp. z o.o.")
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

    private static StatusMap allegroStatuses() {
        return StatusMap.builder()
                .putInbound("BOUGHT", new StatusId("waiting"))
                .putInbound("FILLED_IN", new StatusId("waiting"))
                .putInbound("READY_FOR_PROCESSING", new StatusId("new"))
                .putInbound("PROCESSING", new StatusId("packing"))
                .putInbound("SENT", new StatusId("shipped"))
                .putInbound("PICKED_UP", new StatusId("delivered"))
                .putInbound("CANCELLED", new StatusId("cancelled"))
                .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                .putOutbound(new StatusId("delivered"), StatusIntent.DELIVERED)
                .build();
    }

    /** One way: its pieces are sent by their tracking number. */
    private static StatusMap kauflandStatuses() {
        return StatusMap.builder()
                .putInbound("open", new StatusId("waiting"))
                .putInbound("need_to_be_sent", new StatusId("new"))
                .putInbound("partially_sent", new StatusId("packing"))
                .putInbound("sent", new StatusId("shipped"))
                .putInbound("cancelled", new StatusId("cancelled"))
                .build();
    }

    private static Dictionary dictionary() {
        return Dictionary.builder()
                .putPaymentMethod("ONLINE", "online")
                .putPaymentMethod("CASH_ON_DELIVERY", "cash-on-delivery")
                .putPaymentMethod("WIRE_TRANSFER", "bank-transfer")
                .build();
    }

    private static RuleSet rules() {
        try (InputStream json = Objects.requireNonNull(Shop.class.getResourceAsStream("rules.json"))) {
            return RuleSets.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
