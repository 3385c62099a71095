package io.orderweave.crash.regression;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.RawDocument;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.jdbc.JdbcStores;
import io.orderweave.mapping.MappingSet;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Delivery;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.NewOrder;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.StatusMap;
import io.orderweave.party.Party;
import io.orderweave.rule.RuleSets;
import io.orderweave.simulator.SimulatorClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A shop with one seller and a scripted channel on a SQLite file, whose nodes are opened, used and left behind as a test wills. */
final class SmallShop implements AutoCloseable {

    static final ConnectionId CHANNEL = new ConnectionId("channel");
    static final Actor ANNA = Actor.operator("anna");
    private static final SellerId SELLER = new SellerId("shop");

    final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    final ScriptedChannel channel = new ScriptedChannel();
    private final JdbcStores stores;
    private final String rules;
    private int nodes;

    /**
     * @param rules the rules, as JSON
     */
    SmallShop(Path folder, String... rules) {
        this.stores = JdbcStores.sqlite(folder.resolve("shop.db"), clock);
        this.stores.migrate();
        this.rules = "{\"version\": 1, \"rules\": [" + String.join(",", rules) + "]}";
    }

    /** A rule that issues an invoice of this series when an order gets this status. */
    static String invoiceAt(String status, String series) {
        return """
                {"id": "invoice-%1$s-%2$s", "name": "Invoice at %1$s", "on": "order.status-changed",
                 "when": {"if": "one-of", "field": "event.status-to", "values": ["%1$s"]},
                 "then": [{"do": "issue-document", "kind": "INVOICE", "series": "%2$s"}]}
                """.formatted(status, series);
    }

    /** One more node. */
    OrderHub node() {
        return node(builder -> builder);
    }

    OrderHub node(UnaryOperator<OrderHubBuilder> more) {
        nodes++;
        return more.apply(OrderHub.builder()
                        .stores(stores)
                        .clock(clock)
                        .node("node-" + nodes)
                        .seller(seller())
                        .connector(channel)
                        .connection(Connection.builder()
                                .id(CHANNEL)
                                .system(ScriptedChannel.ID)
                                .seller(SELLER)
                                .settings(Settings.none())
                                .build())
                        .mappings(MappingSet.builder()
                                .version(1)
                                .putStatusMap(
                                        CHANNEL,
                                        StatusMap.builder()
                                                .putInbound("READY", new StatusId("new"))
                                                .build())
                                .build())
                        .rules(RuleSets.parse(rules)))
                .build();
    }

    /** An order placed by hand. */
    static OrderId place(OrderHub hub, String number) {
        return hub.orders()
                .place(
                        NewOrder.builder()
                                .number(number)
                                .seller(SELLER)
                                .currency(Currency.getInstance("PLN"))
                                .addLines(line())
                                .buyer(buyer())
                                .delivery(delivery())
                                .payment(payment())
                                .build(),
                        ANNA)
                .id();
    }

    static void status(OrderHub hub, OrderId order, String status) {
        hub.orders().setStatus(order, new StatusId(status), ANNA);
    }

    /** An order as the channel tells it. */
    static ChannelOrder told(String id) {
        return ChannelOrder.builder()
                .externalId(id)
                .number(id)
                .placedAt(Instant.parse("2026-11-21T09:00:00Z"))
                .currency(Currency.getInstance("PLN"))
                .term("READY")
                .lifecycle(Lifecycle.CONFIRMED)
                .addLines(line())
                .buyer(buyer())
                .delivery(delivery())
                .payment(payment())
                .total(Money.of("50.00", "PLN"))
                .raw(new RawDocument("application/json", "{}".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static OrderLine line() {
        return OrderLine.builder()
                .id(new LineId("l1"))
                .name("Kubek")
                .sku("MUG")
                .quantity(2)
                .unitPrice(Money.of("25.00", "PLN"))
                .vatRate(VatRate.of("23"))
                .build();
    }

    private static Party buyer() {
        return Party.builder().personName("Jan Przykładowy").build();
    }

    private static Delivery delivery() {
        return Delivery.builder().recipient(buyer()).build();
    }

    private static PaymentTerms payment() {
        return PaymentTerms.builder().timing(PaymentTerms.Timing.PREPAID).build();
    }

    private static Seller seller() {
        return Seller.builder()
                .id(SELLER)
                .profile(Party.builder().company("Dobry Sklep").build())
                .zone(ZoneId.of("Europe/Warsaw"))
                .language(Locale.forLanguageTag("pl"))
                .vatPayer(true)
                .defaultVatRate(VatRate.of("23"))
                .addSeries(series("first", "A{YYYY}{NNNN}"), series("second", "B{YYYY}{NNNN}"))
                .build();
    }

    private static NumberSeries series(String id, String mask) {
        return NumberSeries.builder()
                .id(new SeriesId(id))
                .kind(DocumentKind.INVOICE)
                .mask(mask)
                .build();
    }

    /** The numbers of an order's documents. */
    static List<String> numbers(OrderHub hub, OrderId order) {
        return hub.documents().of(order).stream()
                .map(document -> document.number())
                .toList();
    }

    @Override
    public void close() {
        stores.close();
    }
}
