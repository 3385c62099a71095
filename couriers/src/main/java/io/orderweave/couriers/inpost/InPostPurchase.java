package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.couriers.inpost.InPostShipmentDto.Offer;
import io.orderweave.couriers.inpost.InPostShipmentDto.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a shipment how its purchase stands. ShipX takes a shipment first and buys its offer afterwards; a purchase that fails has
 * no status of its own, it shows in the offers and transactions while the shipment stays {@code created} or {@code offer_selected}.
 */
final class InPostPurchase {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(30);

    private static final Set<String> UNDECIDED = Set.of("created", "offers_prepared", "offer_selected");
    private static final String CANCELLED = "canceled";

    // UNCONFIRMED: the words of offers and transactions come from clients, not from a published list.
    private static final Set<String> DEAD_OFFER = Set.of("unavailable", "expired");
    private static final Set<String> FAILED_TRANSACTION = Set.of("failure", "failed");
    private static final Set<String> GOOD_TRANSACTION = Set.of("success", "succeeded");

    private final InPostTrackingPage trackingPage;

    InPostPurchase(InPostTrackingPage trackingPage) {
        this.trackingPage = trackingPage;
    }

    /** The answer for a shipment of that id. */
    CreateAnswer read(String id, InPostShipmentDto shipment) {
        String status = orEmpty(shipment.status());
        if (isCancelled(shipment)) {
            return new CreateAnswer.Rejected(List.of("status: " + CANCELLED + " at InPost"));
        }
        String trackingNumber = orEmpty(shipment.trackingNumber());
        if (!status.isEmpty() && !UNDECIDED.contains(status) && !trackingNumber.isEmpty()) {
            return new CreateAnswer.Created(id, trackingNumber, Optional.of(trackingPage.of(trackingNumber)));
        }
        List<String> failures = failures(shipment);
        return failures.isEmpty()
                ? new CreateAnswer.Accepted(id, LOOK_AGAIN_AFTER, GIVE_UP_AFTER)
                : new CreateAnswer.Rejected(failures);
    }

    static boolean isCancelled(InPostShipmentDto shipment) {
        return CANCELLED.equals(shipment.status());
    }

    /** Whether the shipment will never be sent: cancelled, or not paid for. */
    static boolean hasFailed(InPostShipmentDto shipment) {
        return orEmpty(shipment.trackingNumber()).isEmpty()
                && !failures(shipment).isEmpty();
    }

    private static List<String> failures(InPostShipmentDto shipment) {
        List<String> reasons = new ArrayList<>();
        List<Transaction> transactions = shipment.transactionsOrNone();
        boolean paid = transactions.stream().anyMatch(each -> GOOD_TRANSACTION.contains(orEmpty(each.status())));
        if (!paid) {
            transactions.stream()
                    .filter(each -> FAILED_TRANSACTION.contains(orEmpty(each.status())))
                    .forEach(each -> reasons.add("transaction: failed" + why(each.details())));
        }
        List<Offer> offers = shipment.offersOrNone();
        if (!offers.isEmpty() && offers.stream().allMatch(each -> DEAD_OFFER.contains(orEmpty(each.status())))) {
            offers.forEach(each -> reasons.add("offer: " + each.status() + why(each.unavailabilityReasons())));
        }
        return reasons;
    }

    private static String why(@Nullable JsonNode details) {
        List<String> reasons = details == null ? List.of() : InPostReasons.of(details);
        return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
