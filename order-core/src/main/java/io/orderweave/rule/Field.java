package io.orderweave.rule;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectEvent;
import io.orderweave.order.Axes;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Note;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What conditions look at: a value of the order, of the event that triggered the rule, of its moment, or of what lies beside the order.
 * Immutable and pure. The type of a field decides which comparisons it can make, so that a wrong one does not compile; hosts add fields
 * of their own by {@link TextField#of} and its like. The library's own are constants here, and together {@link FieldCatalogue#standard}.
 */
public sealed interface Field permits TypedField, FactField {

    /** Where a field's value comes from. */
    enum Source {
        ORDER,
        /** The moment of the event. */
        MOMENT,
        /** Supplied by the host from elsewhere: fetched outside the transaction when a rule asks for it, and recorded with the event. */
        BESIDE,
        /** What the event says; missing when the event is of another kind. */
        EVENT,
        /** The host's own reading of the order. */
        HOST
    }

    TextField CHANNEL = new TextField(
            TypedField.Definition.order("channel", "The sales channel; missing for an order placed by hand."),
            facts -> facts.order().ref().map(ref -> ref.channel().value()));

    TextField CONNECTION = new TextField(
            TypedField.Definition.order("connection", "The connection that brought the order."),
            facts -> facts.order().connection().map(ConnectionId::value));

    TextField STOREFRONT = new TextField(
            TypedField.Definition.order("storefront", "The storefront of the channel, for example allegro-cz."),
            facts -> facts.order().storefront().map(Storefront::value));

    TextField SELLER = new TextField(
            TypedField.Definition.order("seller", "The seller, by its id."),
            facts -> Optional.of(facts.order().seller().value()));

    TextField CHANNEL_STATUS = new TextField(
            TypedField.Definition.order("channel.status", "The channel's own status term, as it came."),
            facts -> facts.order().channelState().map(ChannelState::term));

    ChoiceField<Lifecycle> CHANNEL_LIFECYCLE = new ChoiceField<>(
            TypedField.Definition.order("channel.lifecycle", "How certain the order is at its channel."),
            Lifecycle.class,
            facts -> facts.order().channelState().map(ChannelState::lifecycle));

    TextsField CHANNEL_FLAGS = new TextsField(
            TypedField.Definition.order(
                    "channel.flags",
                    "What the channel marks the order with: `smart` (Allegro Smart!), `fulfilled-by-allegro` (its warehouse ships),"
                            + " `delivery-withdrawn` (by Allegro's buyer), `deemed-supplier` (Kaufland owes the VAT)."),
            facts -> new FieldValue.Texts(
                    facts.order().channelState().map(ChannelState::flags).orElse(Set.of())));

    TextField STATUS = new TextField(
            TypedField.Definition.order("status", "The order's status, by its id."),
            facts -> Optional.of(facts.order().status().value()));

    ChoiceField<Phase> PHASE = new ChoiceField<>(
            TypedField.Definition.order("phase", "What the status means."),
            Phase.class,
            facts -> Optional.of(facts.order().phase()));

    ChoiceField<Axes.PaymentState> PAYMENT_STATE = new ChoiceField<>(
            TypedField.Definition.order("payment.state", "How far the order is paid."),
            Axes.PaymentState.class,
            facts -> Optional.of(facts.axes().payment()));

    ChoiceField<Axes.ShippingState> SHIPPING_STATE = new ChoiceField<>(
            TypedField.Definition.order("shipping.state", "How far the order is shipped."),
            Axes.ShippingState.class,
            facts -> Optional.of(facts.axes().shipping()));

    ChoiceField<Axes.DocumentState> DOCUMENT_STATE = new ChoiceField<>(
            TypedField.Definition.order("document.state", "How far the order is invoiced."),
            Axes.DocumentState.class,
            facts -> Optional.of(facts.axes().documents()));

    ChoiceField<Axes.ReturnState> RETURN_STATE = new ChoiceField<>(
            TypedField.Definition.order("return.state", "How far the order came back."),
            Axes.ReturnState.class,
            facts -> Optional.of(facts.axes().returns()));

    TextField PAYMENT_METHOD = new TextField(
            TypedField.Definition.order(
                    "payment.method",
                    "The shop's code of the payment method; missing while the dictionary has no translation."),
            facts -> facts.order().payment().method());

    TextField PAYMENT_TERM = new TextField(
            TypedField.Definition.order("payment.term", "The channel's term for the payment method."),
            facts -> facts.order().payment().term());

    ChoiceField<PaymentTerms.Timing> PAYMENT_TIMING = new ChoiceField<>(
            TypedField.Definition.order("payment.timing", "When the money is due."),
            PaymentTerms.Timing.class,
            facts -> Optional.of(facts.order().payment().timing()));

    TextField DELIVERY_METHOD = new TextField(
            TypedField.Definition.order(
                    "delivery.method",
                    "The shop's code of the delivery method; missing while the dictionary has no translation."),
            facts -> facts.order().delivery().method());

    TextField DELIVERY_TERM = new TextField(
            TypedField.Definition.order("delivery.term", "The channel's term for the delivery method."),
            facts -> facts.order().delivery().term());

    TextField DELIVERY_COUNTRY = new TextField(
            TypedField.Definition.order("delivery.country", "Where it is delivered: ISO 3166-1, two letters."),
            facts -> OrderReaders.country(facts.order().delivery().recipient()));

    FlagField DELIVERY_TO_POINT = new FlagField(
            TypedField.Definition.order(
                    "delivery.to-point", "Whether the parcel is collected at a locker, shop or office."),
            facts -> Optional.of(facts.order().delivery().pickupPoint().isPresent()));

    TextField BILLING_COUNTRY = new TextField(
            TypedField.Definition.order("billing.country", "The country of the invoiced: ISO 3166-1, two letters."),
            facts -> OrderReaders.country(Optional.of(facts.order().invoicedParty())));

    FlagField BUYER_IS_COMPANY = new FlagField(
            TypedField.Definition.order("buyer.is-company", "Whether the invoiced gave a company's name."),
            facts -> Optional.of(facts.order().invoicedParty().company().isPresent()));

    FlagField BUYER_HAS_VAT_ID = new FlagField(
            TypedField.Definition.order("buyer.has-vat-id", "Whether the invoiced gave a tax id, of whatever type."),
            facts -> Optional.of(!facts.order().invoicedParty().taxIds().isEmpty()));

    FlagField BUYER_NOTE = new FlagField(
            TypedField.Definition.order("buyer.note", "Whether the buyer wrote a note to the shop."),
            facts -> Optional.of(OrderReaders.hasBuyerNote(facts.order())));

    TextField CURRENCY = new TextField(
            TypedField.Definition.order("currency", "The order's currency: ISO 4217."),
            facts -> Optional.of(facts.order().currency().getCurrencyCode()));

    AmountField TOTAL = new AmountField(
            TypedField.Definition.order("total", "What the buyer owes in all."),
            facts -> Optional.of(facts.order().total()));

    AmountField OPEN_AMOUNT = new AmountField(
            TypedField.Definition.order("open-amount", "What is still to be paid; negative when overpaid."),
            facts -> Optional.of(facts.order().openAmount()));

    AmountField PAID = new AmountField(
            TypedField.Definition.order("paid", "What was received from the buyer."),
            facts -> Optional.of(facts.order().progress().paid()));

    AmountField REFUNDED = new AmountField(
            TypedField.Definition.order("refunded", "What was given back to the buyer."),
            facts -> Optional.of(facts.order().progress().refunded()));

    AmountField TO_COLLECT = new AmountField(
            TypedField.Definition.order("to-collect", "What the courier must collect; missing when nothing."),
            facts -> facts.order().payment().collectOnDelivery());

    AmountField GOODS_TOTAL = new AmountField(
            TypedField.Definition.order("goods-total", "The lines without any charge."),
            facts -> Optional.of(OrderReaders.goods(facts.order())));

    AmountField DELIVERY_CHARGE = new AmountField(
            TypedField.Definition.order(
                    "delivery.charge", "What the buyer pays for the delivery; zero when it is free."),
            facts -> Optional.of(OrderReaders.deliveryCharge(facts.order())));

    NumberField QUANTITY = new NumberField(
            TypedField.Definition.order("quantity", "Pieces of all lines together."),
            facts -> Optional.of(OrderReaders.pieces(facts.order())));

    NumberField LINE_COUNT = new NumberField(
            TypedField.Definition.order("line.count", "How many lines."),
            facts -> Optional.of(BigDecimal.valueOf(facts.order().lines().size())));

    TextsField LINE_SKU = new TextsField(
            TypedField.Definition.order("line.sku", "The seller's product numbers of the lines that have one."),
            facts -> OrderReaders.ofLines(facts.order(), OrderLine::sku));

    TextsField LINE_EAN = new TextsField(
            TypedField.Definition.order("line.ean", "The EANs of the lines that have one."),
            facts -> OrderReaders.ofLines(facts.order(), OrderLine::ean));

    TextsField LINE_NAME = new TextsField(
            TypedField.Definition.order("line.name", "The names of the lines."),
            facts -> OrderReaders.ofLines(facts.order(), line -> Optional.of(line.name())));

    TextsField TAGS = new TextsField(
            TypedField.Definition.order("tags", "The order's tags."),
            facts -> new FieldValue.Texts(facts.order().tags()));

    TextsField HOLDS = new TextsField(
            TypedField.Definition.order("holds", "The codes of the holds it is under."),
            facts -> OrderReaders.holds(facts.order()));

    TextsField REFERRERS = new TextsField(
            TypedField.Definition.order("referrers", "Where the buyer came from."),
            facts -> new FieldValue.Texts(Set.copyOf(facts.order().referrers())));

    MomentField PLACED_AT = new MomentField(
            TypedField.Definition.moment("placed-at", "When the order was placed."),
            facts -> Optional.of(facts.order().placedAt()));

    DurationField AGE = new DurationField(
            TypedField.Definition.moment("age", "Time from the placing of the order to the event."),
            facts -> Optional.of(Duration.between(facts.order().placedAt(), facts.at())));

    TimeField TIME_OF_DAY = new TimeField(
            TypedField.Definition.moment("time-of-day", "The time of the event on the seller's clock."),
            facts -> facts.local().toLocalTime());

    ChoiceField<DayOfWeek> WEEKDAY = new ChoiceField<>(
            TypedField.Definition.moment("weekday", "The day of the event on the seller's calendar."),
            DayOfWeek.class,
            facts -> Optional.of(facts.local().getDayOfWeek()));

    NumberField CUSTOMER_ORDERS = NumberField.beside(
            "customer.order-count", "How many orders the buyer has placed before, as the host counts them.");

    NumberField WEIGHT =
            NumberField.beside("weight", "What the ordered goods weigh, in grams, as the host knows its products.");

    TextField EVENT_NAME = new TextField(
            TypedField.Definition.event("event.name", "The name of the event."),
            facts -> Optional.of(facts.event().eventName().name()));

    TextField STATUS_FROM = new TextField(
            TypedField.Definition.event("event.status-from", "Of a change of status: the one it left."),
            facts -> EventReaders.of(
                    facts, OrderEvent.StatusChanged.class, it -> it.from().value()));

    TextField STATUS_TO = new TextField(
            TypedField.Definition.event("event.status-to", "Of a change of status: the one it entered."),
            facts -> EventReaders.of(
                    facts, OrderEvent.StatusChanged.class, it -> it.to().value()));

    TextField EVENT_TAG = new TextField(
            TypedField.Definition.event("event.tag", "Of a tag that was added or removed: the tag."),
            facts -> EventReaders.tag(facts.event()));

    TextField EVENT_HOLD = new TextField(
            TypedField.Definition.event("event.hold", "Of a hold that was placed or released: its code."),
            facts -> EventReaders.hold(facts.event()));

    TextsField EVENT_CHANGED = new TextsField(
            TypedField.Definition.event(
                    "event.changed", "Of a change by the channel: what changed, for example delivery."),
            facts -> EventReaders.changed(facts.event()));

    ChoiceField<Note.Audience> EVENT_NOTE_AUDIENCE = new ChoiceField<>(
            TypedField.Definition.event("event.note-audience", "Of a note that was added: who it is for."),
            Note.Audience.class,
            facts -> EventReaders.of(facts, OrderEvent.NoteAdded.class, OrderEvent.NoteAdded::audience));

    AmountField PAYMENT_AMOUNT = new AmountField(
            TypedField.Definition.event("event.payment-amount", "Of a payment: what came now."),
            facts -> EventReaders.of(facts, PaymentEvent.PaymentReceived.class, PaymentEvent.PaymentReceived::amount));

    ChoiceField<Payment.Source> PAYMENT_SOURCE = new ChoiceField<>(
            TypedField.Definition.event("event.payment-source", "Of a payment: who took the money."),
            Payment.Source.class,
            facts -> EventReaders.of(facts, PaymentEvent.PaymentReceived.class, PaymentEvent.PaymentReceived::source));

    ChoiceField<TrackingStatus> TRACKING_TO = new ChoiceField<>(
            TypedField.Definition.event("event.tracking-to", "Of a parcel's milestone: the one it reached."),
            TrackingStatus.class,
            facts -> EventReaders.of(facts, ShipmentEvent.TrackingChanged.class, ShipmentEvent.TrackingChanged::to));

    FlagField TRACKING_DISPATCHED = new FlagField(
            TypedField.Definition.event(
                    "event.tracking-dispatched", "Of a parcel's milestone: whether the parcel has left the seller."),
            facts -> EventReaders.of(
                    facts, ShipmentEvent.TrackingChanged.class, it -> it.to().isDispatched()));

    ChoiceField<DocumentKind> DOCUMENT_KIND = new ChoiceField<>(
            TypedField.Definition.event("event.document-kind", "Of a document: its kind."),
            DocumentKind.class,
            facts -> EventReaders.documentKind(facts.event()));

    TextField RAISED = new TextField(
            TypedField.Definition.event(
                    "event.raised", "Of an event that a person, the host or a rule raised: its name."),
            facts -> EventReaders.of(facts, OrderEvent.Raised.class, OrderEvent.Raised::name));

    TextField TIMER = new TextField(
            TypedField.Definition.event("event.timer", "Of a timer: its name."),
            facts -> EventReaders.of(facts, EffectEvent.TimerElapsed.class, EffectEvent.TimerElapsed::timer));

    /** The field as rules name it, for example {@code payment.method}. */
    String name();

    FieldType type();

    Source source();

    /** What it means, for people who write rules, in English. */
    String meaning();

    /** The only values it has; empty when they are not a closed set. */
    Set<String> values();

    /** The field's value. A host's reader that throws makes it {@link FieldValue.Faulty}. */
    FieldValue read(Facts facts);

    /** It has a value; of several texts: at least one. */
    Condition isPresent();

    /** It has no value, and that is known. */
    Condition isAbsent();
}
