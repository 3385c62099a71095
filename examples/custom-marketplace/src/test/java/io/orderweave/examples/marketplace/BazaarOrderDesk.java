package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.examples.marketplace.StallServer.Answer;
import io.orderweave.tck.channel.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sellers can do with an order at Bazaar beyond what they can at Stall. Guarded by the server. */
final class BazaarOrderDesk {

    private static final Set<String> PARTS = Set.of("cancellations", "refunds", "documents");

    private final Map<String, Deeds> deeds = new HashMap<>();

    /** What was done with one order. */
    private static final class Deeds {

        private final List<ObjectNode> refunds = new ArrayList<>();
        private final List<ObjectNode> documents = new ArrayList<>();
        private int cancellations;
    }

    /** Whether the request is about a part of an order that is kept here. */
    static boolean serves(StallRequest request) {
        return request.path().size() > 2 && PARTS.contains(request.path().get(2));
    }

    int landed(Facet facet, String order) {
        Deeds done = of(order);
        return switch (facet) {
            case CANCELLATIONS -> done.cancellations;
            case REFUNDS -> done.refunds.size();
            default -> done.documents.size();
        };
    }

    Answer answer(StallRequest request, StallOrder order) throws IOException {
        Deeds done = of(request.path().get(1));
        return switch (request.path().get(2)) {
            case "cancellations" -> cancel(request.json(), order, done);
            case "refunds" -> kept("refunds", request, done.refunds);
            default -> document(request, done.documents);
        };
    }

    private static Answer cancel(ObjectNode wanted, StallOrder order, Deeds done) {
        Set<String> lines = new HashSet<>();
        wanted.path("lines").forEach(line -> lines.add(line.asText()));
        boolean all = true;
        for (JsonNode item : order.document.path("items")) {
            if (lines.contains(item.path("id").asText())) {
                ((ObjectNode) item).put("cancelled", true);
            }
            all &= item.path("cancelled").asBoolean();
        }
        if (all) {
            order.document.put("status", "cancelled");
        }
        done.cancellations++;
        return Answer.bare(204);
    }

    private static Answer document(StallRequest request, List<ObjectNode> documents) throws IOException {
        if (request.method().equals("PUT")) {
            String id = request.path().get(3);
            documents.stream()
                    .filter(document -> document.path("id").asText().equals(id))
                    .forEach(document -> document.put("complete", true));
            return Answer.bare(204);
        }
        return kept("documents", request, documents);
    }

    /** The list, or, for what is posted, what was added to it. */
    private static Answer kept(String list, StallRequest request, List<ObjectNode> all) throws IOException {
        if (request.method().equals("POST")) {
            ObjectNode added = request.json().put("id", "D-" + (1 + all.size()));
            all.add(added);
            return new Answer(201, added);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray(list).addAll(all);
        return new Answer(200, answer);
    }

    private Deeds of(String order) {
        return deeds.computeIfAbsent(order, unseen -> new Deeds());
    }
}
