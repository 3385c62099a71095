package io.orderweave.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must hold of the fields for conditions to be true together, and whether that can be. It finds a contradiction only where there is
 * one; it may overlook some. Pure.
 */
final class Demands {

    private final List<Comparison> required = new ArrayList<>();
    private final List<Comparison> forbidden = new ArrayList<>();
    private final List<List<Condition>> choices = new ArrayList<>();

    private Demands(Stream<Condition> conditions) {
        conditions.forEach(condition -> demand(condition, true));
    }

    static Demands of(Condition... conditions) {
        return new Demands(Stream.of(conditions));
    }

    private void demand(Condition condition, boolean wanted) {
        if (condition instanceof Comparison comparison) {
            (wanted ? required : forbidden).add(comparison);
        } else if (condition instanceof Condition.All all && wanted) {
            all.conditions().forEach(each -> demand(each, true));
        } else if (condition instanceof Condition.None none && wanted) {
            none.conditions().forEach(each -> demand(each, false));
        } else if (condition instanceof Condition.Any any) {
            if (wanted) {
                choices.add(any.conditions());
            } else {
                any.conditions().forEach(each -> demand(each, false));
            }
        }
        // What is left asks for one thing not to be so, which is hardly ever a contradiction.
    }

    /** What every one of the demands names, for comparing rules. */
    Set<Comparison> required() {
        return Set.copyOf(required);
    }

    /** Whether there is nothing but {@link #required}. */
    boolean isPlain() {
        return forbidden.isEmpty() && choices.isEmpty();
    }

    /** The values that the field must be one of; empty when it may be anything. */
    Optional<Set<String>> oneOf(String field) {
        return required.stream()
                .filter(comparison -> comparison instanceof TextComparison.OneOf
                        && comparison.field().equals(field))
                .map(comparison -> ((TextComparison.OneOf) comparison).values())
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()));
    }

    /** A comparison that cannot be true with the others. */
    Optional<Comparison> contradiction() {
        Optional<Comparison> direct =
                required.stream().filter(this::contradicts).findFirst();
        return direct.or(() ->
                choices.stream().flatMap(choice -> impossible(choice).stream()).findFirst());
    }

    /** The first of alternatives that are all impossible. */
    private Optional<Comparison> impossible(List<Condition> choice) {
        Optional<Comparison> first = Optional.empty();
        for (Condition alternative : choice) {
            Demands with = Demands.of(alternative);
            with.required.addAll(required);
            with.forbidden.addAll(forbidden);
            Optional<Comparison> contradiction = with.contradiction();
            if (contradiction.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> contradiction);
        }
        return first;
    }

    private boolean contradicts(Comparison one) {
        Predicate<Comparison> sameField = other -> other.field().equals(one.field());
        return forbidden.stream().filter(sameField).anyMatch(other -> includes(other, one))
                || required.stream().filter(sameField).anyMatch(other -> excludes(one, other))
                || isExhausted(one);
    }

    /** Whether the values that are left after all that is forbidden are none. */
    private boolean isExhausted(Comparison one) {
        if (!(one instanceof TextComparison.OneOf oneOf) || !isSingle(one) || oneOf.ignoreCase()) {
            return false;
        }
        Set<String> left = new HashSet<>(oneOf(one.field()).orElseThrow());
        required.stream()
                .filter(other -> other.field().equals(one.field()))
                .filter(TextComparison.NoneOf.class::isInstance)
                .forEach(other -> left.removeAll(((TextComparison.NoneOf) other).values()));
        forbidden.stream()
                .filter(other -> other.field().equals(one.field()))
                .filter(TextComparison.OneOf.class::isInstance)
                .forEach(other -> left.removeAll(((TextComparison.OneOf) other).values()));
        return left.isEmpty();
    }

    /** Whether all that one allows is what the other allows too. */
    private static boolean includes(Comparison other, Comparison one) {
        return other.equals(one) || other instanceof Comparison.Present && !(one instanceof Comparison.Absent);
    }

    private static boolean excludes(Comparison one, Comparison other) {
        if (one instanceof Comparison.Absent) {
            return !(other instanceof Comparison.Absent);
        }
        if (one instanceof Comparison.Is is && other instanceof Comparison.Is isOther) {
            return is.value() != isOther.value();
        }
        return one instanceof Ordering ordering
                && other instanceof Ordering otherOrdering
                && Range.of(ordering).excludes(Range.of(otherOrdering));
    }

    /** Whether the field has one value only; of a list another element may satisfy each demand. */
    private static boolean isSingle(Comparison comparison) {
        return FieldCatalogue.standard()
                .find(comparison.field())
                .filter(field -> field.type() == FieldType.TEXT)
                .isPresent();
    }

    /** What an ordering lets through. */
    private record Range(
            Optional<Measure> from, boolean fromIncluded, Optional<Measure> to, boolean toIncluded, Measure any) {

        static Range of(Ordering ordering) {
            Measure value = ordering.value();
            if (ordering instanceof Ordering.AtLeast) {
                return new Range(Optional.of(value), true, Optional.empty(), false, value);
            }
            if (ordering instanceof Ordering.MoreThan) {
                return new Range(Optional.of(value), false, Optional.empty(), false, value);
            }
            if (ordering instanceof Ordering.AtMost) {
                return new Range(Optional.empty(), false, Optional.of(value), true, value);
            }
            if (ordering instanceof Ordering.LessThan) {
                return new Range(Optional.empty(), false, Optional.of(value), false, value);
            }
            Ordering.Between between = (Ordering.Between) ordering;
            // Over midnight it is two ranges, which exclude hardly anything.
            return value.compare(between.to()) <= 0
                    ? new Range(Optional.of(value), true, Optional.of(between.to()), true, value)
                    : new Range(Optional.empty(), false, Optional.empty(), false, value);
        }

        boolean excludes(Range other) {
            return !any.isComparableWith(other.any) || endsBefore(other) || other.endsBefore(this);
        }

        private boolean endsBefore(Range other) {
            if (to.isEmpty() || other.from.isEmpty()) {
                return false;
            }
            int order = to.get().compare(other.from.get());
            return order < 0 || (order == 0 && !(toIncluded && other.fromIncluded));
        }
    }
}
