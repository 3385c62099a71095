package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Handler;
import io.orderweave.simulator.internal.Json;
import java.util.function.BiFunction;

/** Lets a handler see only requests whose body is JSON of the kind it takes. */
final class JsonBody {

    private JsonBody() {}

    static Handler object(BiFunction<Call, ObjectNode, Answer> handler) {
        return of(ObjectNode.class, handler);
    }

    static Handler array(BiFunction<Call, ArrayNode, Answer> handler) {
        return of(ArrayNode.class, handler);
    }

    private static <T extends JsonNode> Handler of(Class<T> kind, BiFunction<Call, T, Answer> handler) {
        return call -> {
            if (!call.names("Content-Type", "application/json")) {
                return KauflandErrors.missingHeader();
            }
            return Json.parse(call.body())
                    .filter(kind::isInstance)
                    .map(body -> handler.apply(call, kind.cast(body)))
                    .orElseGet(() -> KauflandErrors.invalid("body", "must be a JSON " + kind.getSimpleName()));
        };
    }
}
