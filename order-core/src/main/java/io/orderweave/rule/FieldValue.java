package io.orderweave.rule;

import io.orderweave.money.Money;
import java.util.Set;
import java.util.TreeSet;

/** A typed value of a field, or that it is unknown. */
public sealed interface FieldValue {

    /** Nobody knows: every condition on it is unknown, which is not true. */
    record Unknown() implements FieldValue {
        @Override
        public String toString() {
            return "unknown";
        }
    }

    /** Text. */
    record Text(String value) implements FieldValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /** Several texts. */
    record Texts(Set<String> values) implements FieldValue {

        public Texts {
            values = Set.copyOf(values);
        }

        @Override
        public String toString() {
            return new TreeSet<>(values).toString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** An amount. */
    record Amount(Money value) implements FieldValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}
