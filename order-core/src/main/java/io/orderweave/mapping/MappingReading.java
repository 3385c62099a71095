package io.orderweave.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.written.ShortText;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads written mappings and finds everything wrong with them: what is faulty is left out, and the rest is read on. Used once. */
final class MappingReading {

    static final String INBOUND = "inbound";
    static final String OUTBOUND = "outbound";
    static final String MILESTONES = "milestones";
    static final String PAYMENT_METHODS = "paymentMethods";
    static final String DELIVERY_METHODS = "deliveryMethods";

    /** Of a set. */
    static final List<String> PARTS = List.of("connections", "note", "version");

    /** Of a connection. */
    static final List<String> TABLES = List.of(DELIVERY_METHODS, INBOUND, MILESTONES, OUTBOUND, PAYMENT_METHODS);

    /** Who has more should begin with these. */
    private static final int MOST_FAULTS = 100;

    private final List<WrittenFault> faults = new ArrayList<>();

    List<WrittenFault> faults() {
        return faults;
    }

    MappingSet read(JsonNode tree) {
        MappingSet.Builder mappings = MappingSet.builder();
        mappings.version(0);
        if (!verifyObject(tree, "", PARTS)) {
            return mappings.build();
        }
        JsonNode version = tree.path("version");
        if (version.isMissingNode()) {
            fault("/version", "missing; expected a whole number");
        } else if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 0) {
            fault("/version", "expected a whole number that is not negative");
        } else {
            mappings.version(version.intValue());
        }
        if (tree.has("note")) {
            text(tree.get("note"), "/note").ifPresent(mappings::note);
        }
        if (!tree.has("connections")) {
            fault("/connections", "missing; expected an object with a part for each connection");
        } else if (isObject(tree.get("connections"), "/connections", "an object with a part for each connection")) {
            tree.get("connections").fields().forEachRemaining(entry -> {
                String at = "/connections" + WrittenFault.step(entry.getKey());
                value(entry.getKey(), at, ConnectionId::new)
                        .ifPresent(connection -> connection(connection, entry.getValue(), at, mappings));
            });
        }
        return mappings.build();
    }

    private void connection(ConnectionId connection, JsonNode tables, String at, MappingSet.Builder mappings) {
        if (!verifyObject(tables, at, TABLES)) {
            return;
        }
        StatusMap statuses = StatusMap.builder()
                .putAllInbound(table(tables, at, INBOUND, this::term, this::status))
                .putAllOutbound(table(
                        tables, at, OUTBOUND, this::status, (text, place) -> word(text, place, StatusIntent.values())))
                .build();
        Dictionary dictionary = Dictionary.builder()
                .putAllPaymentMethods(table(tables, at, PAYMENT_METHODS, this::term, this::term))
                .putAllDeliveryMethods(table(tables, at, DELIVERY_METHODS, this::term, this::term))
                .build();
        CourierStatusMap milestones = new CourierStatusMap(
                table(tables, at, MILESTONES, (text, place) -> word(text, place, Milestone.values()), this::status));
        if (!statuses.equals(StatusMap.EMPTY)) {
            mappings.putStatusMap(connection, statuses);
        }
        if (!dictionary.equals(Dictionary.EMPTY)) {
            mappings.putDictionary(connection, dictionary);
        }
        if (!milestones.equals(CourierStatusMap.EMPTY)) {
            mappings.putCourierStatusMap(connection, milestones);
        }
    }

    private <K, V> Map<K, V> table(
            JsonNode tables,
            String at,
            String name,
            BiFunction<String, String, Optional<K>> key,
            BiFunction<String, String, Optional<V>> value) {
        Map<K, V> rows = new LinkedHashMap<>();
        String place = at + "/" + name;
        if (tables.has(name) && isObject(tables.get(name), place, "an object: what is mapped to what")) {
            tables.get(name).fields().forEachRemaining(row -> {
                String here = place + WrittenFault.step(row.getKey());
                Optional<K> from = key.apply(row.getKey(), here);
                Optional<V> to = text(row.getValue(), here).flatMap(text -> value.apply(text, here));
                if (from.isPresent() && to.isPresent() && rows.put(from.get(), to.get()) != null) {
                    fault(here, "it is mapped twice");
                }
            });
        }
        return rows;
    }

    private Optional<String> term(String text, String at) {
        if (text.isBlank()) {
            fault(at, "expected text");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<StatusId> status(String text, String at) {
        return value(text, at, StatusId::new);
    }

    private <E extends Enum<E>> Optional<E> word(String text, String at, E[] words) {
        Optional<E> found = Arrays.stream(words)
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = Arrays.stream(words)
                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                    .toList();
            fault(WrittenFault.of(at, "expected one of " + names + ", not", text, names));
        }
        return found;
    }

    private Optional<String> text(JsonNode node, String at) {
        if (!node.isTextual()) {
            fault(at, "expected text");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    /** An identity, which tells itself what it cannot be. */
    private <T> Optional<T> value(String text, String at, Function<String, T> type) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException refused) {
            fault(at, ShortText.of(String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    private boolean verifyObject(JsonNode node, String at, List<String> parts) {
        if (!isObject(node, at, "an object with " + parts)) {
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!parts.contains(name)) {
                fault(WrittenFault.of(at + WrittenFault.step(name), "there is no part", name, parts));
            }
        });
        return true;
    }

    private boolean isObject(JsonNode node, String at, String expected) {
        if (!node.isObject()) {
            fault(at, "expected " + expected);
        }
        return node.isObject();
    }

    private void fault(String at, String problem) {
        fault(new WrittenFault(at, problem));
    }

    private void fault(WrittenFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
