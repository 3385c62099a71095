package io.orderweave.rule;

import io.orderweave.event.Event;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an evaluation sees: the order as it is after the event, the event, its moment, and what was fetched from beside the order
 * before. Values only: nothing here can do anything. Immutable; what is derived is computed once.
 */
public final class Facts {

    private final Order order;
    private final Event event;
    private final Instant at;
    private final ZoneId zone;
    private final Map<String, FieldValue> beside;
    private @Nullable Axes axes;
    private @Nullable ZonedDateTime local;

    private Facts(Order order, Event event, Instant at, ZoneId zone, Map<String, FieldValue> beside) {
        this.order = order;
        this.event = event;
        this.at = at;
        this.zone = zone;
        this.beside = Map.copyOf(beside);
    }

    /**
     * Facts with nothing from beside the order.
     *
     * @param at the moment of the event
     * @param zone the seller's: times of day, weekdays and the days of rules are counted in it
     */
    public static Facts of(Order order, Event event, Instant at, ZoneId zone) {
        return new Facts(order, event, at, zone, Map.of());
    }

    /**
     * The same with values of fields whose source is beside the order.
     *
     * @param values by the field's name; what is not among them is unknown
     */
    public Facts with(Map<String, FieldValue> values) {
        return new Facts(order, event, at, zone, values);
    }

    public Order order() {
        return order;
    }

    public Event event() {
        return event;
    }

    public Instant at() {
        return at;
    }

    /** The moment on the seller's clock. */
    public ZonedDateTime local() {
        ZonedDateTime known = local;
        if (known == null) {
            known = at.atZone(zone);
            local = known;
        }
        return known;
    }

    /** What was fetched from beside the order, by the field's name. */
    public Map<String, FieldValue> beside() {
        return beside;
    }

    Axes axes() {
        Axes known = axes;
        if (known == null) {
            known = order.axes();
            axes = known;
        }
        return known;
    }
}
