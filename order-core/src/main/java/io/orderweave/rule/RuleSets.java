package io.orderweave.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;

/**
 * Reads rule sets that a person wrote as JSON; hosts call it. Comments are allowed, parts may be in any order and optional ones left
 * out, and a part that nobody knows is refused rather than ignored. Stateless and thread-safe.
 *
 * <p>The shape is that of the types: a {@link Rule} has {@code id}, {@code on} (the event), {@code when} (a {@link Condition}, told by
 * its {@code if}; left out: always), {@code then} ({@link Action}s, each told by its {@code do}) and may have {@code name} and {@code
 * enabled}. Durations are ISO 8601 ({@code "P7D"}), amounts {@code {"amount": "100.00", "currency": "PLN"}}.
 */
public final class RuleSets {

    /** Deeper than any rule a person reads; JSON nested deeper is an attack on the stack. */
    private static final int DEEPEST = 50;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Boolean, flag -> flag.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .build();

    private RuleSets() {}

    /**
     * Parses {@code {"version": 1, "rules": [...]}}. Names of statuses, connections and fields are verified when the hub is built.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) naming the place, for example {@code rules[0].then[1].courier}, and what was
     *     expected there
     */
    public static RuleSet parse(String json) {
        try {
            RuleSet rules = MAPPER.readValue(json, RuleSet.class);
            if (rules == null) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION, "rule set: expected an object with version and rules");
            }
            return rules;
        } catch (JsonProcessingException fault) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION, "rule set, " + RuleFault.describe(fault));
        }
    }
}
