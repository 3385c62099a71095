package io.orderweave.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.written.WrittenFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds everything wrong with a written rule set. Walks the tree along the types, so that a fault in one place hides none in another:
 * first a part's own parts, then, if they are well, the part as a whole. Used once.
 */
final class RuleReading {

    /** Who has more should begin with these. */
    private static final int MOST_FAULTS = 100;

    private final ObjectMapper mapper;
    private final FieldCatalogue fields;
    private final List<WrittenFault> faults = new ArrayList<>();

    RuleReading(ObjectMapper mapper, FieldCatalogue fields) {
        this.mapper = mapper;
        this.fields = fields;
    }

    void verify(Class<?> type, JsonNode tree) {
        verify(mapper.constructType(type), tree, "");
    }

    List<WrittenFault> faults() {
        return faults;
    }

    private void verify(JavaType type, JsonNode node, String at) {
        if (type.isReferenceType()) {
            verify(type.getContentType(), node, at);
            return;
        }
        int before = faults.size();
        if (before >= MOST_FAULTS) {
            return;
        }
        if (node.isNull() || node.isMissingNode()) {
            fault(new WrittenFault(at, "expected " + Expected.of(type)));
            return;
        }
        verifyParts(type, node, at);
        if (faults.size() == before) {
            verifyWhole(type, node, at);
        }
    }

    private void verifyParts(JavaType type, JsonNode node, String at) {
        Optional<Kinds> kinds = Kinds.of(type);
        if (type.isCollectionLikeType() && !type.getContentType().hasRawClass(String.class)) {
            verifyElements(type, node, at);
        } else if (kinds.isPresent()) {
            verifyKind(kinds.get(), node, at);
        } else {
            Parts.of(mapper, type).ifPresent(parts -> verifyParts(parts, Set.of(), node, at));
        }
    }

    private void verifyElements(JavaType type, JsonNode node, String at) {
        if (!node.isArray()) {
            fault(new WrittenFault(at, "expected a list"));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            verify(type.getContentType(), node.get(i), at + "/" + i);
        }
    }

    private void verifyKind(Kinds kinds, JsonNode node, String at) {
        if (node.isTextual() && kinds.mayBeText()) {
            return;
        }
        JsonNode name = node.path(kinds.property());
        if (!node.isObject() || !name.isTextual()) {
            fault(new WrittenFault(
                    at, "expected an object whose '" + kinds.property() + "' is one of " + kinds.names()));
            return;
        }
        Optional<Class<?>> kind = kinds.find(name.textValue());
        if (kind.isEmpty()) {
            fault(WrittenFault.of(
                    at + "/" + kinds.property(),
                    "no '" + kinds.property() + "' is called",
                    name.textValue(),
                    kinds.names()));
            return;
        }
        Parts.of(mapper, mapper.constructType(kind.get()))
                .ifPresent(parts -> verifyParts(parts, Set.of(kinds.property()), node, at));
    }

    private void verifyParts(Parts parts, Set<String> besides, JsonNode node, String at) {
        if (!node.isObject()) {
            fault(new WrittenFault(at, "expected an object with " + parts.names()));
            return;
        }
        Set<String> known = new HashSet<>(parts.names());
        known.addAll(besides);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(WrittenFault.of(at + WrittenFault.step(name), "there is no part", name, parts.names()));
            }
        });
        for (Parts.Part part : parts.parts()) {
            if (node.has(part.name())) {
                verify(part.type(), node.get(part.name()), at + "/" + part.name());
            } else if (part.required()) {
                fault(new WrittenFault(at + "/" + part.name(), "missing; expected " + Expected.of(part.type())));
            }
        }
    }

    /** Reads the part on its own. What its type refuses is told here, its parts being well. */
    private void verifyWhole(JavaType type, JsonNode node, String at) {
        try {
            Object value = mapper.readerFor(type).readValue(node);
            if (value instanceof Comparison comparison) {
                comparison.problems(fields).forEach(problem -> fault(problem.below(at)));
            }
            if (value instanceof Condition.Any any && any.conditions().isEmpty()) {
                any.problems(fields).forEach(problem -> fault(problem.below(at)));
            }
        } catch (JsonMappingException refused) {
            fault(new WrittenFault(at + pointer(refused), Expected.reason(refused, type)));
            verifyField(type, node, at);
        } catch (JsonProcessingException refused) {
            fault(new WrittenFault(at, "expected " + Expected.of(type)));
        } catch (IOException broken) {
            throw new UncheckedIOException("a tree in memory cannot be read", broken);
        }
    }

    /** A comparison that cannot be made may name no field besides. */
    private void verifyField(JavaType type, JsonNode node, String at) {
        String field = node.path("field").asText();
        if (type.hasRawClass(Condition.class) && fields.find(field).isEmpty()) {
            fault(WrittenFault.of(at + "/field", "no field is called", field, fields.names()));
        }
    }

    private void fault(WrittenFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private static String pointer(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            pointer.append(WrittenFault.step(
                    step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        }
        return pointer.toString();
    }
}
