package io.orderweave.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes sets in the order of their elements' text: {@code Set.of} iterates differently in each run of the JVM. */
@SuppressWarnings("rawtypes") // Jackson registers serializers by raw class
final class SortedSets extends StdSerializer<Set> {

    private static final long serialVersionUID = 1L;

    SortedSets() {
        super(Set.class);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Set value) {
        return value.isEmpty();
    }

    @Override
    public void serialize(Set value, JsonGenerator json, SerializerProvider provider) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (Object element : value) {
            elements.add(element);
        }
        elements.sort(Comparator.comparing(String::valueOf));
        json.writeStartArray();
        for (Object element : elements) {
            provider.defaultSerializeValue(element, json);
        }
        json.writeEndArray();
    }
}
