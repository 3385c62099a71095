package io.orderweave.rule;

import io.orderweave.order.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A field with a moment. Immutable. */
public final class MomentField extends TypedField {

    MomentField(Definition definition, Function<Facts, Optional<Instant>> reader) {
        super(definition, FieldType.MOMENT, facts -> valueOf(reader.apply(facts), Measure.Moment::new));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order; empty when the order has none
     */
    public static MomentField of(String name, Function<Order, Optional<Instant>> reader) {
        return new MomentField(Definition.host(name), facts -> reader.apply(facts.order()));
    }

    public Condition atLeast(Instant value) {
        return new Ordering.AtLeast(name(), new Measure.Moment(value));
    }

    public Condition atMost(Instant value) {
        return new Ordering.AtMost(name(), new Measure.Moment(value));
    }

    public Condition moreThan(Instant value) {
        return new Ordering.MoreThan(name(), new Measure.Moment(value));
    }

    public Condition lessThan(Instant value) {
        return new Ordering.LessThan(name(), new Measure.Moment(value));
    }

    /** From the one to the other, both included. */
    public Condition between(Instant from, Instant to) {
        return new Ordering.Between(name(), new Measure.Moment(from), new Measure.Moment(to));
    }
}
