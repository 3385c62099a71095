package io.orderweave.rule;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A typed value of a field, or that there is none. Immutable. Prints as rules write it. */
public sealed interface FieldValue
        permits FieldValue.NoValue, FieldValue.Text, FieldValue.Texts, FieldValue.Flag, Measure {

    /** Of what type it is; empty when there is no value. */
    Optional<FieldType> type();

    /** There is nothing to compare: every comparison but of presence is unknown, which is not true. */
    sealed interface NoValue extends FieldValue {

        @Override
        default Optional<FieldType> type() {
            return Optional.empty();
        }
    }

    /** The order or the event has none, and that is known: an order placed by hand has no channel. */
    record Missing() implements NoValue {
        @Override
        public String toString() {
            return "missing";
        }
    }

    /** Nobody knows, for example a fact from beside the order that was not recorded. */
    record Unknown() implements NoValue {
        @Override
        public String toString() {
            return "unknown";
        }
    }

    /**
     * The host's reader of the field threw.
     *
     * @param exception the exception's class; never its message, which may quote the order
     */
    record Faulty(String exception) implements NoValue {
        @Override
        public String toString() {
            return "unknown: " + exception;
        }
    }

    /** Text. */
    record Text(String value) implements FieldValue {

        @Override
        public Optional<FieldType> type() {
            return Optional.of(FieldType.TEXT);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Several texts, or none at all, which is known. */
    final class Texts implements FieldValue {

        private final Set<String> values;

        /** To go through them without an iterator: every rule may. */
        private final String[] each;

        public Texts(Set<String> values) {
            this.values = Set.copyOf(values);
            this.each = this.values.toArray(String[]::new);
        }

        public Set<String> values() {
            return values;
        }

        String[] each() {
            return each;
        }

        @Override
        public Optional<FieldType> type() {
            return Optional.of(FieldType.TEXTS);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Texts texts && texts.values.equals(values);
        }

        @Override
        public int hashCode() {
            return values.hashCode();
        }

        @Override
        public String toString() {
            return new TreeSet<>(values).toString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FieldValue {

        @Override
        public Optional<FieldType> type() {
            return Optional.of(FieldType.FLAG);
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }
}
