package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.event.Event;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A condition over the field catalogue. Pure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "if")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.All.class, name = "all"),
    @JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Condition.None.class, name = "none"),
    @JsonSubTypes.Type(value = Condition.OneOf.class, name = "one-of"),
    @JsonSubTypes.Type(value = Condition.Is.class, name = "is"),
    @JsonSubTypes.Type(value = Condition.AtLeast.class, name = "at-least")
})
public sealed interface Condition {

    /** Evaluates the condition and adds a finding for every comparison looked at. */
    Verdict evaluate(Order order, Event event, List<Finding> findings);

    /** Everything wrong with it, each as one sentence. */
    List<String> problems();

    /**
     * What one comparison saw.
     *
     * @param field the field's name
     * @param seen the value the order had
     * @param wanted what the rule asked for
     */
    record Finding(String field, String seen, String wanted, Verdict verdict) {}

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

    /** The text field has one of the values. */
    static Condition oneOf(Field field, String... values) {
        return new OneOf(field.text(), Set.of(values));
    }

    /** The flag has the value. */
    static Condition is(Field field, boolean value) {
        return new Is(field.text(), value);
    }

    /** The amount is of that currency and at least that much. */
    static Condition atLeast(Field field, Money amount) {
        return new AtLeast(field.text(), amount);
    }

    /** Every condition holds. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return combine(conditions, Verdict.TRUE, Verdict::and, order, event, findings);
        }

        @Override
        public List<String> problems() {
            return problemsOf(conditions);
        }
    }

    /** At least one condition holds. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return combine(conditions, Verdict.FALSE, Verdict::or, order, event, findings);
        }

        @Override
        public List<String> problems() {
            return conditions.isEmpty() ? List.of("an 'any' without conditions is never true") : problemsOf(conditions);
        }
    }

    /** No condition holds. */
    record None(List<Condition> conditions) implements Condition {

        public None {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return combine(conditions, Verdict.FALSE, Verdict::or, order, event, findings)
                    .negated();
        }

        @Override
        public List<String> problems() {
            return problemsOf(conditions);
        }
    }

    /** A text, or one of several texts, is among the values. */
    record OneOf(String field, Set<String> values) implements Condition {

        public OneOf {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return compare(field, "one of " + new TreeSet<>(values), order, event, findings, seen -> {
                if (seen instanceof FieldValue.Text text) {
                    return Verdict.of(values.contains(text.value()));
                }
                if (seen instanceof FieldValue.Texts texts) {
                    return Verdict.of(texts.values().stream().anyMatch(values::contains));
                }
                return Verdict.UNKNOWN;
            });
        }

        @Override
        public List<String> problems() {
            return problemsOf(field, Set.of(Field.Type.TEXT, Field.Type.TEXTS), "one-of");
        }
    }

    /** A flag has the value. */
    record Is(String field, boolean value) implements Condition {

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return compare(
                    field,
                    String.valueOf(value),
                    order,
                    event,
                    findings,
                    seen -> seen instanceof FieldValue.Flag flag ? Verdict.of(flag.value() == value) : Verdict.UNKNOWN);
        }

        @Override
        public List<String> problems() {
            return problemsOf(field, Set.of(Field.Type.FLAG), "is");
        }
    }

    /** An amount is of that currency and at least that much; of another currency it is not. */
    record AtLeast(String field, Money amount) implements Condition {

        @Override
        public Verdict evaluate(Order order, Event event, List<Finding> findings) {
            return compare(field, "at least " + amount, order, event, findings, seen -> {
                if (seen instanceof FieldValue.Amount it) {
                    return Verdict.of(it.value().currency().equals(amount.currency())
                            && it.value().isAtLeast(amount));
                }
                return Verdict.UNKNOWN;
            });
        }

        @Override
        public List<String> problems() {
            return problemsOf(field, Set.of(Field.Type.AMOUNT), "at-least");
        }
    }

    private static Verdict combine(
            List<Condition> conditions,
            Verdict start,
            BinaryOperator<Verdict> operator,
            Order order,
            Event event,
            List<Finding> findings) {
        Verdict verdict = start;
        for (Condition condition : conditions) {
            verdict = operator.apply(verdict, condition.evaluate(order, event, findings));
        }
        return verdict;
    }

    private static Verdict compare(
            String name,
            String wanted,
            Order order,
            Event event,
            List<Finding> findings,
            Function<FieldValue, Verdict> comparison) {
        FieldValue seen =
                Field.find(name).map(field -> field.read(order, event)).orElseGet(FieldValue.Unknown::new);
        Verdict verdict = comparison.apply(seen);
        findings.add(new Finding(name, seen.toString(), wanted, verdict));
        return verdict;
    }

    private static List<String> problemsOf(List<Condition> conditions) {
        List<String> problems = new ArrayList<>();
        conditions.forEach(condition -> problems.addAll(condition.problems()));
        return problems;
    }

    private static List<String> problemsOf(String name, Set<Field.Type> types, String operator) {
        return Field.find(name)
                .map(field -> types.contains(field.type())
                        ? List.<String>of()
                        : List.of("'" + operator + "' does not compare field " + name + ", which is of type "
                                + field.type()))
                .orElseGet(() -> List.of("no field " + name + "; there are " + Field.names()));
    }
}
