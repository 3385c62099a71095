package io.orderweave.rule;

import io.orderweave.order.Order;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A field with a duration. Immutable. */
public final class DurationField extends TypedField {

    DurationField(Definition definition, Function<Facts, Optional<Duration>> reader) {
        super(definition, FieldType.DURATION, facts -> valueOf(reader.apply(facts), Measure.Span::new));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order; empty when the order has none
     */
    public static DurationField of(String name, Function<Order, Optional<Duration>> reader) {
        return new DurationField(Definition.host(name), facts -> reader.apply(facts.order()));
    }

    public Condition atLeast(Duration value) {
        return new Ordering.AtLeast(name(), new Measure.Span(value));
    }

    public Condition atMost(Duration value) {
        return new Ordering.AtMost(name(), new Measure.Span(value));
    }

    public Condition moreThan(Duration value) {
        return new Ordering.MoreThan(name(), new Measure.Span(value));
    }

    public Condition lessThan(Duration value) {
        return new Ordering.LessThan(name(), new Measure.Span(value));
    }

    /** From the one to the other, both included. */
    public Condition between(Duration from, Duration to) {
        return new Ordering.Between(name(), new Measure.Span(from), new Measure.Span(to));
    }
}
