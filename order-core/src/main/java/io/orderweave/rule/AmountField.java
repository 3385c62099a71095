package io.orderweave.rule;

import io.orderweave.money.Money;
import io.orderweave.order.Order;
import java.util.Optional;
import java.util.function.Function;

/** A field with an amount of money. A comparison with an amount of another currency is unknown, which is not true. Immutable. */
public final class AmountField extends TypedField implements FactField<Money> {

    AmountField(Definition definition, Function<Facts, Optional<Money>> reader) {
        super(definition, FieldType.AMOUNT, facts -> valueOf(reader.apply(facts), Measure.Amount::new));
    }

    private AmountField(String name, String meaning) {
        super(Definition.beside(name, meaning), FieldType.AMOUNT, besideOrder(name, FieldType.AMOUNT));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order; empty when the order has none
     */
    public static AmountField of(String name, Function<Order, Optional<Money>> reader) {
        return new AmountField(Definition.host(name), facts -> reader.apply(facts.order()));
    }

    /**
     * A field of the host's whose value is no part of the order: a {@link FactReader} supplies it.
     *
     * @param name its name in rules, none of the library's own
     * @param meaning for people who write rules
     */
    public static AmountField beside(String name, String meaning) {
        return new AmountField(name, meaning);
    }

    @Override
    public FieldValue value(Money read) {
        return new Measure.Amount(read);
    }

    public Condition atLeast(Money value) {
        return new Ordering.AtLeast(name(), new Measure.Amount(value));
    }

    public Condition atMost(Money value) {
        return new Ordering.AtMost(name(), new Measure.Amount(value));
    }

    public Condition moreThan(Money value) {
        return new Ordering.MoreThan(name(), new Measure.Amount(value));
    }

    public Condition lessThan(Money value) {
        return new Ordering.LessThan(name(), new Measure.Amount(value));
    }

    /** From the one to the other, both included. */
    public Condition between(Money from, Money to) {
        return new Ordering.Between(name(), new Measure.Amount(from), new Measure.Amount(to));
    }
}
