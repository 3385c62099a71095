package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cancels orders and lines. Bazaar asks for no reason. */
final class BazaarCancellations implements Cancellations {

    private final BazaarApi api;

    BazaarCancellations(BazaarApi api) {
        this.api = api;
    }

    @Override
    public Set<CancellationReason> reasons() {
        return Set.of(CancellationReason.values());
    }

    @Override
    public WriteAnswer cancel(Cancellation cancellation) {
        Optional<Map<String, Boolean>> lines = lines(cancellation.externalId());
        if (lines.isEmpty()) {
            return new WriteAnswer.Rejected("bazaar has no such order");
        }
        List<String> wanted = wanted(cancellation, lines.get());
        List<String> unknown =
                wanted.stream().filter(line -> !lines.get().containsKey(line)).toList();
        List<String> live = wanted.stream()
                .filter(line -> Boolean.FALSE.equals(lines.get().get(line)))
                .toList();
        if (!live.isEmpty()
                && api.cancel(cancellation.externalId(), Map.of("lines", live))
                        instanceof Reply.Refused<NoBody> refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        if (!unknown.isEmpty()) {
            return new WriteAnswer.Rejected("not lines of the order: " + String.join(", ", unknown));
        }
        return live.isEmpty() ? new WriteAnswer.AlreadyApplied(Optional.empty()) : WriteAnswer.applied();
    }

    @Override
    public Lookup find(Cancellation cancellation) {
        return lines(cancellation.externalId())
                        .filter(lines -> wanted(cancellation, lines).stream()
                                .allMatch(line -> Boolean.TRUE.equals(lines.get(line))))
                        .isPresent()
                ? Lookup.found(cancellation.externalId())
                : Lookup.absent();
    }

    private static List<String> wanted(Cancellation cancellation, Map<String, Boolean> lines) {
        return cancellation.lines().isEmpty()
                ? new ArrayList<>(lines.keySet())
                : cancellation.lines().stream().map(LineId::value).toList();
    }

    /** Whether each line is cancelled; empty where there is no such order. */
    private Optional<Map<String, Boolean>> lines(String order) {
        return api.order(order)
                .ifThere("bazaar order")
                .map(answer -> BazaarPage.list(answer, "items"))
                .map(BazaarCancellations::cancelled);
    }

    private static Map<String, Boolean> cancelled(JsonNode items) {
        Map<String, Boolean> lines = new LinkedHashMap<>();
        for (JsonNode item : items) {
            lines.put(item.path("id").asText(), item.path("cancelled").asBoolean());
        }
        return lines;
    }
}
