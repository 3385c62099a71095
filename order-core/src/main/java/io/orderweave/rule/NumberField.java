package io.orderweave.rule;

import io.orderweave.order.Order;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** A field with a number. Immutable. */
public final class NumberField extends TypedField implements FactField<BigDecimal> {

    NumberField(Definition definition, Function<Facts, Optional<BigDecimal>> reader) {
        super(definition, FieldType.NUMBER, facts -> valueOf(reader.apply(facts), Measure.Quantity::new));
    }

    private NumberField(String name, String meaning) {
        super(Definition.beside(name, meaning), FieldType.NUMBER, besideOrder(name, FieldType.NUMBER));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order; empty when the order has none
     */
    public static NumberField of(String name, Function<Order, Optional<BigDecimal>> reader) {
        return new NumberField(Definition.host(name), facts -> reader.apply(facts.order()));
    }

    /**
     * A field of the host's whose value is no part of the order: a {@link FactReader} supplies it.
     *
     * @param name its name in rules, none of the library's own
     * @param meaning for people who write rules
     */
    public static NumberField beside(String name, String meaning) {
        return new NumberField(name, meaning);
    }

    @Override
    public FieldValue value(BigDecimal read) {
        return new Measure.Quantity(read);
    }

    public Condition atLeast(long value) {
        return atLeast(BigDecimal.valueOf(value));
    }

    public Condition atMost(long value) {
        return atMost(BigDecimal.valueOf(value));
    }

    public Condition atLeast(BigDecimal value) {
        return new Ordering.AtLeast(name(), new Measure.Quantity(value));
    }

    public Condition atMost(BigDecimal value) {
        return new Ordering.AtMost(name(), new Measure.Quantity(value));
    }

    public Condition moreThan(BigDecimal value) {
        return new Ordering.MoreThan(name(), new Measure.Quantity(value));
    }

    public Condition lessThan(BigDecimal value) {
        return new Ordering.LessThan(name(), new Measure.Quantity(value));
    }

    /** From the one to the other, both included. */
    public Condition between(BigDecimal from, BigDecimal to) {
        return new Ordering.Between(name(), new Measure.Quantity(from), new Measure.Quantity(to));
    }
}
