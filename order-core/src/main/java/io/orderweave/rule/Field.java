package io.orderweave.rule;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectEvent;
import io.orderweave.event.Event;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.shipment.ShipmentEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The catalogue of fields that conditions look at: a value of the order, or of the event that triggered the rule. */
public enum Field {
    CHANNEL(
            "channel",
            Type.TEXT,
            (order, event) -> text(order.ref().map(ref -> ref.channel().value()))),
    CONNECTION(
            "connection", Type.TEXT, (order, event) -> text(order.connection().map(ConnectionId::value))),
    STOREFRONT(
            "storefront", Type.TEXT, (order, event) -> text(order.storefront().map(Object::toString))),
    SELLER("seller", Type.TEXT, (order, event) -> text(order.seller().value())),
    STATUS("status", Type.TEXT, (order, event) -> text(order.status().value())),
    PHASE("phase", Type.TEXT, (order, event) -> constant(order.phase())),
    CURRENCY("currency", Type.TEXT, (order, event) -> text(order.currency().getCurrencyCode())),
    TOTAL("total", Type.AMOUNT, (order, event) -> new FieldValue.Amount(order.total())),
    OPEN_AMOUNT("open-amount", Type.AMOUNT, (order, event) -> new FieldValue.Amount(order.openAmount())),
    PAYMENT_STATE(
            "payment.state", Type.TEXT, (order, event) -> constant(order.axes().payment())),
    PAYMENT_METHOD(
            "payment.method", Type.TEXT, (order, event) -> text(order.payment().method())),
    PAYMENT_TIMING(
            "payment.timing",
            Type.TEXT,
            (order, event) -> constant(order.payment().timing())),
    DELIVERY_METHOD(
            "delivery.method",
            Type.TEXT,
            (order, event) -> text(order.delivery().method())),
    DELIVERY_COUNTRY(
            "delivery.country",
            Type.TEXT,
            (order, event) -> text(order.delivery()
                    .recipient()
                    .flatMap(Party::address)
                    .map(PostalAddress::country)
                    .map(Object::toString))),
    DELIVERY_TO_POINT(
            "delivery.to-point",
            Type.FLAG,
            (order, event) -> new FieldValue.Flag(order.delivery().pickupPoint().isPresent())),
    SHIPPING_STATE(
            "shipping.state", Type.TEXT, (order, event) -> constant(order.axes().shipping())),
    DOCUMENT_STATE(
            "document.state", Type.TEXT, (order, event) -> constant(order.axes().documents())),
    TAGS("tags", Type.TEXTS, (order, event) -> new FieldValue.Texts(order.tags())),
    BUYER_IS_COMPANY(
            "buyer.is-company",
            Type.FLAG,
            (order, event) ->
                    new FieldValue.Flag(order.invoicedParty().company().isPresent())),
    STATUS_FROM(
            "event.status-from",
            Type.TEXT,
            (order, event) -> event instanceof OrderEvent.StatusChanged changed
                    ? text(changed.from().value())
                    : unknown()),
    STATUS_TO(
            "event.status-to",
            Type.TEXT,
            (order, event) -> event instanceof OrderEvent.StatusChanged changed
                    ? text(changed.to().value())
                    : unknown()),
    TRACKING_TO(
            "event.tracking-to",
            Type.TEXT,
            (order, event) ->
                    event instanceof ShipmentEvent.TrackingChanged changed ? constant(changed.to()) : unknown()),
    TRACKING_DISPATCHED(
            "event.tracking-dispatched",
            Type.FLAG,
            (order, event) -> event instanceof ShipmentEvent.TrackingChanged changed
                    ? new FieldValue.Flag(changed.to().isDispatched())
                    : unknown()),
    DOCUMENT_KIND("event.document-kind", Type.TEXT, (order, event) -> documentKind(event)),
    PAYMENT_SOURCE(
            "event.payment-source",
            Type.TEXT,
            (order, event) ->
                    event instanceof PaymentEvent.PaymentReceived received ? constant(received.source()) : unknown()),
    TIMER(
            "event.timer",
            Type.TEXT,
            (order, event) -> event instanceof EffectEvent.TimerElapsed elapsed ? text(elapsed.timer()) : unknown());

    /** What values a field has. */
    public enum Type {
        TEXT,
        TEXTS,
        FLAG,
        AMOUNT
    }

    private final String text;
    private final Type type;

    @SuppressWarnings("ImmutableEnumChecker") // every reader is a lambda without state
    private final BiFunction<Order, Event, FieldValue> reader;

    Field(String text, Type type, BiFunction<Order, Event, FieldValue> reader) {
        this.text = text;
        this.type = type;
        this.reader = reader;
    }

    /** The field as rules name it, for example {@code payment.method}. */
    public String text() {
        return text;
    }

    public Type type() {
        return type;
    }

    /** The field's value; unknown when the order or the event does not have it. */
    public FieldValue read(Order order, Event event) {
        return reader.apply(order, event);
    }

    /** The field of that name. */
    public static Optional<Field> find(String text) {
        return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    /** Every field's name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Field::text).toList();
    }

    private static FieldValue documentKind(Event event) {
        if (event instanceof DocumentEvent.DocumentIssued issued) {
            return constant(issued.kind());
        }
        if (event instanceof DocumentEvent.DocumentRendered rendered) {
            return constant(rendered.kind());
        }
        if (event instanceof DocumentEvent.DocumentUploaded uploaded) {
            return constant(uploaded.kind());
        }
        return unknown();
    }

    private static FieldValue text(String value) {
        return new FieldValue.Text(value);
    }

    private static FieldValue text(Optional<String> value) {
        return value.<FieldValue>map(FieldValue.Text::new).orElseGet(FieldValue.Unknown::new);
    }

    /** An enum constant as rules write it: {@code cash-on-delivery}. */
    private static FieldValue constant(Enum<?> value) {
        return text(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static FieldValue unknown() {
        return new FieldValue.Unknown();
    }
}
