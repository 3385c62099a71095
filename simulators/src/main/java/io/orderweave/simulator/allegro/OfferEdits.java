package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import java.util.Optional;
import java.util.Set;

/** Edits of one offer by PATCH: what they may say, and what they do. */
final class OfferEdits {

    private static final Set<String> PARTS = Set.of("stock", "sellingMode", "publication", "name", "external");
    private static final Set<String> STATUSES = Set.of(Offer.ACTIVE, Offer.ENDED);

    private final OfferChanges changes;

    OfferEdits(OfferChanges changes) {
        this.changes = changes;
    }

    /** Why the edit is refused; empty when it is taken. */
    Optional<Answer> wrong(Offer offer, ObjectNode wanted) {
        for (var fields = wanted.fieldNames(); fields.hasNext(); ) {
            String part = fields.next();
            if (!PARTS.contains(part) || wanted.path(part).isNull()) {
                return Optional.of(AllegroErrors.error(
                        422, "ConstraintViolationException", "This part cannot be changed so", part));
            }
        }
        JsonNode available = wanted.at("/stock/available");
        if (!available.isMissingNode() && (!available.isInt() || available.intValue() < 0)) {
            return Optional.of(AllegroErrors.error(
                    422, "ConstraintViolationException", "A whole number, not negative", "stock.available"));
        }
        JsonNode status = wanted.at("/publication/status");
        if (!status.isMissingNode() && !STATUSES.contains(status.asText())) {
            return Optional.of(
                    AllegroErrors.error(422, "ConstraintViolationException", "ACTIVE or ENDED", "publication.status"));
        }
        int then = available.isMissingNode() ? offer.available() : available.intValue();
        return status.asText().equals(Offer.ACTIVE) && then == 0
                ? Optional.of(AllegroErrors.error(
                        422, "EmptyStock", "An offer without stock cannot be active", "stock.available"))
                : Optional.empty();
    }

    void apply(AllegroState state, Offer offer, ObjectNode wanted) {
        JsonNode available = wanted.at("/stock/available");
        if (!available.isMissingNode()) {
            offer.stockWrites.add(available.intValue());
            changes.stock(state, offer, available.intValue());
        }
        JsonNode price = wanted.at("/sellingMode/price");
        if (!price.isMissingNode()) {
            changes.price(state, offer, offer.baseMarketplace(), price);
        }
        JsonNode status = wanted.at("/publication/status");
        if (!status.isMissingNode() && !status.asText().equals(offer.status())) {
            changes.publish(state, offer, status.asText());
        }
        if (wanted.has("name") || wanted.has("external")) {
            wanted.deepCopy()
                    .retain("name", "external")
                    .fields()
                    .forEachRemaining(field -> offer.document.set(field.getKey(), field.getValue()));
            changes.happened(state, offer, "OFFER_CHANGED");
        }
    }
}
