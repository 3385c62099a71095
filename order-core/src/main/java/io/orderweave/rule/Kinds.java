package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of a type whose JSON says by one of its parts which kind it is.
 *
 * @param property the part that tells the kind
 * @param mayBeText whether a text stands for a kind of its own
 */
record Kinds(String property, boolean mayBeText, Map<String, Class<?>> types) {

    static Optional<Kinds> of(JavaType type) {
        JsonTypeInfo info = type.getRawClass().getAnnotation(JsonTypeInfo.class);
        JsonSubTypes subTypes = type.getRawClass().getAnnotation(JsonSubTypes.class);
        if (info == null || subTypes == null) {
            return Optional.empty();
        }
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (JsonSubTypes.Type subType : subTypes.value()) {
            types.put(subType.name(), subType.value());
        }
        return Optional.of(new Kinds(info.property(), info.defaultImpl() != JsonTypeInfo.class, types));
    }

    List<String> names() {
        return types.keySet().stream().sorted().toList();
    }

    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
