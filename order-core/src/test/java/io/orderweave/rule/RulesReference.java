package io.orderweave.rule;

import com.fasterxml.jackson.databind.JavaType;
import io.orderweave.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference part of {@code docs/rules.md}, made from the types, their Javadoc and the catalogue of fields. */
final class RulesReference {

    /** An example of every operator. */
    static final List<Condition> COMPARISONS = List.of(
            Field.CHANNEL.isOneOf("allegro", "kaufland"),
            Field.STATUS.isNoneOf("packing"),
            Field.DELIVERY_METHOD.startsWith("locker").ignoringCase(),
            Field.DELIVERY_TERM.endsWith("-cod"),
            Field.LINE_NAME.anyContains("gift").ignoringCase(),
            Field.LINE_SKU.anyMatches("ABC-*", "X??-1"),
            Field.TAGS.hasAllOf("vip", "gift"),
            Field.BUYER_IS_COMPANY.is(true),
            Field.BILLING_COUNTRY.isPresent(),
            Field.STOREFRONT.isAbsent(),
            Field.TOTAL.atLeast(Money.of("100.00", "PLN")),
            Field.AGE.atMost(Duration.ofDays(2)),
            Field.QUANTITY.moreThan(BigDecimal.TEN),
            Field.OPEN_AMOUNT.lessThan(Money.of("0.01", "CZK")),
            Field.TIME_OF_DAY.between(LocalTime.of(22, 0), LocalTime.of(6, 0)));

    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*record (\\w+)\\(", Pattern.DOTALL);

    private RulesReference() {}

    /** The generated sections by their name in the page. */
    static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("fields", fields());
        sections.put("operators", operators());
        sections.put("triggers", kinds(Trigger.class, "event"));
        sections.put("actions", kinds(Action.class, "do"));
        return sections;
    }

    /** The library's fields that an operator compares. */
    static List<String> comparable(String operator) {
        Comparison example = COMPARISONS.stream()
                .map(Comparison.class::cast)
                .filter(comparison -> comparison.operator().equals(operator))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of operator " + operator));
        return FieldCatalogue.standard().fields().stream()
                .filter(field -> compares(example, field.type()))
                .map(Field::name)
                .sorted()
                .toList();
    }

    private static boolean compares(Comparison example, FieldType type) {
        return example instanceof Ordering
                ? Stream.of(FieldType.NUMBER, FieldType.AMOUNT, FieldType.DURATION, FieldType.TIME, FieldType.MOMENT)
                        .anyMatch(type::equals)
                : example.types().contains(type);
    }

    /** An enumeration's values as rules write them. */
    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String fields() {
        StringBuilder page = new StringBuilder();
        for (Field.Source source : Field.Source.values()) {
            List<Field> fields = FieldCatalogue.standard().fields().stream()
                    .filter(field -> field.source() == source)
                    .toList();
            if (!fields.isEmpty()) {
                page.append("\nFrom ").append(words(source)).append(":\n\n| Field | Is | Means |\n|---|---|---|\n");
                fields.forEach(field -> page.append(row(
                        "`" + field.name() + "`",
                        field.values().isEmpty()
                                ? field.type().words()
                                : field.values().stream().collect(Collectors.joining("`, `", "`", "`")),
                        field.meaning())));
            }
        }
        return page.toString();
    }

    private static String words(Field.Source source) {
        return switch (source) {
            case ORDER -> "the order";
            case MOMENT -> "the moment of the event";
            case BESIDE -> "beside the order";
            case EVENT -> "the event (missing when the event is of another kind)";
            case HOST -> "the host";
        };
    }

    private static String operators() {
        StringBuilder page = new StringBuilder("\n| `if` | Holds when | Example |\n|---|---|---|\n");
        Map<String, String> meanings = meanings("Condition", "TextComparison", "Comparison", "Ordering");
        Kinds kinds = Kinds.of(type(Condition.class)).orElseThrow();
        kinds.types()
                .forEach((name, type) -> page.append(row(
                        "`" + name + "`",
                        meaning(meanings, type),
                        COMPARISONS.stream()
                                .filter(type::isInstance)
                                .findFirst()
                                .map(example -> "`" + json(example) + "`")
                                .orElse("`{\"if\":\"" + name + "\",\"conditions\":[...]}`"))));
        return page.toString();
    }

    private static String kinds(Class<?> type, String property) {
        StringBuilder page = new StringBuilder("\n| `" + property + "` | Means | Parts |\n|---|---|---|\n");
        Map<String, String> meanings = meanings(type.getSimpleName());
        Kinds.of(type(type))
                .orElseThrow()
                .types()
                .forEach((name, kind) -> page.append(row("`" + name + "`", meaning(meanings, kind), parts(kind))));
        return page.toString();
    }

    private static String parts(Class<?> kind) {
        return Parts.of(RuleSets.MAPPER, type(kind)).map(Parts::parts).orElse(List.of()).stream()
                .map(part ->
                        "`" + part.name() + "`: " + words(part.type()) + (part.required() ? "" : ", may be left out"))
                .collect(Collectors.joining("; "));
    }

    private static String words(JavaType type) {
        if (type.isReferenceType()) {
            return words(type.getContentType());
        }
        if (type.isEnumType()) {
            return Arrays.stream(type.getRawClass().getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("`, `", "`", "`"));
        }
        if (type.isMapLikeType()) {
            return "texts by name";
        }
        return Parts.of(RuleSets.MAPPER, type)
                .filter(parts -> parts.parts().size() > 1)
                .map(parts -> "an object of " + String.join(", ", parts.names()))
                .orElseGet(() -> Expected.of(type));
    }

    /** First sentences of the Javadoc of the records in those files, by the record's name. */
    private static Map<String, String> meanings(String... files) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String file : files) {
            Matcher documented = DOCUMENTED.matcher(source(file));
            while (documented.find()) {
                meanings.put(documented.group(2), sentence(documented.group(1)));
            }
        }
        return meanings;
    }

    private static String meaning(Map<String, String> meanings, Class<?> type) {
        return Optional.ofNullable(meanings.get(type.getSimpleName()))
                .orElseThrow(() -> new AssertionError("no Javadoc of " + type));
    }

    private static String sentence(String javadoc) {
        String text = javadoc.replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .replaceAll("\\{@(?:code|value) ([^}]*)}", "`$1`")
                .replaceAll("\\{@link \\S+ ?([^}]*)}", "$1")
                .strip();
        return Optional.of(text.split(" @param| <p>")[0].strip())
                .map(it -> it.replaceAll("(?<=[a-z0-9)`])\\. .*", "."))
                .orElseThrow();
    }

    private static String source(String file) {
        try {
            return Files.readString(Path.of("src/main/java/io/orderweave/rule/" + file + ".java"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String json(Object value) {
        return Defaults.omitted(RuleSets.MAPPER.valueToTree(value)).toString();
    }

    private static JavaType type(Class<?> type) {
        return RuleSets.MAPPER.constructType(type);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
