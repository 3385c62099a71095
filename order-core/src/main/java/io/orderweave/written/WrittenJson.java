package io.orderweave.written;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The JSON that people write: comments are allowed; the same part twice, text after the end, and what is nested or written as deep and
 * long as only an attack is, are refused. Stateless and thread-safe.
 */
public final class WrittenJson {

    /** Deeper than anything a person writes here; JSON nested deeper is an attack on the stack. */
    private static final int DEEPEST = 50;

    /** Characters; ten thousand rules need a third of it. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final ObjectMapper MAPPER = mapper().build();

    private WrittenJson() {}

    /** The strict reader, for what more a part of the configuration needs. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Ten is 10, not 1E+1.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** The text as a tree; empty when it is no JSON, of which only the first fault can be told. */
    public static Optional<JsonNode> tree(String json, Consumer<WrittenFault> faults) {
        if (json.length() > LONGEST) {
            faults.accept(new WrittenFault("", "it has more than " + LONGEST + " characters"));
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JsonProcessingException fault) {
            faults.accept(new WrittenFault("", syntax(fault)));
            return Optional.empty();
        }
    }

    /** All faults as one exception. */
    public static OrderweaveException refused(String what, List<WrittenFault> faults) {
        return new OrderweaveException(
                FaultCategory.INVALID_CONFIGURATION,
                faults.stream().map(WrittenFault::toString).collect(Collectors.joining("\n", what + ":\n", "")));
    }

    private static String syntax(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "nested deeper or written longer than any configuration is";
        }
        String where = fault.getLocation() == null
                ? ""
                : "line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ": ";
        return where + "not JSON: " + ShortText.of(fault.getOriginalMessage());
    }
}
