package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.http.UnknownWords;
import io.orderweave.order.Lifecycle;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The statuses of an order's units as one term and life cycle, and Kaufland's other words. The terms are listed in
 * docs/connectors/kaufland.md. Kaufland's statuses after m2eteam/kaufland-adobe-commerce, which derives partial ones alike.
 */
final class KauflandTerms {

    static final String OPEN = "open";
    static final String NEED_TO_BE_SENT = "need_to_be_sent";
    static final String SENT = "sent";
    static final String CANCELLED = "cancelled";
    static final String RETURNED = "returned";
    static final String RETURNED_PAID = "returned_paid";

    private static final String SENT_AND_AUTOPAID = "sent_and_autopaid";
    private static final String RECEIVED = "received";

    /** Of pieces that have left the seller, also of those that came back. */
    private static final Set<String> GONE_OUT = Set.of(SENT, SENT_AND_AUTOPAID, RECEIVED, RETURNED, RETURNED_PAID);

    private static final Set<String> RETURNS = Set.of(RETURNED, RETURNED_PAID);
    private static final Set<String> KNOWN =
            Set.of(OPEN, NEED_TO_BE_SENT, SENT, SENT_AND_AUTOPAID, RECEIVED, RETURNED, RETURNED_PAID, CANCELLED);

    /** From the least far to the furthest. */
    private static final List<String> WAY =
            List.of(OPEN, NEED_TO_BE_SENT, SENT, SENT_AND_AUTOPAID, RECEIVED, RETURNED, RETURNED_PAID);

    private final UnknownWords unknown = new UnknownWords("Kaufland");

    /** Whether a piece has left the seller. */
    static boolean isGoneOut(String status) {
        return GONE_OUT.contains(status);
    }

    /** Whether Kaufland has released a piece to be sent, and has the buyer's money (UNCONFIRMED: it says so nowhere). */
    static boolean isReleased(String status) {
        return status.equals(NEED_TO_BE_SENT) || isGoneOut(status);
    }

    static String status(KauflandOrderDto.Unit unit) {
        return text(unit.status()).orElse("");
    }

    /** One term of all: that of the least far, unless they differ so much that only "partially" is true. */
    String term(Collection<KauflandOrderDto.Unit> units) {
        List<String> live = units.stream()
                .map(KauflandTerms::status)
                .filter(status -> !status.equals(CANCELLED))
                .distinct()
                .toList();
        if (live.isEmpty()) {
            return CANCELLED;
        }
        List<String> strange =
                live.stream().filter(status -> !KNOWN.contains(status)).toList();
        if (!strange.isEmpty()) {
            strange.forEach(word -> unknown.note("order unit status", word));
            return strange.get(0).isEmpty() ? "unknown" : strange.get(0);
        }
        return known(live);
    }

    private static String known(List<String> live) {
        boolean waits = live.contains(OPEN) || live.contains(NEED_TO_BE_SENT);
        boolean away = live.stream().anyMatch(GONE_OUT::contains);
        if (waits && away) {
            return "partially_sent";
        }
        boolean allReturned = RETURNS.containsAll(live);
        if (!allReturned && live.stream().anyMatch(RETURNS::contains)) {
            return "partially_returned";
        }
        return WAY.stream().filter(live::contains).findFirst().orElseThrow();
    }

    /**
     * How certain the order is. What is open is not to be sent yet, and one open piece holds up the order, unless some have left
     * already. A status that we do not know says nothing; an order of nothing else can wait for a person without harm.
     */
    static Lifecycle lifecycle(Collection<KauflandOrderDto.Unit> units) {
        List<String> live = units.stream()
                .map(KauflandTerms::status)
                .filter(status -> !status.equals(CANCELLED))
                .toList();
        if (live.isEmpty()) {
            return Lifecycle.CANCELLED;
        }
        boolean begun = live.stream().anyMatch(GONE_OUT::contains);
        boolean released = live.contains(NEED_TO_BE_SENT) && !live.contains(OPEN);
        return begun || released ? Lifecycle.CONFIRMED : Lifecycle.PENDING;
    }
}
