package io.orderweave.rule;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the fields of every type share. */
abstract sealed class TypedField implements Field
        permits TextField,
                ChoiceField,
                TextsField,
                FlagField,
                NumberField,
                AmountField,
                DurationField,
                TimeField,
                MomentField {

    private static final FieldValue MISSING = new FieldValue.Missing();

    private final String name;
    private final FieldType type;
    private final Source source;
    private final String meaning;
    private final Set<String> values;
    private final Function<Facts, FieldValue> reader;

    TypedField(Definition definition, FieldType type, Function<Facts, FieldValue> reader) {
        this(definition, type, Set.of(), reader);
    }

    TypedField(Definition definition, FieldType type, Set<String> values, Function<Facts, FieldValue> reader) {
        this.name = definition.name();
        this.source = definition.source();
        this.meaning = definition.meaning();
        this.type = type;
        this.values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        this.reader = reader;
    }

    /** What a field is besides its type. */
    record Definition(String name, Source source, String meaning) {

        private static final int LONGEST_NAME = 60;

        Definition {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "a field's name is words of a to z and digits, joined by dots and dashes,"
                                + " at most 60 characters: " + Shown.of(name));
            }
        }

        private static boolean isName(String name) {
            return name.length() <= LONGEST_NAME
                    && Stream.of(name.split("[.-]", -1))
                            .allMatch(word -> !word.isEmpty()
                                    && word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9'));
        }

        static Definition order(String name, String meaning) {
            return new Definition(name, Source.ORDER, meaning);
        }

        static Definition moment(String name, String meaning) {
            return new Definition(name, Source.MOMENT, meaning);
        }

        static Definition event(String name, String meaning) {
            return new Definition(name, Source.EVENT, meaning);
        }

        static Definition host(String name) {
            return new Definition(name, Source.HOST, "Registered by the host.");
        }

        static Definition beside(String name, String meaning) {
            return new Definition(name, Source.BESIDE, meaning);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FieldType type() {
        return type;
    }

    @Override
    public final Source source() {
        return source;
    }

    @Override
    public final String meaning() {
        return meaning;
    }

    @Override
    public final Set<String> values() {
        return values;
    }

    @Override
    public final FieldValue read(Facts facts) {
        if (source != Source.HOST) {
            return reader.apply(facts);
        }
        try {
            return reader.apply(facts);
        } catch (RuntimeException fault) {
            // Not its message: the host may quote the order in it.
            return new FieldValue.Faulty(fault.getClass().getName());
        }
    }

    @Override
    public final Condition isPresent() {
        return new Comparison.Present(name);
    }

    @Override
    public final Condition isAbsent() {
        return new Comparison.Absent(name);
    }

    @Override
    public final String toString() {
        return name;
    }

    static <T> FieldValue valueOf(Optional<T> value, Function<T, FieldValue> typed) {
        return value.map(typed).orElse(MISSING);
    }

    /** Reads what was fetched from beside the order. */
    static Function<Facts, FieldValue> besideOrder(String name, FieldType type) {
        FieldValue unknown = new FieldValue.Unknown();
        return facts -> {
            FieldValue value = facts.beside().getOrDefault(name, unknown);
            return value.type().filter(other -> other != type).isPresent() ? unknown : value;
        };
    }
}
