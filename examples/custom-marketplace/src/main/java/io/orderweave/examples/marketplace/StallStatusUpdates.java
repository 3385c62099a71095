package io.orderweave.examples.marketplace;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.order.StatusIntent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets an order's status at Stall, where it is another. */
final class StallStatusUpdates implements StatusUpdates {

    private static final Map<StatusIntent, String> TERMS = Map.of(
            StatusIntent.READY_TO_SHIP, "packed", StatusIntent.SHIPPED, "sent", StatusIntent.CANCELLED, "cancelled");

    private final StallApi api;

    StallStatusUpdates(StallApi api) {
        this.api = api;
    }

    @Override
    public Set<StatusIntent> supported() {
        return TERMS.keySet();
    }

    @Override
    public WriteAnswer update(StatusUpdate update) {
        String term = Optional.ofNullable(TERMS.get(update.intent())).orElseThrow();
        if (api.order(update.externalId()) instanceof Reply.Done<RawJson> done
                && term.equals(done.body().tree().path("status").asText())) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        return api.setStatus(update.externalId(), Map.of("status", term)) instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }
}
