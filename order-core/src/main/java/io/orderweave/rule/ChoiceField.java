package io.orderweave.rule;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field with one of a closed set of values. Immutable. In JSON a value is its name in lower case with dashes: {@code on-delivery}.
 *
 * @param <E> the values
 */
public final class ChoiceField<E extends Enum<E>> extends TypedField {

    ChoiceField(Definition definition, Class<E> choices, Function<Facts, Optional<E>> reader) {
        super(definition, FieldType.TEXT, words(choices), reading(choices, reader));
    }

    @SafeVarargs
    public final Condition isOneOf(E... values) {
        return new TextComparison.OneOf(name(), words(values), false);
    }

    @SafeVarargs
    public final Condition isNoneOf(E... values) {
        return new TextComparison.NoneOf(name(), words(values), false);
    }

    private static <E extends Enum<E>> Function<Facts, FieldValue> reading(
            Class<E> choices, Function<Facts, Optional<E>> reader) {
        Map<E, FieldValue> values = new EnumMap<>(choices);
        for (E choice : choices.getEnumConstants()) {
            values.put(choice, new FieldValue.Text(word(choice)));
        }
        return facts -> valueOf(reader.apply(facts), values::get);
    }

    private static <E extends Enum<E>> Set<String> words(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(ChoiceField::word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> words(Enum<?>[] values) {
        return Stream.of(values).map(ChoiceField::word).collect(Collectors.toUnmodifiableSet());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
