package io.orderweave.rule;

import io.orderweave.order.Order;
import java.util.Optional;
import java.util.function.Function;

/** A field with one text. Immutable. */
public final class TextField extends TypedField implements FactField<String> {

    TextField(Definition definition, Function<Facts, Optional<String>> reader) {
        super(definition, FieldType.TEXT, facts -> valueOf(reader.apply(facts), FieldValue.Text::new));
    }

    private TextField(String name, String meaning) {
        super(Definition.beside(name, meaning), FieldType.TEXT, besideOrder(name, FieldType.TEXT));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order; empty when the order has none
     */
    public static TextField of(String name, Function<Order, Optional<String>> reader) {
        return new TextField(Definition.host(name), facts -> reader.apply(facts.order()));
    }

    /**
     * A field of the host's whose value is no part of the order: a {@link FactReader} supplies it.
     *
     * @param name its name in rules, none of the library's own
     * @param meaning for people who write rules
     */
    public static TextField beside(String name, String meaning) {
        return new TextField(name, meaning);
    }

    @Override
    public FieldValue value(String read) {
        return new FieldValue.Text(read);
    }

    public TextComparison isOneOf(String... values) {
        return new TextComparison.OneOf(name(), Texts.set(values), false);
    }

    public TextComparison isNoneOf(String... values) {
        return new TextComparison.NoneOf(name(), Texts.set(values), false);
    }

    public TextComparison startsWith(String... values) {
        return new TextComparison.StartsWith(name(), Texts.set(values), false);
    }

    public TextComparison endsWith(String... values) {
        return new TextComparison.EndsWith(name(), Texts.set(values), false);
    }

    public TextComparison contains(String... values) {
        return new TextComparison.Contains(name(), Texts.set(values), false);
    }

    /** Fits a pattern: {@code *} stands for any text, {@code ?} for one character. */
    public TextComparison matches(String... patterns) {
        return new TextComparison.Matches(name(), Texts.set(patterns), false);
    }
}
