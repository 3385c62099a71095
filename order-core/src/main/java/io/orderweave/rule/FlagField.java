package io.orderweave.rule;

import io.orderweave.order.Order;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A field that is yes or no. Immutable. */
public final class FlagField extends TypedField implements FactField<Boolean> {

    private static final FieldValue YES = new FieldValue.Flag(true);
    private static final FieldValue NO = new FieldValue.Flag(false);

    FlagField(Definition definition, Function<Facts, Optional<Boolean>> reader) {
        super(definition, FieldType.FLAG, facts -> valueOf(reader.apply(facts), value -> value ? YES : NO));
    }

    private FlagField(String name, String meaning) {
        super(Definition.beside(name, meaning), FieldType.FLAG, besideOrder(name, FieldType.FLAG));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order
     */
    public static FlagField of(String name, Predicate<Order> reader) {
        return new FlagField(Definition.host(name), facts -> Optional.of(reader.test(facts.order())));
    }

    /**
     * A field of the host's whose value is no part of the order: a {@link FactReader} supplies it.
     *
     * @param name its name in rules, none of the library's own
     * @param meaning for people who write rules
     */
    public static FlagField beside(String name, String meaning) {
        return new FlagField(name, meaning);
    }

    @Override
    public FieldValue value(Boolean read) {
        return read ? YES : NO;
    }

    public Condition is(boolean value) {
        return new Comparison.Is(name(), value);
    }
}
