package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import java.util.List;
import java.util.Set;

/** The lockers and shops, as little of each as a shop needs to see that it exists. */
final class PointsApi {

    private final Set<String> points;

    PointsApi(Set<String> points) {
        this.points = points;
    }

    Answer list(Call call) {
        List<ObjectNode> all = points.stream().sorted().map(PointsApi::point).toList();
        return Answer.json(200, Page.of(call, all));
    }

    Answer one(Call call) {
        String name = call.variable("name");
        return points.contains(name) ? Answer.json(200, point(name)) : InPostErrors.notFound();
    }

    private static ObjectNode point(String name) {
        ObjectNode node = Json.object().put("href", "/v1/points/" + name).put("name", name);
        node.putArray("type").add("parcel_locker");
        node.put("status", "Operating");
        node.putArray("functions").add("parcel_send").add("parcel_collect");
        return node;
    }
}
