package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import java.util.List;

/** A page of a list as ShipX cuts it; its usual size is UNCONFIRMED. */
final class Page {

    private static final int USUAL = 25;
    private static final int MOST = 500;

    private Page() {}

    static ObjectNode of(Call call, List<ObjectNode> found) {
        int page = number(call, "page", 1);
        int size = Math.min(MOST, number(call, "per_page", USUAL));
        ObjectNode body = Json.object()
                .put("href", call.path())
                .put("count", found.size())
                .put("page", page)
                .put("per_page", size)
                .put("total_pages", (found.size() + size - 1) / size);
        ArrayNode items = body.putArray("items");
        found.stream().skip((page - 1L) * size).limit(size).forEach(items::add);
        return body;
    }

    private static int number(Call call, String name, int absent) {
        return call.query()
                .first(name)
                .filter(text -> text.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .orElse(absent);
    }
}
