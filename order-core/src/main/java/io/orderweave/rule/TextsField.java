package io.orderweave.rule;

import io.orderweave.order.Order;
import java.util.Set;
import java.util.function.Function;

/** A field with several texts, such as tags or the product numbers of the lines. Immutable. */
public final class TextsField extends TypedField implements FactField<Set<String>> {

    TextsField(Definition definition, Function<Facts, FieldValue> reader) {
        super(definition, FieldType.TEXTS, reader);
    }

    private TextsField(String name, String meaning) {
        super(Definition.beside(name, meaning), FieldType.TEXTS, besideOrder(name, FieldType.TEXTS));
    }

    /**
     * A field of the host's.
     *
     * @param name its name in rules, none of the library's own
     * @param reader a pure function of the order
     */
    public static TextsField of(String name, Function<Order, Set<String>> reader) {
        return new TextsField(Definition.host(name), facts -> new FieldValue.Texts(reader.apply(facts.order())));
    }

    /**
     * A field of the host's whose value is no part of the order: a {@link FactReader} supplies it.
     *
     * @param name its name in rules, none of the library's own
     * @param meaning for people who write rules
     */
    public static TextsField beside(String name, String meaning) {
        return new TextsField(name, meaning);
    }

    @Override
    public FieldValue value(Set<String> read) {
        return new FieldValue.Texts(read);
    }

    public TextComparison hasAnyOf(String... values) {
        return new TextComparison.OneOf(name(), Texts.set(values), false);
    }

    public TextComparison hasNoneOf(String... values) {
        return new TextComparison.NoneOf(name(), Texts.set(values), false);
    }

    public Condition hasAllOf(String... values) {
        return new Comparison.HasAll(name(), Texts.set(values));
    }

    public TextComparison anyStartsWith(String... values) {
        return new TextComparison.StartsWith(name(), Texts.set(values), false);
    }

    public TextComparison anyEndsWith(String... values) {
        return new TextComparison.EndsWith(name(), Texts.set(values), false);
    }

    public TextComparison anyContains(String... values) {
        return new TextComparison.Contains(name(), Texts.set(values), false);
    }

    /** One of the texts fits a pattern: {@code *} stands for any text, {@code ?} for one character. */
    public TextComparison anyMatches(String... patterns) {
        return new TextComparison.Matches(name(), Texts.set(patterns), false);
    }
}
