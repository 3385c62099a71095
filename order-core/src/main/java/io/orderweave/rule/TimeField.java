package io.orderweave.rule;

import java.time.LocalTime;
import java.util.function.Function;

/** A field with a time of day on the seller's clock. Immutable. */
public final class TimeField extends TypedField {

    TimeField(Definition definition, Function<Facts, LocalTime> reader) {
        super(definition, FieldType.TIME, facts -> new Measure.TimeOfDay(reader.apply(facts)));
    }

    public Condition atLeast(LocalTime value) {
        return new Ordering.AtLeast(name(), new Measure.TimeOfDay(value));
    }

    public Condition lessThan(LocalTime value) {
        return new Ordering.LessThan(name(), new Measure.TimeOfDay(value));
    }

    /** From the one to the other, both included; over midnight when the first is the later. */
    public Condition between(LocalTime from, LocalTime to) {
        return new Ordering.Between(name(), new Measure.TimeOfDay(from), new Measure.TimeOfDay(to));
    }
}
