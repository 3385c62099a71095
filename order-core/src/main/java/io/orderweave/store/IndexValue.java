package io.orderweave.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A value of an {@link IndexField}. */
public sealed interface IndexValue {

    /** A value of a {@link IndexField.Type#TEXT} field. */
    record Text(String value) implements IndexValue {}

    /** A value of a {@link IndexField.Type#NUMBER} field. */
    @SuppressWarnings("JavaLangClash") // named as the field's type, and always written IndexValue.Number
    record Number(long value) implements IndexValue {}

    static IndexValue of(String value) {
        return new Text(value);
    }

    static IndexValue of(long value) {
        return new Number(value);
    }

    /** The moment as microseconds since the epoch, rounded down. */
    static IndexValue of(Instant moment) {
        return new Number(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }
}
