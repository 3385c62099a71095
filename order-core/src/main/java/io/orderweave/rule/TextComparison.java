package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A text compared with texts: it holds when it holds of one of the wanted texts. A field of several texts is compared as a whole: one of
 * them suffices. No regular expressions: the time is bounded by the length of the text.
 */
public sealed interface TextComparison extends Comparison {

    /** The wanted texts. */
    Set<String> values();

    /** Whether upper and lower case are one, by Unicode. */
    boolean ignoreCase();

    /** The same, for which upper and lower case are one. */
    TextComparison ignoringCase();

    /** As {@link #prepared}, for values that are folded already where upper and lower case are one. */
    Test readied();

    @Override
    default Test prepared() {
        Test readied = readied();
        return ignoreCase() ? seen -> readied.of(Texts.folded(seen)) : readied;
    }

    @Override
    default String wanted() {
        return Shown.of(values());
    }

    @Override
    default Set<FieldType> types() {
        return Set.of(FieldType.TEXT, FieldType.TEXTS);
    }

    /** The text is one of the values. */
    record OneOf(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public OneOf {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "one-of";
        }

        @Override
        public OneOf ignoringCase() {
            return new OneOf(field, values, true);
        }

        @Override
        public Test readied() {
            return among(this);
        }

        @Override
        public List<WrittenFault> problems(Field field) {
            return unknownValues(this, field);
        }
    }

    /** The text is none of the values. */
    record NoneOf(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public NoneOf {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "none-of";
        }

        @Override
        public NoneOf ignoringCase() {
            return new NoneOf(field, values, true);
        }

        @Override
        public Test readied() {
            Test among = among(this);
            return seen -> among.of(seen).negated();
        }

        @Override
        public List<WrittenFault> problems(Field field) {
            return unknownValues(this, field);
        }
    }

    /** The text begins with one of the values. */
    record StartsWith(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public StartsWith {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "starts-with";
        }

        @Override
        public StartsWith ignoringCase() {
            return new StartsWith(field, values, true);
        }

        @Override
        public Test readied() {
            return some(this, String::startsWith);
        }
    }

    /** The text ends with one of the values. */
    record EndsWith(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public EndsWith {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "ends-with";
        }

        @Override
        public EndsWith ignoringCase() {
            return new EndsWith(field, values, true);
        }

        @Override
        public Test readied() {
            return some(this, String::endsWith);
        }
    }

    /** One of the values is within the text. */
    record Contains(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public Contains {
            values = Texts.checked(values);
        }

        @Override
        public String operator() {
            return "contains";
        }

        @Override
        public Contains ignoringCase() {
            return new Contains(field, values, true);
        }

        @Override
        public Test readied() {
            return some(this, String::contains);
        }
    }

    /** The whole text fits one of the patterns: {@code *} stands for any text, {@code ?} for one character. */
    record Matches(
            String field,
            Set<String> values,
            @JsonProperty(defaultValue = "false") boolean ignoreCase) implements TextComparison {

        public Matches {
            values = Texts.checked(values);
            values.forEach(Glob::check);
        }

        @Override
        public String operator() {
            return "matches";
        }

        @Override
        public Matches ignoringCase() {
            return new Matches(field, values, true);
        }

        @Override
        public Test readied() {
            Glob[] globs = texts(this).stream().map(Glob::new).toArray(Glob[]::new);
            return onTexts(text -> {
                for (Glob glob : globs) {
                    if (glob.matches(text)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    private static Test among(TextComparison comparison) {
        Set<String> wanted = Set.copyOf(texts(comparison));
        return onTexts(wanted::contains);
    }

    private static Test some(TextComparison comparison, BiPredicate<String, String> relation) {
        String[] wanted = texts(comparison).toArray(String[]::new);
        return onTexts(text -> {
            for (String value : wanted) {
                if (relation.test(text, value)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The wanted texts as folded as the values they are compared with. */
    private static List<String> texts(TextComparison comparison) {
        return comparison.values().stream()
                .map(value -> comparison.ignoreCase() ? Texts.folded(value) : value)
                .toList();
    }

    private static Test onTexts(Predicate<String> test) {
        return seen -> {
            if (seen instanceof FieldValue.Text text) {
                return Verdict.of(test.test(text.value()));
            }
            if (!(seen instanceof FieldValue.Texts texts)) {
                return Verdict.UNKNOWN;
            }
            for (String text : texts.each()) {
                if (test.test(text)) {
                    return Verdict.TRUE;
                }
            }
            return Verdict.FALSE;
        };
    }

    /** Of a field that has a closed set of values, those it never has. */
    private static List<WrittenFault> unknownValues(TextComparison comparison, Field field) {
        List<WrittenFault> problems = new ArrayList<>();
        if (!field.values().isEmpty() && !comparison.ignoreCase()) {
            for (String value : comparison.values()) {
                if (!field.values().contains(value)) {
                    problems.add(WrittenFault.of(
                            "/values", "field " + field.name() + " is never", value, List.copyOf(field.values())));
                }
            }
        }
        return problems;
    }
}
