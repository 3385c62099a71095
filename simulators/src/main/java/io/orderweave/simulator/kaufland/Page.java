package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import java.util.List;
import java.util.Optional;

/** Which part of a list is asked for: {@code limit} and {@code offset}. */
record Page(int offset, int limit) {

    static final int MOST = 100;
    private static final int USUAL = 30;

    /** The page a call asks for; empty when a parameter is no number in its bounds. */
    static Optional<Page> of(Call call, int most) {
        Optional<Integer> limit = number(call, "limit", USUAL).filter(size -> size >= 1 && size <= most);
        Optional<Integer> offset = number(call, "offset", 0);
        return limit.flatMap(size -> offset.map(skip -> new Page(skip, size)));
    }

    /** The page of these, in the envelope of lists. */
    Answer show(List<ObjectNode> all) {
        ObjectNode body = Json.object();
        body.putArray("data").addAll(all.stream().skip(offset).limit(limit).toList());
        body.putObject("pagination").put("offset", offset).put("limit", limit).put("total", all.size());
        return Answer.json(200, body);
    }

    /** One thing, in the envelope of things. */
    static Answer one(int status, ObjectNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        return Answer.json(status, body);
    }

    private static Optional<Integer> number(Call call, String name, int absent) {
        return call.query()
                .first(name)
                .map(text ->
                        text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.<Integer>empty())
                .orElse(Optional.of(absent));
    }
}
