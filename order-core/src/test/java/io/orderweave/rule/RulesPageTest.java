package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page about rules and the published schema say what the library reads. {@code -Dorderweave.rewrite=true} writes them anew: their
 * differences are then for a person to read.
 */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final Path SCHEMA = Path.of("src/main/resources/io/orderweave/rule/rules.schema.json");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void describesEveryFieldOperatorTriggerAndAction() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        for (Map.Entry<String, String> section : RulesReference.sections().entrySet()) {
            assertThat(section.getValue()).as(section.getKey()).doesNotContain("| null |", "|  | ");
            expected = Pattern.compile(marker(section.getKey()) + ".*?" + marker("end"), Pattern.DOTALL)
                    .matcher(expected)
                    .replaceFirst(Matcher.quoteReplacement(
                            marker(section.getKey()) + "\n" + section.getValue() + "\n" + marker("end")));
        }
        if (Boolean.getBoolean("orderweave.rewrite")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
        RulesReference.sections().keySet().forEach(section -> assertThat(page).contains(marker(section)));
    }

    @Test
    void publishesTheSchemaOfWhatItReads() throws IOException {
        String expected =
                RuleSets.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(RuleSchema.generate()) + "\n";
        if (Boolean.getBoolean("orderweave.rewrite")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, expected);
        }

        assertThat(Files.readString(SCHEMA)).isEqualTo(expected);
    }

    @Test
    void acceptsEveryExampleBySchemaAndByReading() throws IOException {
        SchemaCheck schema = new SchemaCheck(RuleSchema.generate());
        List<String> examples = new ArrayList<>(JSON.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList());
        assertThat(examples).isNotEmpty();
        examples.add(Files.readString(
                Path.of("../examples/quickstart/src/main/resources/io/orderweave/examples/quickstart/rules.json")));
        examples.add(
                Files.readString(Path.of("../crash-proof/src/main/resources/io/orderweave/crash/node/rules.json")));

        for (String example : examples) {
            assertThat(RuleSets.problems(example, FieldCatalogue.standard())).isEmpty();
            assertThat(schema.accepts(RuleSets.MAPPER.readTree(example)))
                    .as(example)
                    .isTrue();
        }
    }

    @Test
    void acceptsBySchemaWhateverItWrites() throws IOException {
        SchemaCheck schema = new SchemaCheck(RuleSchema.generate());
        for (long seed = 1; seed <= 100; seed++) {
            JsonNode written = RuleSets.MAPPER.readTree(RuleSets.write(new RandomRules(seed).rules()));

            assertThat(schema.accepts(written)).as("seed " + seed).isTrue();
        }
    }

    @Test
    void refusesBySchemaWhatReadingRefuses() throws IOException {
        SchemaCheck schema = new SchemaCheck(RuleSchema.generate());
        JsonNode good = RuleSets.MAPPER.readTree("""
                {"version": 1, "rules": [{"id": "a", "on": "order.confirmed",
                  "when": {"if": "one-of", "field": "status", "values": ["new"]}, "then": [{"do": "add-tag", "tag": "x"}]}]}""");
        assertThat(schema.accepts(good)).isTrue();
        for (String part : List.of(
                "/rules/0/id", "/rules/0/on", "/rules/0/when/if", "/rules/0/when/field", "/rules/0/then/0/tag")) {
            JsonNode broken = good.deepCopy();
            int last = part.lastIndexOf('/');
            ((ObjectNode) broken.at(part.substring(0, last))).remove(part.substring(last + 1));

            assertThat(schema.accepts(broken)).as(part).isFalse();
            assertThat(RuleSets.problems(broken.toString(), FieldCatalogue.standard()))
                    .as(part)
                    .isNotEmpty();
        }
        ObjectNode more = good.deepCopy();
        ((ObjectNode) more.at("/rules/0/then/0")).put("colour", "red");
        assertThat(schema.accepts(more)).isFalse();
    }

    private static String marker(String name) {
        return "<!-- " + (name.equals("end") ? "end" : "generated: " + name) + " -->";
    }
}
