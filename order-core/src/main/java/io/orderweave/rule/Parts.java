package io.orderweave.rule;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of a value that is a JSON object: of a record its components, of an Immutables value its accessors. */
record Parts(List<Part> parts) {

    /**
     * One part.
     *
     * @param required whether it cannot be left out
     */
    record Part(String name, JavaType type, boolean required, Optional<String> defaultValue) {}

    /** Empty for a type that is no object of known parts: a text, a number. */
    static Optional<Parts> of(ObjectMapper mapper, JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isRecord()) {
            List<Part> parts = mapper.getDeserializationConfig().introspect(type).findProperties().stream()
                    .filter(BeanPropertyDefinition::hasConstructorParameter)
                    .map(Parts::ofRecord)
                    .toList();
            return parts.size() == raw.getRecordComponents().length ? Optional.of(new Parts(parts)) : Optional.empty();
        }
        JsonDeserialize as = raw.getAnnotation(JsonDeserialize.class);
        if (as == null || as.as() == Void.class) {
            return Optional.empty();
        }
        JavaType implementation = mapper.constructType(as.as());
        return Optional.of(
                new Parts(mapper.getSerializationConfig().introspect(implementation).findProperties().stream()
                        .filter(BeanPropertyDefinition::isExplicitlyIncluded)
                        .map(property -> ofValue(raw, property))
                        .toList()));
    }

    List<String> names() {
        return parts.stream().map(Part::name).sorted().toList();
    }

    private static Part ofRecord(BeanPropertyDefinition property) {
        JavaType type = property.getPrimaryType();
        Optional<String> preset = Optional.ofNullable(property.getMetadata().getDefaultValue());
        boolean optional = type.isReferenceType() || type.isMapLikeType() || preset.isPresent();
        return new Part(property.getName(), type, !optional, preset);
    }

    private static Part ofValue(Class<?> value, BeanPropertyDefinition property) {
        JavaType type = property.getPrimaryType();
        boolean container = type.isReferenceType() || type.isContainerType();
        String accessor = property.getAccessor().getName();
        boolean mustBeSaid = Arrays.stream(value.getMethods())
                .filter(method -> method.getName().equals(accessor) && method.getParameterCount() == 0)
                .map(Method::getModifiers)
                .anyMatch(Modifier::isAbstract);
        return new Part(property.getName(), type, mustBeSaid && !container, Optional.empty());
    }
}
