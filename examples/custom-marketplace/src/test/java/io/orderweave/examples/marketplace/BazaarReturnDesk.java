package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.examples.marketplace.StallServer.Answer;
import io.orderweave.tck.channel.ScriptedReturns;
import io.orderweave.tck.channel.TestOrder;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Bazaar's returns. */
final class BazaarReturnDesk implements ScriptedReturns {

    private final Clock clock;
    private final Function<String, JsonNode> orders;
    private final Map<String, Returned> returns = new LinkedHashMap<>();
    private long changes;

    BazaarReturnDesk(Clock clock, Function<String, JsonNode> orders) {
        this.clock = clock;
        this.orders = orders;
    }

    private static final class Returned extends StallDocument {

        private int decisions;

        private Returned(ObjectNode document) {
            super(document);
        }
    }

    @Override
    public String announce(String externalId, TestOrder.Line line, int quantity) {
        return announce(externalId, lineId(orders.apply(externalId), line.sku()), quantity);
    }

    private synchronized String announce(String order, String line, int quantity) {
        String id = "RT-" + (1 + returns.size());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", id)
                .put("order", order)
                .put("announced_at", clock.instant().toString())
                .put("status", "announced");
        document.putArray("items")
                .addObject()
                .put("line", line)
                .put("quantity", quantity)
                .put("reason", "changed_mind");
        returns.put(id, new Returned(document));
        touch(id);
        return id;
    }

    private static String lineId(JsonNode order, String sku) {
        for (JsonNode item : order.path("items")) {
            if (item.path("sku").asText().equals(sku)) {
                return item.path("id").asText();
            }
        }
        throw new IllegalArgumentException("the order has no line of " + sku);
    }

    @Override
    public synchronized void dispatch(String returnId, String trackingNumber) {
        touch(returnId).put("parcel", trackingNumber).put("status", "sent");
    }

    @Override
    public synchronized void poison(String returnId) {
        ((ObjectNode) touch(returnId).at("/items/0")).put("quantity", "a few");
    }

    @Override
    public synchronized void bewitch(String returnId) {
        touch(returnId).put("status", "bewitched");
    }

    @Override
    public String unknownReturn() {
        return "RT-999999";
    }

    @Override
    public synchronized int decisions(String returnId) {
        return returned(returnId).decisions;
    }

    synchronized Answer answer(StallRequest request) throws IOException {
        if (request.is("returns")) {
            return new Answer(200, StallDocument.page("returns", returns.values(), request.after(), request.limit()));
        }
        Returned one = returns.get(request.path().get(1));
        if (one == null) {
            return Answer.bare(404);
        }
        if (request.method().equals("GET")) {
            return new Answer(200, one.document.deepCopy());
        }
        if (one.document.has("verdict")) {
            return Answer.bare(409);
        }
        String verdict = request.json().path("verdict").asText();
        touch(request.path().get(1)).put("verdict", verdict).put("status", verdict);
        one.decisions++;
        return Answer.bare(204);
    }

    private ObjectNode touch(String id) {
        Returned one = returned(id);
        one.changedAt = ++changes;
        return one.document;
    }

    private Returned returned(String id) {
        return Objects.requireNonNull(returns.get(id), id);
    }
}
