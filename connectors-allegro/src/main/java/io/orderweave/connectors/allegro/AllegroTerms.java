package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.http.UnknownWords;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.StatusIntent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Allegro's two statuses of an order, the buyer's ({@code status}) and the seller's ({@code fulfillment.status}), as one term, and
 * its other words. The terms are listed in docs/connectors/allegro.md.
 */
final class AllegroTerms {

    static final String CANCELLED = "CANCELLED";
    static final String CANCELLED_BY_SELLER = "CANCELLED_BY_SELLER";
    static final String SENT = "SENT";

    /** Why nothing of shipping is told of such an order. */
    static final String SHIPPED_BY_ALLEGRO = "Allegro's warehouse ships the order (One Fulfillment), not the seller";

    private static final String READY_FOR_PROCESSING = "READY_FOR_PROCESSING";
    private static final String NEW = "NEW";
    private static final Set<String> UNPAID = Set.of("BOUGHT", "FILLED_IN");
    private static final Set<String> FULFILLMENT = Set.of(
            NEW,
            "PROCESSING",
            "READY_FOR_SHIPMENT",
            "READY_FOR_PICKUP",
            SENT,
            "PICKED_UP",
            CANCELLED,
            "SUSPENDED",
            "RETURNED");
    private static final Map<StatusIntent, String> INTENTS = Map.of(
            StatusIntent.PROCESSING, "PROCESSING",
            StatusIntent.READY_TO_SHIP, "READY_FOR_SHIPMENT",
            StatusIntent.READY_FOR_COLLECTION, "READY_FOR_PICKUP",
            StatusIntent.SHIPPED, SENT,
            StatusIntent.DELIVERED, "PICKED_UP",
            StatusIntent.CANCELLED, CANCELLED);

    private static final Set<StatusIntent> OF_SHIPPING = Set.of(
            StatusIntent.READY_TO_SHIP,
            StatusIntent.READY_FOR_COLLECTION,
            StatusIntent.SHIPPED,
            StatusIntent.DELIVERED);

    private final UnknownWords unknown = new UnknownWords("Allegro");

    /** The intents that have a fulfillment status. */
    static Set<StatusIntent> intents() {
        return INTENTS.keySet();
    }

    /** Whether the intent says how far the parcels are, which is for whoever ships them to say. */
    static boolean isOfShipping(StatusIntent intent) {
        return OF_SHIPPING.contains(intent);
    }

    /** The fulfillment status of an intent. */
    static String fulfillment(StatusIntent intent) {
        return INTENTS.getOrDefault(intent, "");
    }

    /** One term of both statuses: a cancelled checkout overrides all, an unconfirmed one says nothing of fulfillment. */
    String term(String status, @Nullable String fulfillmentStatus) {
        if (!status.equals(READY_FOR_PROCESSING)) {
            noteUnlessKnown(status.equals(CANCELLED) || UNPAID.contains(status), "order status", status);
            return status;
        }
        String fulfillment = text(fulfillmentStatus).orElse(NEW);
        noteUnlessKnown(FULFILLMENT.contains(fulfillment), "fulfillment status", fulfillment);
        if (fulfillment.equals(NEW)) {
            return READY_FOR_PROCESSING;
        }
        return fulfillment.equals(CANCELLED) ? CANCELLED_BY_SELLER : fulfillment;
    }

    /**
     * How certain the order is. A status that we do not know must change nothing, and we do not know what was before; but an
     * order that the seller already works on was confirmed before and stays so, and one that he has not begun can wait for a
     * person without harm.
     */
    Lifecycle lifecycle(String status, @Nullable String fulfillmentStatus) {
        if (status.equals(CANCELLED)) {
            return Lifecycle.CANCELLED;
        }
        if (status.equals(READY_FOR_PROCESSING)) {
            return Lifecycle.CONFIRMED;
        }
        boolean begun = !text(fulfillmentStatus).orElse(NEW).equals(NEW);
        return begun && !UNPAID.contains(status) ? Lifecycle.CONFIRMED : Lifecycle.PENDING;
    }

    /** When the money is due; before dispatch for a way to pay that we do not know. */
    PaymentTerms.Timing timing(Optional<String> paymentType) {
        String type = paymentType.orElse("");
        return switch (type) {
            case "CASH_ON_DELIVERY" -> PaymentTerms.Timing.ON_DELIVERY;
            case "EXTENDED_TERM" -> PaymentTerms.Timing.DEFERRED;
            case "", "ONLINE", "WIRE_TRANSFER", "SPLIT_PAYMENT" -> PaymentTerms.Timing.PREPAID;
            default -> {
                noteUnlessKnown(false, "payment type", type);
                yield PaymentTerms.Timing.PREPAID;
            }
        };
    }

    private void noteUnlessKnown(boolean known, String what, String word) {
        if (!known) {
            unknown.note(what, word);
        }
    }
}
