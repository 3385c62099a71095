package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.text;

import io.orderweave.http.UnknownWords;
import io.orderweave.order.Lifecycle;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    /** Whether we know what a status means; of the others nothing must follow. */
    static boolean isKnown(String status) {
        return WAY.contains(status) || status.equals(CANCELLED);
    }

    static String status(KauflandOrderDto.Unit unit) {
        return text(unit.status()).orElse("");
    }

    /** The statuses of the units that are not cancelled, each once. */
    static Set<String> live(Collection<KauflandOrderDto.Unit> units) {
        Set<String> live = new LinkedHashSet<>();
        for (KauflandOrderDto.Unit unit : units) {
            live.add(status(unit));
        }
        live.remove(CANCELLED);
        return live;
    }

    /**
     * One term of all: that of the least far, unless they differ so much that only "partially" is true.
     *
     * @param live as {@link #live} gives them
     */
    String term(Set<String> live) {
        if (live.isEmpty()) {
            return CANCELLED;
        }
        Optional<String> strange = strange(live);
        return strange.map(word -> word.isEmpty() ? "unknown" : word).orElseGet(() -> known(live));
    }

    private Optional<String> strange(Set<String> live) {
        Optional<String> first = Optional.empty();
        for (String word : live) {
            if (!isKnown(word)) {
                unknown.note("order unit status", word);
                first = first.or(() -> Optional.of(word));
            }
        }
        return first;
    }

    private static String known(Set<String> live) {
        boolean waits = live.contains(OPEN) || live.contains(NEED_TO_BE_SENT);
        if (waits && isAny(live, GONE_OUT)) {
            return "partially_sent";
        }
        if (isAny(live, RETURNS) && !RETURNS.containsAll(live)) {
            return "partially_returned";
        }
        return WAY.stream().filter(live::contains).findFirst().orElseThrow();
    }

    private static boolean isAny(Set<String> live, Set<String> of) {
        return !Collections.disjoint(live, of);
    }

    /**
     * How certain the order is. What is open is not to be sent yet, and one open piece holds up the order, unless some have left
     * already. A status that we do not know says nothing; an order of nothing else can wait for a person without harm.
     *
     * @param live as {@link #live} gives them
     */
    static Lifecycle lifecycle(Set<String> live) {
        if (live.isEmpty()) {
            return Lifecycle.CANCELLED;
        }
        boolean begun = isAny(live, GONE_OUT);
        boolean released = live.contains(NEED_TO_BE_SENT) && !live.contains(OPEN);
        return begun || released ? Lifecycle.CONFIRMED : Lifecycle.PENDING;
    }
}
