package io.orderweave.rule;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A number, amount, duration, time or moment held against another of its kind. An amount of another currency is neither less nor more:
 * unknown, which is not true.
 */
public sealed interface Ordering extends Comparison {

    /** What it is held against; of a range where it begins. */
    Measure value();

    @Override
    default String wanted() {
        return value().toString();
    }

    @Override
    default Set<FieldType> types() {
        return Set.of(value().kind());
    }

    /** The value or more. */
    record AtLeast(String field, Measure value) implements Ordering {

        @Override
        public String operator() {
            return "at-least";
        }

        @Override
        public Test prepared() {
            return against(value, order -> order >= 0);
        }
    }

    /** The value or less. */
    record AtMost(String field, Measure value) implements Ordering {

        @Override
        public String operator() {
            return "at-most";
        }

        @Override
        public Test prepared() {
            return against(value, order -> order <= 0);
        }
    }

    /** More than the value. */
    record MoreThan(String field, Measure value) implements Ordering {

        @Override
        public String operator() {
            return "more-than";
        }

        @Override
        public Test prepared() {
            return against(value, order -> order > 0);
        }
    }

    /** Less than the value. */
    record LessThan(String field, Measure value) implements Ordering {

        @Override
        public String operator() {
            return "less-than";
        }

        @Override
        public Test prepared() {
            return against(value, order -> order < 0);
        }
    }

    /**
     * From the value to the other, both included. A time of day may go over midnight: from 22:00 to 06:00.
     *
     * @param to not less than the value, but for a time of day
     */
    record Between(String field, Measure value, Measure to) implements Ordering {

        public Between {
            if (!value.isComparableWith(to)) {
                throw new IllegalArgumentException("'value' and 'to' of a range must be of one kind and currency");
            }
            if (!(value instanceof Measure.TimeOfDay) && value.compare(to) > 0) {
                throw new IllegalArgumentException(
                        "a range goes from the less to the more, not from " + value + " to " + to);
            }
        }

        @Override
        public String operator() {
            return "between";
        }

        @Override
        public String wanted() {
            return value + " to " + to;
        }

        @Override
        public Test prepared() {
            Test from = against(value, order -> order >= 0);
            Test until = against(to, order -> order <= 0);
            return value.compare(to) <= 0
                    ? seen -> from.of(seen).and(until.of(seen))
                    : seen -> from.of(seen).or(until.of(seen));
        }
    }

    private static Test against(Measure wanted, IntPredicate order) {
        return seen -> seen instanceof Measure measure && measure.isComparableWith(wanted)
                ? Verdict.of(order.test(measure.compare(wanted)))
                : Verdict.UNKNOWN;
    }
}
