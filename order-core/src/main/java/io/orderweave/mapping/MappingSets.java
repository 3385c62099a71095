package io.orderweave.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusMap;
import io.orderweave.written.WrittenFault;
import io.orderweave.written.WrittenJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and writes mappings as JSON; hosts call it. Comments are allowed, tables may be left out, and a part that nobody knows is refused
 * rather than ignored. Stateless and thread-safe. The published JSON Schema lies beside this class: {@code mappings.schema.json}.
 *
 * <p>The shape: {@code {"version": 1, "note": "...", "connections": {"allegro": {...}}}}; a connection may have the tables {@code inbound}
 * (the channel's status to the shop's), {@code outbound} (the shop's status to what is told), {@code paymentMethods} and {@code
 * deliveryMethods} (the channel's term to the shop's code), and of a courier {@code milestones} (to the shop's status).
 */
public final class MappingSets {

    private static final ObjectMapper MAPPER = WrittenJson.mapper().build();

    private MappingSets() {}

    /**
     * Parses mappings. Names of connections and statuses are verified when they are applied.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault found, a line each, as {@link #problems} tells them
     */
    public static MappingSet parse(String json) {
        List<WrittenFault> problems = new ArrayList<>();
        MappingSet mappings = read(json, problems);
        if (!problems.isEmpty()) {
            throw WrittenJson.refused("mappings", problems);
        }
        return mappings;
    }

    /**
     * Everything wrong with mappings as they are written: where, what was expected there, and the nearest valid names. Of a text that is
     * no JSON at all only the first fault can be told.
     */
    public static List<WrittenFault> problems(String json) {
        List<WrittenFault> problems = new ArrayList<>();
        read(json, problems);
        return List.copyOf(problems);
    }

    /** The mappings as JSON that {@link #parse} reads back to equal ones. */
    public static String write(MappingSet mappings) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("version", mappings.version());
        mappings.note().ifPresent(note -> tree.put("note", note));
        ObjectNode connections = tree.putObject("connections");
        for (ConnectionId connection : mappings.mapped()) {
            ObjectNode tables = connections.putObject(connection.value());
            StatusMap statuses = mappings.statusMap(connection);
            Dictionary dictionary = mappings.dictionary(connection);
            table(tables, MappingReading.INBOUND, statuses.inbound());
            table(tables, MappingReading.OUTBOUND, statuses.outbound());
            table(tables, MappingReading.PAYMENT_METHODS, dictionary.paymentMethods());
            table(tables, MappingReading.DELIVERY_METHODS, dictionary.deliveryMethods());
            table(
                    tables,
                    MappingReading.MILESTONES,
                    mappings.courierStatusMap(connection).milestones());
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException fault) {
            throw new OrderweaveException(FaultCategory.INTERNAL, "mappings cannot be written as JSON", fault);
        }
    }

    private static void table(ObjectNode tables, String name, Map<?, ?> rows) {
        if (!rows.isEmpty()) {
            Map<String, String> sorted = new TreeMap<>();
            rows.forEach((from, to) -> sorted.put(word(from), word(to)));
            ObjectNode table = tables.putObject(name);
            sorted.forEach(table::put);
        }
    }

    private static String word(Object value) {
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private static MappingSet read(String json, List<WrittenFault> problems) {
        Optional<JsonNode> tree = WrittenJson.tree(json, problems::add);
        if (tree.isEmpty()) {
            return MappingSet.EMPTY;
        }
        MappingReading reading = new MappingReading();
        MappingSet mappings = reading.read(tree.get());
        problems.addAll(reading.faults());
        return mappings;
    }
}
