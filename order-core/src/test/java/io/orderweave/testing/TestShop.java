package io.orderweave.testing;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.id.RuleId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.money.VatRate;
import io.orderweave.order.Axes;
import io.orderweave.order.Dictionary;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A small shop on memory stores: one channel, one courier, the usual rules. */
public final class TestShop {

    public static final ConnectionId CHANNEL = new ConnectionId("channel");
    public static final ConnectionId COURIER = new ConnectionId("courier");

    public final TestClock clock = new TestClock(TestOrders.NOON.plusSeconds(60));
    public final Stores stores = MemoryStores.create(clock);
    public final FakeChannel channel = new FakeChannel();
    public final FakeCourier courier = new FakeCourier();

    /** A hub with the usual rules. */
    public OrderHub open() {
        return open(builder -> builder);
    }

    public OrderHub open(UnaryOperator<OrderHubBuilder> more) {
        return more.apply(builder()).build();
    }

    public OrderHubBuilder builder() {
        return builderWith(connection().build());
    }

    /** As {@link #builder} with another connection to the channel. */
    public OrderHubBuilder builderWith(Connection channelConnection) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node("node-1")
                .seller(seller())
                .connector(channel)
                .courier(courier)
                .connection(channelConnection)
                .connection(Connection.builder()
                        .id(COURIER)
                        .system(FakeCourier.SYSTEM)
                        .settings(Settings.none())
                        .build())
                .mappings(mappings())
                .renderer(document -> ("%PDF " + document.number()).getBytes(StandardCharsets.UTF_8))
                .rules(rules());
    }

    public static Connection.Builder connection() {
        Connection.Builder connection = Connection.builder();
        connection
                .id(CHANNEL)
                .system(FakeChannel.CHANNEL)
                .settings(Settings.none())
                .seller(new SellerId("shop"));
        return connection;
    }

    /** The usual mappings, as version 1. */
    public static MappingSet mappings() {
        return mappings(statusMap());
    }

    /** The usual dictionary and another status map, as version 1. */
    public static MappingSet mappings(StatusMap statuses) {
        return mapping(statuses).build();
    }

    /** The usual dictionary and another status map, to be given more, or another version. */
    public static MappingSet.Builder mapping(StatusMap statuses) {
        MappingSet.Builder mappings = MappingSet.builder();
        mappings.version(1).putStatusMap(CHANNEL, statuses).putDictionary(CHANNEL, dictionary());
        return mappings;
    }

    private static Dictionary dictionary() {
        return Dictionary.builder()
                .putPaymentMethod("TRANSFER", "bank-transfer")
                .putPaymentMethod("COD", "cash-on-delivery")
                .putDeliveryMethod("courier-id", "courier")
                .build();
    }

    public static StatusMap statusMap() {
        return StatusMap.builder()
                .putInbound("READY", new StatusId("new"))
                .putInbound("WAITING", new StatusId("waiting"))
                .putInbound("CANCELLED", new StatusId("cancelled"))
                .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                .build();
    }

    public static Seller seller() {
        return Seller.builder()
                .id(new SellerId("shop"))
                .profile(Party.builder().company("Shop s.r.o.").build())
                .zone(ZoneId.of("Europe/Warsaw"))
                .language(Locale.forLanguageTag("pl"))
                .vatPayer(true)
                .defaultVatRate(VatRate.of("23"))
                .addBankAccount(new BankAccount(
                        Currency.getInstance("PLN"),
                        "PL61109010140000071219812874",
                        Optional.empty(),
                        Optional.empty()))
                .addSeries(series("proformas", DocumentKind.PROFORMA, "PF{YY}9{NNNN}"))
                .addSeries(series("invoices", DocumentKind.INVOICE, "FV{YYYY}{NNNN}"))
                .addSeries(series("advances", DocumentKind.ADVANCE, "ZA{YYYY}8{NNNN}"))
                .addSeries(series("credits", DocumentKind.CREDIT_NOTE, "DP{YYYY}7{NNNN}"))
                .build();
    }

    private static NumberSeries series(String id, DocumentKind kind, String mask) {
        return NumberSeries.builder().id(new SeriesId(id)).kind(kind).mask(mask).build();
    }

    /** Proforma for a transfer, invoice and parcel when paid or on delivery, tracking and upload to the channel. */
    public static RuleSet rules() {
        return RuleSet.of(
                1,
                rule(
                        "proforma",
                        "order.confirmed",
                        Condition.all(
                                Field.PAYMENT_METHOD.isOneOf("bank-transfer"),
                                Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID)),
                        new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty())),
                rule(
                        "paid",
                        "payment.received",
                        Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.PAID, Axes.PaymentState.OVERPAID),
                        new Action.SetStatus(new StatusId("paid"))),
                rule(
                        "pack-paid",
                        "order.status-changed",
                        Field.STATUS_TO.isOneOf("paid"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty()),
                        ship(),
                        new Action.SetStatus(new StatusId("packing"))),
                rule(
                        "pack-on-delivery",
                        "order.confirmed",
                        Field.PAYMENT_TIMING.isOneOf(PaymentTerms.Timing.ON_DELIVERY),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty()),
                        ship(),
                        new Action.SetStatus(new StatusId("packing"))),
                rule(
                        "upload",
                        "document.rendered",
                        Field.DOCUMENT_KIND.isOneOf(DocumentKind.INVOICE),
                        new Action.UploadDocument()),
                rule("tracking", "shipment.created", Condition.always(), new Action.PublishTracking()),
                rule(
                        "shipped",
                        "shipment.tracking-changed",
                        Condition.all(
                                Field.TRACKING_DISPATCHED.is(true),
                                Field.PHASE.isOneOf(Phase.OPEN, Phase.IN_PROGRESS, Phase.READY)),
                        new Action.SetStatus(new StatusId("shipped"))),
                rule(
                        "delivered",
                        "shipment.tracking-changed",
                        Field.TRACKING_TO.isOneOf(TrackingStatus.DELIVERED),
                        new Action.SetStatus(new StatusId("delivered"))));
    }

    public static Action ship() {
        return new Action.CreateShipment(COURIER, Optional.empty(), Parcel.ofGrams(1_000));
    }

    public static Rule rule(String id, String trigger, Condition condition, Action... actions) {
        return rule(id, Trigger.on(trigger), condition, actions);
    }

    /** Without condition. */
    public static Rule rule(String id, Trigger trigger, Action... actions) {
        return rule(id, trigger, Condition.always(), actions);
    }

    public static Rule rule(String id, Trigger trigger, Condition condition, Action... actions) {
        return Rule.builder()
                .id(new RuleId(id))
                .name(id)
                .trigger(trigger)
                .condition(condition)
                .addActions(actions)
                .build();
    }

    /** The only order of that number. */
    public static Order order(OrderHub hub, String number) {
        var found =
                hub.orders().find(OrderQuery.builder().number(number).build()).orders();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " orders of number " + number);
        }
        return found.get(0);
    }
}
