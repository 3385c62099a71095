package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * A condition over the field catalogue: conditions combined, or one {@link Comparison}. Immutable and pure. The fields make comparisons:
 * {@code Field.TOTAL.atLeast(Money.of("100", "PLN"))}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "if")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.All.class, name = "all"),
    @JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Condition.None.class, name = "none"),
    @JsonSubTypes.Type(value = TextComparison.OneOf.class, name = "one-of"),
    @JsonSubTypes.Type(value = TextComparison.NoneOf.class, name = "none-of"),
    @JsonSubTypes.Type(value = TextComparison.StartsWith.class, name = "starts-with"),
    @JsonSubTypes.Type(value = TextComparison.EndsWith.class, name = "ends-with"),
    @JsonSubTypes.Type(value = TextComparison.Contains.class, name = "contains"),
    @JsonSubTypes.Type(value = TextComparison.Matches.class, name = "matches"),
    @JsonSubTypes.Type(value = Comparison.HasAll.class, name = "has-all"),
    @JsonSubTypes.Type(value = Comparison.Is.class, name = "is"),
    @JsonSubTypes.Type(value = Comparison.Present.class, name = "present"),
    @JsonSubTypes.Type(value = Comparison.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = Ordering.AtLeast.class, name = "at-least"),
    @JsonSubTypes.Type(value = Ordering.AtMost.class, name = "at-most"),
    @JsonSubTypes.Type(value = Ordering.MoreThan.class, name = "more-than"),
    @JsonSubTypes.Type(value = Ordering.LessThan.class, name = "less-than"),
    @JsonSubTypes.Type(value = Ordering.Between.class, name = "between")
})
public sealed interface Condition permits Condition.All, Condition.Any, Condition.None, Comparison {

    /**
     * Evaluates the whole condition, leaving nothing out, and adds a finding for every comparison.
     *
     * @param fields tells the value of a field by its name
     */
    Verdict evaluate(Function<String, FieldValue> fields, List<Finding> findings);

    /** Everything wrong with it, each at its place below the condition. */
    List<WrittenFault> problems(FieldCatalogue fields);

    /**
     * What one comparison saw.
     *
     * @param field the field's name
     * @param seen the value there was, shortened when it is long
     * @param operator as JSON names it, for example {@code at-least}
     * @param wanted what the rule compared it with, shortened when it is long; empty for an operator that needs nothing
     */
    record Finding(String field, String seen, String operator, String wanted, Verdict verdict) {

        /** What the rule asked for, in English: {@code at least 100.00 PLN}. */
        public String asked() {
            return (operator.replace('-', ' ') + " " + wanted).strip();
        }
    }

    /** Always true. */
    static Condition always() {
        return new All(List.of());
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    static Condition none(Condition... conditions) {
        return new None(List.of(conditions));
    }

    /** Every condition holds. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Function<String, FieldValue> fields, List<Finding> findings) {
            return combine(conditions, Verdict.TRUE, Verdict::and, fields, findings);
        }

        @Override
        public List<WrittenFault> problems(FieldCatalogue fields) {
            return problemsOf(conditions, fields);
        }
    }

    /** At least one condition holds. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Function<String, FieldValue> fields, List<Finding> findings) {
            return combine(conditions, Verdict.FALSE, Verdict::or, fields, findings);
        }

        @Override
        public List<WrittenFault> problems(FieldCatalogue fields) {
            return conditions.isEmpty()
                    ? List.of(new WrittenFault("", "an 'any' without conditions is never true"))
                    : problemsOf(conditions, fields);
        }
    }

    /** No condition holds. */
    record None(List<Condition> conditions) implements Condition {

        public None {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Function<String, FieldValue> fields, List<Finding> findings) {
            return combine(conditions, Verdict.FALSE, Verdict::or, fields, findings)
                    .negated();
        }

        @Override
        public List<WrittenFault> problems(FieldCatalogue fields) {
            return problemsOf(conditions, fields);
        }
    }

    private static Verdict combine(
            List<Condition> conditions,
            Verdict start,
            BinaryOperator<Verdict> operator,
            Function<String, FieldValue> fields,
            List<Finding> findings) {
        Verdict verdict = start;
        for (Condition condition : conditions) {
            verdict = operator.apply(verdict, condition.evaluate(fields, findings));
        }
        return verdict;
    }

    private static List<WrittenFault> problemsOf(List<Condition> conditions, FieldCatalogue fields) {
        List<WrittenFault> problems = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            String place = "/conditions/" + i;
            conditions.get(i).problems(fields).forEach(problem -> problems.add(problem.below(place)));
        }
        return problems;
    }
}
