package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectEvent;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The moment at which a rule is looked at: a domain event, never the writing of a row. As JSON the name of an event ({@code
 * "order.confirmed"}), or an object that says more about it ({@code {"event": "status.entered", "status": "packing"}}).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event", defaultImpl = Trigger.OnEvent.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.StatusEntered.class, name = "status.entered"),
    @JsonSubTypes.Type(value = Trigger.StatusLeft.class, name = "status.left"),
    @JsonSubTypes.Type(value = Trigger.TimeInStatus.class, name = "time-in-status"),
    @JsonSubTypes.Type(value = Trigger.ChannelChanged.class, name = "order.changed-by-channel"),
    @JsonSubTypes.Type(value = Trigger.TagAdded.class, name = "order.tag-added"),
    @JsonSubTypes.Type(value = Trigger.NoteAdded.class, name = "order.note-added"),
    @JsonSubTypes.Type(value = Trigger.PaymentReceived.class, name = "payment.received"),
    @JsonSubTypes.Type(value = Trigger.PaymentOverdue.class, name = "payment.overdue"),
    @JsonSubTypes.Type(value = Trigger.DocumentIssued.class, name = "document.issued"),
    @JsonSubTypes.Type(value = Trigger.DocumentDue.class, name = "document.due"),
    @JsonSubTypes.Type(value = Trigger.ShipmentMilestone.class, name = "shipment.milestone"),
    @JsonSubTypes.Type(value = Trigger.TimerElapsed.class, name = "timer.elapsed"),
    @JsonSubTypes.Type(value = Trigger.Manual.class, name = "manual")
})
public sealed interface Trigger {

    /** The events it listens to, by name without version. */
    Set<String> events();

    /** Whether the event, of one of {@link #events()}, is that moment; pure. */
    boolean matches(Order order, Event event);

    /** The same for facts, of which what is derived from the order is computed once for all rules. */
    default boolean matches(Facts facts) {
        return matches(facts.order(), facts.event());
    }

    /** Any event of that name. */
    static Trigger on(String event) {
        return new OnEvent(event);
    }

    /**
     * Any event of that name.
     *
     * @param event without version, for example {@code order.confirmed}
     */
    @JsonSerialize(using = PlainTrigger.class)
    record OnEvent(String event) implements Trigger {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public OnEvent {}

        @Override
        public Set<String> events() {
            return Set.of(event);
        }

        @Override
        public boolean matches(Order order, Event happened) {
            return happened.eventName().name().equals(event);
        }

        @Override
        public String toString() {
            return event;
        }
    }

    /** The order enters the status, by whatever means; a new order enters its first one. */
    record StatusEntered(StatusId status) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.StatusChanged.NAME, OrderEvent.Imported.NAME, OrderEvent.Placed.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.StatusChanged changed
                    ? changed.to().equals(status)
                    : order.status().equals(status);
        }

        @Override
        public String toString() {
            return "status.entered " + status;
        }
    }

    /** The order leaves the status. */
    record StatusLeft(StatusId status) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.StatusChanged.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.StatusChanged changed
                    && changed.from().equals(status);
        }

        @Override
        public String toString() {
            return "status.left " + status;
        }
    }

    /**
     * The order has been in the status for that long without a break. Orders that entered it before a rule named the duration are not
     * watched.
     */
    record TimeInStatus(
            @JsonProperty("status") StatusId status,
            @JsonProperty("for") Duration duration) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.StatusLasted.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.StatusLasted lasted
                    && lasted.status().equals(status)
                    && lasted.duration().equals(duration);
        }

        @Override
        public String toString() {
            return "time-in-status " + status + " for " + duration;
        }
    }

    /**
     * The channel changed that part of the order.
     *
     * @param part one of {@link OrderEvent.ChangedByChannel#parts()}, for example {@code delivery}
     */
    record ChannelChanged(String part) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.ChangedByChannel.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.ChangedByChannel changed
                    && changed.parts().contains(part);
        }

        @Override
        public String toString() {
            return "order.changed-by-channel " + part;
        }
    }

    /** That tag was added. */
    record TagAdded(String tag) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.TagAdded.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.TagAdded added && added.tag().equals(tag);
        }

        @Override
        public String toString() {
            return "order.tag-added " + tag;
        }
    }

    /** A note for those readers was added. */
    record NoteAdded(Note.Audience audience) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.NoteAdded.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.NoteAdded added && added.audience() == audience;
        }

        @Override
        public String toString() {
            return "order.note-added " + audience;
        }
    }

    /** Money came, after which the order is paid so far: {@code PARTIALLY_PAID}, {@code PAID} or {@code OVERPAID}. */
    record PaymentReceived(Axes.PaymentState state) implements Trigger {

        @Override
        public Set<String> events() {
            return names(PaymentEvent.PaymentReceived.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof PaymentEvent.PaymentReceived && order.axes().payment() == state;
        }

        @Override
        public boolean matches(Facts facts) {
            return facts.event() instanceof PaymentEvent.PaymentReceived
                    && facts.axes().payment() == state;
        }

        @Override
        public String toString() {
            return "payment.received " + state;
        }
    }

    /**
     * An order to be paid in advance is not paid in full that long after it was confirmed. Orders confirmed before a rule named the
     * duration are not watched.
     */
    record PaymentOverdue(Duration after) implements Trigger {

        @Override
        public Set<String> events() {
            return names(PaymentEvent.PaymentOverdue.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof PaymentEvent.PaymentOverdue overdue
                    && overdue.after().equals(after);
        }

        @Override
        public String toString() {
            return "payment.overdue after " + after;
        }
    }

    /** A document of the kind was issued. */
    record DocumentIssued(DocumentKind kind) implements Trigger {

        @Override
        public Set<String> events() {
            return names(DocumentEvent.DocumentIssued.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof DocumentEvent.DocumentIssued issued && issued.kind() == kind;
        }

        @Override
        public String toString() {
            return "document.issued " + kind;
        }
    }

    /**
     * A document of the kind was due that long ago, and the order is not paid. Documents issued before a rule named the duration are
     * not watched.
     *
     * @param after the due day's beginning in the seller's zone; may be negative for a reminder before it
     */
    record DocumentDue(DocumentKind kind, Duration after) implements Trigger {

        @Override
        public Set<String> events() {
            return names(DocumentEvent.DocumentDue.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof DocumentEvent.DocumentDue due
                    && due.kind() == kind
                    && due.after().equals(after);
        }

        @Override
        public String toString() {
            return "document.due " + kind + " after " + after;
        }
    }

    /** A parcel of the order reached the milestone. */
    record ShipmentMilestone(Milestone milestone) implements Trigger {

        @Override
        public Set<String> events() {
            return names(ShipmentEvent.TrackingChanged.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof ShipmentEvent.TrackingChanged changed
                    && milestone.isReached(changed.from(), changed.to());
        }

        @Override
        public String toString() {
            return "shipment.milestone " + milestone;
        }
    }

    /** A timer that a rule started has elapsed. */
    record TimerElapsed(String timer) implements Trigger {

        @Override
        public Set<String> events() {
            return names(EffectEvent.TimerElapsed.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof EffectEvent.TimerElapsed elapsed
                    && elapsed.timer().equals(timer);
        }

        @Override
        public String toString() {
            return "timer.elapsed " + timer;
        }
    }

    /** Somebody raised the event of that name: a button, a barcode scan, {@code hub.orders().raise(...)}, or another rule. */
    record Manual(String name) implements Trigger {

        @Override
        public Set<String> events() {
            return names(OrderEvent.Raised.NAME);
        }

        @Override
        public boolean matches(Order order, Event event) {
            return event instanceof OrderEvent.Raised raised && raised.name().equals(name);
        }

        @Override
        public String toString() {
            return "manual " + name;
        }
    }

    private static Set<String> names(EventName... events) {
        return Arrays.stream(events).map(EventName::name).collect(Collectors.toUnmodifiableSet());
    }
}
