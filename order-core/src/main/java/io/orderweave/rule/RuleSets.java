package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.written.WrittenFault;
import io.orderweave.written.WrittenJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes rule sets as JSON; hosts call it. Comments are allowed, parts may be in any order and optional ones left out, and a
 * part that nobody knows is refused rather than ignored. Stateless and thread-safe. The published JSON Schema lies beside this class:
 * {@code rules.schema.json}.
 *
 * <p>The shape is that of the types: a {@link Rule} has {@code id}, {@code on} (a {@link Trigger}), {@code when} (a {@link Condition},
 * told by its {@code if}; left out: always), {@code then} ({@link Action}s, each told by its {@code do}) and may have {@code name},
 * {@code note}, {@code from}, {@code until}, {@code enabled} and {@code limit}. Durations are ISO 8601 ({@code "P7D"}), amounts {@code
 * "100.00 PLN"}.
 */
public final class RuleSets {

    static final ObjectMapper MAPPER = WrittenJson.mapper()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Boolean,
                    flag -> flag.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Integer, number -> number.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .build();

    private RuleSets() {}

    /**
     * Parses {@code {"version": 1, "rules": [...]}} whose conditions name the library's own fields. Names of statuses, connections and
     * events are verified when the set is applied.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault found, a line each, as {@link #problems} tells them
     */
    public static RuleSet parse(String json) {
        return parse(json, FieldCatalogue.standard());
    }

    /**
     * Parses a rule set.
     *
     * @param fields the fields that conditions may name
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault found, a line each, as {@link #problems} tells them
     */
    public static RuleSet parse(String json, FieldCatalogue fields) {
        List<WrittenFault> problems = new ArrayList<>();
        RuleSet rules = read(json, fields, problems);
        if (!problems.isEmpty()) {
            throw WrittenJson.refused("rule set", problems);
        }
        return rules;
    }

    /**
     * Everything wrong with a rule set as it is written: where, what was expected there, and the nearest valid names. Of a text that is
     * no JSON at all only the first fault can be told.
     */
    public static List<WrittenFault> problems(String json, FieldCatalogue fields) {
        List<WrittenFault> problems = new ArrayList<>();
        read(json, fields, problems);
        return List.copyOf(problems);
    }

    /** The set as JSON that {@link #parse} reads back to an equal one; what goes without saying is left out. */
    public static String write(RuleSet rules) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Defaults.omitted(MAPPER.valueToTree(rules)));
        } catch (JsonProcessingException fault) {
            throw new OrderweaveException(FaultCategory.INTERNAL, "a rule set cannot be written as JSON", fault);
        }
    }

    private static RuleSet read(String json, FieldCatalogue fields, List<WrittenFault> problems) {
        Optional<JsonNode> tree = WrittenJson.tree(json, problems::add);
        if (tree.isEmpty()) {
            return RuleSet.EMPTY;
        }
        RuleReading reading = new RuleReading(MAPPER, fields);
        reading.verify(RuleSet.class, tree.get());
        problems.addAll(reading.faults());
        return problems.isEmpty() ? value(tree.get()) : RuleSet.EMPTY;
    }

    private static RuleSet value(JsonNode verified) {
        try {
            return MAPPER.treeToValue(verified, RuleSet.class);
        } catch (JsonProcessingException fault) {
            throw new OrderweaveException(FaultCategory.INTERNAL, "a rule set without a fault cannot be read", fault);
        }
    }
}
