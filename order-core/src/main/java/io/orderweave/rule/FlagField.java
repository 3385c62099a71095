package io.orderweave.rule;

import io.orderweave.order.Order;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A field that is yes or no. Immutable. */
public final class FlagField extends TypedField {

    private static final FieldValue YES = new FieldValue.Flag(true);
    private static final FieldValue NO = new FieldValue.Flag(false);

    FlagField(Definition definition, Function<Facts, Optional<Boolean>> reader) {
        super(definition, FieldType.FLAG, facts -> valueOf(reader.apply(facts), value -> value ? YES : NO));
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

    public Condition is(boolean value) {
        return new Comparison.Is(name(), value);
    }
}
