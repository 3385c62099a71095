package io.orderweave.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A condition that is evaluated without a trace: it stops as soon as the verdict is clear, and allocates nothing. What asks for a fact
 * from beside the order comes last, so that nobody looks there when the order itself tells. Immutable.
 */
sealed interface CompiledCondition {

    Verdict verdict(Reading reading);

    /** Whether it may ask for a fact from beside the order. */
    boolean asksBeside();

    static CompiledCondition of(Condition condition, Slots slots) {
        if (condition instanceof Condition.All all) {
            return all.conditions().size() == 1
                    ? of(all.conditions().get(0), slots)
                    : new All(compiled(all.conditions(), slots));
        }
        if (condition instanceof Condition.Any any) {
            return new Any(compiled(any.conditions(), slots));
        }
        if (condition instanceof Condition.None none) {
            return new None(new Any(compiled(none.conditions(), slots)));
        }
        Comparison comparison = (Comparison) condition;
        int place = slots.of(comparison.field());
        return comparison instanceof TextComparison text && text.ignoreCase()
                ? new ComparedFolded(place, slots.isBeside(place), text.readied())
                : new Compared(place, slots.isBeside(place), comparison.prepared());
    }

    /** In an order that saves looks: which comes first makes no difference to the verdict of several. */
    private static CompiledCondition[] compiled(List<Condition> conditions, Slots slots) {
        return conditions.stream()
                .map(each -> of(each, slots))
                .sorted(Comparator.comparing(CompiledCondition::asksBeside))
                .toArray(CompiledCondition[]::new);
    }

    /** Every part holds. */
    final class All implements CompiledCondition {

        private final CompiledCondition[] parts;

        private All(CompiledCondition[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean asksBeside() {
            return Arrays.stream(parts).anyMatch(CompiledCondition::asksBeside);
        }

        @Override
        public Verdict verdict(Reading reading) {
            Verdict verdict = Verdict.TRUE;
            for (CompiledCondition part : parts) {
                verdict = verdict.and(part.verdict(reading));
                if (verdict == Verdict.FALSE) {
                    break;
                }
            }
            return verdict;
        }
    }

    /** At least one part holds. */
    final class Any implements CompiledCondition {

        private final CompiledCondition[] parts;

        private Any(CompiledCondition[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean asksBeside() {
            return Arrays.stream(parts).anyMatch(CompiledCondition::asksBeside);
        }

        @Override
        public Verdict verdict(Reading reading) {
            Verdict verdict = Verdict.FALSE;
            for (CompiledCondition part : parts) {
                verdict = verdict.or(part.verdict(reading));
                if (verdict == Verdict.TRUE) {
                    break;
                }
            }
            return verdict;
        }
    }

    /** None holds. */
    record None(Any any) implements CompiledCondition {

        @Override
        public boolean asksBeside() {
            return any.asksBeside();
        }

        @Override
        public Verdict verdict(Reading reading) {
            return any.verdict(reading).negated();
        }
    }

    /** One comparison. */
    record Compared(int place, boolean asksBeside, Comparison.Test test) implements CompiledCondition {

        @Override
        public Verdict verdict(Reading reading) {
            return test.of(reading.at(place));
        }
    }

    /** One comparison for which upper and lower case are one: the value is folded once for all of them. */
    record ComparedFolded(int place, boolean asksBeside, Comparison.Test test) implements CompiledCondition {

        @Override
        public Verdict verdict(Reading reading) {
            return test.of(reading.foldedAt(place));
        }
    }
}
