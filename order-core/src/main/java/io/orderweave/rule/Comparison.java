package io.orderweave.rule;

import io.orderweave.written.WrittenFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A field compared with what a rule asks for. Immutable and pure. A field without a value makes it unknown, which is not true. */
public sealed interface Comparison extends Condition
        permits TextComparison, Ordering, Comparison.HasAll, Comparison.Is, Comparison.Present, Comparison.Absent {

    /** The field's name. */
    String field();

    /** The operator as JSON names it. */
    String operator();

    /** What the field is compared with, for people; shortened when it is long; empty when the operator needs nothing. */
    String wanted();

    /** The types of field it can compare. */
    Set<FieldType> types();

    /**
     * The comparison made ready: what depends on the rule alone is computed once. Pure, thread-safe; a test allocates nothing, but for one
     * that ignores case.
     */
    Test prepared();

    /** What a comparison says of a value. */
    @FunctionalInterface
    interface Test {
        Verdict of(FieldValue seen);
    }

    @Override
    default Verdict evaluate(Function<String, FieldValue> fields, List<Finding> findings) {
        FieldValue seen = fields.apply(field());
        Verdict verdict = prepared().of(seen);
        findings.add(finding(seen, verdict));
        return verdict;
    }

    /** The finding that it made. */
    default Finding finding(FieldValue seen, Verdict verdict) {
        return new Finding(field(), Shown.of(seen), operator(), wanted(), verdict);
    }

    @Override
    default List<WrittenFault> problems(FieldCatalogue fields) {
        Optional<Field> field = fields.find(field());
        if (field.isEmpty()) {
            return List.of(WrittenFault.of("/field", "no field is called", field(), fields.names()));
        }
        if (!types().contains(field.get().type())) {
            return List.of(new WrittenFault(
                    "/if",
                    "'" + operator() + "' compares " + words(types()) + "; field " + field() + " is "
                            + field.get().type().words()));
        }
        return problems(field.get());
    }

    /** What is wrong with the wanted values, now that the field is known and of a fitting type. */
    default List<WrittenFault> problems(Field field) {
        return List.of();
    }

    private static String words(Set<FieldType> types) {
        return types.stream()
                .sorted()
                .map(FieldType::words)
                .reduce((a, b) -> a + " or " + b)
                .orElseThrow();
    }

    /** Every one of the texts is among the field's. */
    record HasAll(String field, Set<String> values) implements Comparison {

        public HasAll {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "has-all";
        }

        @Override
        public String wanted() {
            return Shown.of(values);
        }

        @Override
        public Set<FieldType> types() {
            return Set.of(FieldType.TEXTS);
        }

        @Override
        public Test prepared() {
            String[] wanted = values.toArray(String[]::new);
            return seen -> seen instanceof FieldValue.Texts texts
                    ? Verdict.of(hasAll(texts.values(), wanted))
                    : Verdict.UNKNOWN;
        }

        private static boolean hasAll(Set<String> texts, String[] wanted) {
            for (String value : wanted) {
                if (!texts.contains(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A flag has the value. */
    record Is(String field, boolean value) implements Comparison {

        @Override
        public String operator() {
            return "is";
        }

        @Override
        public String wanted() {
            return String.valueOf(value);
        }

        @Override
        public Set<FieldType> types() {
            return Set.of(FieldType.FLAG);
        }

        @Override
        public Test prepared() {
            return seen -> seen instanceof FieldValue.Flag flag ? Verdict.of(flag.value() == value) : Verdict.UNKNOWN;
        }
    }

    /** The field has a value; of several texts: at least one. */
    record Present(String field) implements Comparison {

        @Override
        public String operator() {
            return "present";
        }

        @Override
        public String wanted() {
            return "";
        }

        @Override
        public Set<FieldType> types() {
            return Set.of(FieldType.values());
        }

        @Override
        public Test prepared() {
            return Comparison::presence;
        }
    }

    /** The field has no value, and that is known. */
    record Absent(String field) implements Comparison {

        @Override
        public String operator() {
            return "absent";
        }

        @Override
        public String wanted() {
            return "";
        }

        @Override
        public Set<FieldType> types() {
            return Set.of(FieldType.values());
        }

        @Override
        public Test prepared() {
            return seen -> presence(seen).negated();
        }
    }

    private static Verdict presence(FieldValue seen) {
        if (seen instanceof FieldValue.Texts texts) {
            return Verdict.of(!texts.values().isEmpty());
        }
        if (seen instanceof FieldValue.NoValue) {
            return seen instanceof FieldValue.Missing ? Verdict.FALSE : Verdict.UNKNOWN;
        }
        return Verdict.TRUE;
    }
}
