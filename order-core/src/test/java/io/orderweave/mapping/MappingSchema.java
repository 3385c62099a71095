package io.orderweave.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.order.StatusIntent;
import io.orderweave.shipment.Milestone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes the JSON Schema (draft 2020-12) of mappings from the tables that are read and the words that they may use. */
final class MappingSchema {

    private MappingSchema() {}

    static JsonNode generate() {
        ObjectNode schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:orderweave:mappings:1");
        schema.put("title", "Orderweave mappings");
        schema.put("type", "object");
        ObjectNode parts = object();
        parts.set("version", object().put("type", "integer").put("minimum", 0));
        parts.set("note", object().put("type", "string"));
        parts.set(
                "connections",
                object().put("type", "object").set("additionalProperties", object().put("$ref", "#/$defs/Tables")));
        schema.set("properties", parts);
        schema.set("required", texts(List.of("version", "connections")));
        schema.put("additionalProperties", false);
        ObjectNode definitions = object();
        definitions.set("Tables", tables());
        definitions.set(
                "Status",
                object().put("type", "string").put("pattern", "^[^\\s/]+$").put("maxLength", 100));
        schema.set("$defs", definitions);
        return schema;
    }

    private static ObjectNode tables() {
        ObjectNode tables = object();
        for (String name : MappingReading.TABLES) {
            tables.set(name, table(name));
        }
        ObjectNode shape = object().put("type", "object");
        shape.set("properties", tables);
        return shape.put("additionalProperties", false);
    }

    private static ObjectNode table(String name) {
        ObjectNode table = object().put("type", "object");
        return switch (name) {
            case MappingReading.INBOUND ->
                table.put("description", "The channel's status term: the shop's status.")
                        .set("additionalProperties", status());
            case MappingReading.OUTBOUND ->
                table.put("description", "The shop's status: what the channel is told.")
                        .set("additionalProperties", object().set("enum", words(StatusIntent.values())));
            case MappingReading.PAYMENT_METHODS ->
                table.put("description", "The channel's payment term: the shop's code.")
                        .set("additionalProperties", text());
            case MappingReading.DELIVERY_METHODS ->
                table.put("description", "The channel's delivery term, id or name: the shop's code.")
                        .set("additionalProperties", text());
            case MappingReading.MILESTONES -> {
                ObjectNode milestones = object();
                words(Milestone.values()).forEach(word -> milestones.set(word.asText(), status()));
                table.put("description", "The milestone of a courier's parcel: the shop's status.");
                table.set("properties", milestones);
                yield table.put("additionalProperties", false);
            }
            default -> throw new AssertionError("no schema for table " + name);
        };
    }

    private static ObjectNode status() {
        return object().put("$ref", "#/$defs/Status");
    }

    private static ObjectNode text() {
        return object().put("type", "string").put("pattern", "\\S");
    }

    /** Both ways that the reader takes and the writer and people write. */
    private static ArrayNode words(Enum<?>[] words) {
        return texts(Stream.of(words)
                .map(Enum::name)
                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT)))
                .toList());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
