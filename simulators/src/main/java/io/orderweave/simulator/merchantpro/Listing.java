package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Answers lists: sorted, page by page, with the address of the next page, and with the fields and parts asked for. */
final class Listing {

    private static final int LARGEST_PAGE = 100;
    private static final int LARGEST_START = 1_000_000;

    private final MerchantProSettings settings;

    Listing(MerchantProSettings settings) {
        this.settings = settings;
    }

    /** The page a query asks for, of the rows that pass its filters. */
    Answer answer(Call call, Filters filters, Supplier<List<ObjectNode>> rows) {
        return filters.refuses(call.query()).orElseGet(() -> page(call, rows.get()));
    }

    private Answer page(Call call, List<ObjectNode> rows) {
        OptionalInt start = number(call.query(), "start", 0, 0, LARGEST_START);
        OptionalInt limit = number(call.query(), "limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        if (start.isEmpty() || limit.isEmpty()) {
            return MerchantProErrors.invalid("invalid_parameter", "start or limit is out of bounds");
        }
        Optional<Comparator<JsonNode>> order = order(call.query().first("sort").orElse("id.asc"));
        if (order.isEmpty()) {
            return MerchantProErrors.invalid("undefined_sort", "No such order of results");
        }
        int end = start.getAsInt() + limit.getAsInt();
        ObjectNode body = Json.object();
        var data = body.putArray("data");
        rows.stream()
                .sorted(order.get())
                .skip(start.getAsInt())
                .limit(limit.getAsInt())
                .forEach(row -> data.add(fields(row, call.query())));
        ObjectNode meta = body.putObject("meta");
        meta.putObject("count").put("total", rows.size());
        meta.putObject("links").put("next", end < rows.size() ? next(call, end) : null);
        return Answer.json(200, body);
    }

    /** The parts of a row that are only shown on demand and are not asked for, taken away. */
    static ObjectNode included(ObjectNode row, Query query, String... parts) {
        Set<String> wanted = new HashSet<>(split(query.first("include").orElse("")));
        ObjectNode shown = row.deepCopy();
        for (String part : parts) {
            if (!wanted.contains(part)) {
                shown.remove(part);
            }
        }
        return shown;
    }

    /** The fields asked for, or all. */
    static ObjectNode fields(ObjectNode row, Query query) {
        return query.first("fields")
                .map(names -> row.deepCopy().retain(split(names + ",id,line_items,tags,variants,images")))
                .orElse(row);
    }

    private String next(Call call, int start) {
        List<String> parameters = new ArrayList<>();
        for (String name : call.query().names()) {
            if (!name.equals("start")) {
                call.query().all(name).forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
            }
        }
        parameters.add("start=" + start);
        String host = settings.linkHost().orElse("http://" + call.header("Host").orElse(""));
        return host + call.path() + "?" + String.join("&", parameters);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static Optional<Comparator<JsonNode>> order(String sort) {
        int dot = sort.lastIndexOf('.');
        String field = dot < 0 ? sort : sort.substring(0, dot);
        boolean descending = sort.endsWith(".desc");
        Comparator<JsonNode> ascending = switch (field) {
            case "id" -> Comparator.comparing(row -> row.path("id").asText());
            case "date_created", "date_modified" ->
                Comparator.comparing(
                        row -> OffsetDateTime.parse(row.path(field).asText()).toInstant());
            default -> null;
        };
        return Optional.ofNullable(ascending).map(order -> descending ? order.reversed() : order);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    private static OptionalInt number(Query query, String name, int absent, int least, int most) {
        String text = query.first(name).orElse(Integer.toString(absent));
        if (!text.matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text);
        return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
