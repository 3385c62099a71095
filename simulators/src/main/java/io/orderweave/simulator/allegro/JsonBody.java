package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Handler;
import io.orderweave.simulator.internal.Json;
import java.util.function.BiFunction;

/** Lets a handler see only requests whose body is a JSON object of Allegro's media type. */
final class JsonBody {

    private JsonBody() {}

    static Handler of(BiFunction<Call, ObjectNode, Answer> handler) {
        return of(AllegroErrors.MEDIA_TYPE, handler);
    }

    /** For a resource that is still in beta. */
    static Handler beta(BiFunction<Call, ObjectNode, Answer> handler) {
        return of(AllegroErrors.BETA_MEDIA_TYPE, handler);
    }

    private static Handler of(String mediaType, BiFunction<Call, ObjectNode, Answer> handler) {
        return call -> {
            if (!call.names("Content-Type", mediaType)) {
                return AllegroErrors.unsupportedMediaType(mediaType);
            }
            return Json.parseObject(call.body())
                    .map(body -> handler.apply(call, body))
                    .orElseGet(() -> AllegroErrors.error(400, "JsonMappingException", "Not a JSON object", null));
        };
    }
}
