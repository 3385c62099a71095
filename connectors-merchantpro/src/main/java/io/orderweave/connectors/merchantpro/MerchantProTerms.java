package io.orderweave.connectors.merchantpro;

import io.orderweave.http.UnknownWords;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.StatusIntent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shop's two statuses of an order, of its delivery and of its payment, as one term, and its other words. The terms are listed in
 * docs/connectors/merchantpro.md.
 */
final class MerchantProTerms {

    static final String CANCELLED = "cancelled";
    static final String PAID = "paid";

    private static final String TEMPORARY = "temporary";
    private static final String AWAITING = "awaiting";
    private static final String IN_PROCESS = "in_process";
    private static final String SHIPPED = "shipped";

    /** How an order goes on; cancelled stands beside it. */
    private static final List<String> COURSE =
            List.of(TEMPORARY, AWAITING, "confirmed", IN_PROCESS, SHIPPED, "delivered", "returned");

    private static final Set<String> PAYMENT = Set.of(AWAITING, PAID, "failed");
    private static final Set<String> DISCOUNTS = Set.of("promo_cart", "promo_product", "discount", "coupon");
    private static final String PRODUCT = "product";

    private static final Map<StatusIntent, String> INTENTS = Map.of(
            StatusIntent.PROCESSING, IN_PROCESS,
            StatusIntent.SHIPPED, SHIPPED,
            StatusIntent.DELIVERED, "delivered",
            StatusIntent.CANCELLED, CANCELLED);

    private final UnknownWords unknown = new UnknownWords("MerchantPro");

    /** The intents that have an action. */
    static Set<StatusIntent> intents() {
        return INTENTS.keySet();
    }

    /** The action of an intent, which is also the status it leads to; an order has no status for a part that is shipped. */
    static String action(StatusIntent intent, boolean allShipped) {
        String action = INTENTS.getOrDefault(intent, "");
        return action.equals(SHIPPED) && !allShipped ? IN_PROCESS : action;
    }

    /** Whether an order with that status has come as far as the other, or further. */
    static boolean hasReached(String status, String other) {
        return status.equals(other) || (!other.equals(CANCELLED) && COURSE.indexOf(status) >= COURSE.indexOf(other));
    }

    /** Whether a customer is still at the checkout: not an order yet, and perhaps never one. UNCONFIRMED, by its name. */
    static boolean isTemporary(String shippingStatus) {
        return shippingStatus.equals(TEMPORARY);
    }

    /** One term of both statuses: that of the payment tells nothing more once the shop has begun. */
    String term(String shippingStatus, String paymentStatus) {
        boolean waits = shippingStatus.equals(AWAITING);
        noteUnlessKnown(
                COURSE.contains(shippingStatus) || shippingStatus.equals(CANCELLED), "shipping status", shippingStatus);
        noteUnlessKnown(PAYMENT.contains(paymentStatus) || paymentStatus.isEmpty(), "payment status", paymentStatus);
        boolean says = waits && !paymentStatus.isEmpty() && !paymentStatus.equals(AWAITING);
        return says ? shippingStatus + "_" + paymentStatus : shippingStatus;
    }

    /**
     * How certain the order is: at a shop of one's own it stands once it is placed, paid or not. Of a status that we do not know
     * nothing must follow, and pending causes nothing; an order that was confirmed before stays so.
     */
    Lifecycle lifecycle(String shippingStatus) {
        if (shippingStatus.equals(CANCELLED)) {
            return Lifecycle.CANCELLED;
        }
        return COURSE.indexOf(shippingStatus) >= COURSE.indexOf(AWAITING) ? Lifecycle.CONFIRMED : Lifecycle.PENDING;
    }

    /** Whether a line takes something off. */
    boolean isDiscount(String itemType) {
        boolean discount = DISCOUNTS.contains(itemType);
        noteUnlessKnown(discount || itemType.equals(PRODUCT) || itemType.isEmpty(), "line type", itemType);
        return discount;
    }

    private void noteUnlessKnown(boolean known, String what, String word) {
        if (!known) {
            unknown.note(what, word);
        }
    }
}
