package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A value that is less or more than another of its kind. Immutable. In JSON a number is a number and everything else a text told by its
 * shape: {@code 3}, {@code "100.00 PLN"}, {@code "P2D"}, {@code "22:00"}, {@code "2026-01-31T12:00:00Z"}.
 */
@JsonDeserialize(using = MeasureReader.class)
public sealed interface Measure extends FieldValue {

    /** Its kind. */
    FieldType kind();

    @Override
    default Optional<FieldType> type() {
        return Optional.of(kind());
    }

    /** Whether one of the two can be the less: of the same kind and, if amounts, of the same currency. */
    boolean isComparableWith(Measure other);

    /**
     * Negative, zero or positive as this is less than, the same as or more than the other.
     *
     * @throws IllegalArgumentException when they are not comparable
     */
    int compare(Measure other);

    /**
     * Parses what a measure prints.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Measure parse(String text) {
        if (text.length() > MeasureReader.LONGEST) {
            throw new IllegalArgumentException(
                    "a measure is written in at most " + MeasureReader.LONGEST + " characters");
        }
        try {
            Matcher amount = MeasureReader.AMOUNT.matcher(text);
            if (amount.matches()) {
                return new Amount(Money.of(new BigDecimal(amount.group(1)), Currency.getInstance(amount.group(2))));
            }
            if (MeasureReader.NUMBER.matcher(text).matches()) {
                return new Quantity(new BigDecimal(text));
            }
            if (text.startsWith("P") || text.startsWith("-P")) {
                return new Span(Duration.parse(text));
            }
            return text.indexOf('T') < 0 ? new TimeOfDay(LocalTime.parse(text)) : new Moment(Instant.parse(text));
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("not a number, amount, duration, time of day or moment", fault);
        }
    }

    /** A number without unit but the one its field names. */
    record Quantity(@JsonValue BigDecimal value) implements Measure {

        private static final int MOST_DIGITS = 40;

        public Quantity {
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("a number has at most " + MOST_DIGITS + " digits");
            }
            // Equal numbers are equal objects: 3 is 3.0.
            BigDecimal stripped = value.stripTrailingZeros();
            value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        static Quantity of(long value) {
            return new Quantity(BigDecimal.valueOf(value));
        }

        @Override
        public FieldType kind() {
            return FieldType.NUMBER;
        }

        @Override
        public boolean isComparableWith(Measure other) {
            return other instanceof Quantity;
        }

        @Override
        public int compare(Measure other) {
            return value.compareTo(same(Quantity.class, this, other).value);
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** An amount of money; comparable in its own currency only. */
    record Amount(Money value) implements Measure {

        @Override
        public FieldType kind() {
            return FieldType.AMOUNT;
        }

        @Override
        public boolean isComparableWith(Measure other) {
            return other instanceof Amount amount && amount.value.currency().equals(value.currency());
        }

        @Override
        public int compare(Measure other) {
            return value.compareTo(same(Amount.class, this, other).value);
        }

        @Override
        @JsonValue
        public String toString() {
            return value.toString();
        }
    }

    /** How long; a day is 24 hours. */
    record Span(Duration value) implements Measure {

        @Override
        public FieldType kind() {
            return FieldType.DURATION;
        }

        @Override
        public boolean isComparableWith(Measure other) {
            return other instanceof Span;
        }

        @Override
        public int compare(Measure other) {
            return value.compareTo(same(Span.class, this, other).value);
        }

        @Override
        @JsonValue
        public String toString() {
            return value.toString();
        }
    }

    /** A time of day on the seller's clock. */
    record TimeOfDay(LocalTime value) implements Measure {

        @Override
        public FieldType kind() {
            return FieldType.TIME;
        }

        @Override
        public boolean isComparableWith(Measure other) {
            return other instanceof TimeOfDay;
        }

        @Override
        public int compare(Measure other) {
            return value.compareTo(same(TimeOfDay.class, this, other).value);
        }

        @Override
        @JsonValue
        public String toString() {
            return value.toString();
        }
    }

    /** A moment, UTC. */
    record Moment(Instant value) implements Measure {

        @Override
        public FieldType kind() {
            return FieldType.MOMENT;
        }

        @Override
        public boolean isComparableWith(Measure other) {
            return other instanceof Moment;
        }

        @Override
        public int compare(Measure other) {
            return value.compareTo(same(Moment.class, this, other).value);
        }

        @Override
        @JsonValue
        public String toString() {
            return value.toString();
        }
    }

    private static <T extends Measure> T same(Class<T> type, Measure one, Measure other) {
        if (!one.isComparableWith(other)) {
            throw new IllegalArgumentException(one + " is neither less nor more than " + other);
        }
        return type.cast(other);
    }
}
