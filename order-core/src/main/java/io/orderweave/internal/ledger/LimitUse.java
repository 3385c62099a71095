package io.orderweave.internal.ledger;

import io.orderweave.rule.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule with a limit has had done of late, each by name: the limit holds over any stretch of time, not over hours of the clock.
 *
 * @param uses the oldest first
 * @param toldAt when a person was last called
 */
record LimitUse(List<Use> uses, Optional<Instant> toldAt) {

    static final LimitUse NONE = new LimitUse(List.of(), Optional.empty());

    LimitUse {
        uses = List.copyOf(uses);
    }

    /**
     * One effect.
     *
     * @param effect key and arming: the same one sent again is one use
     */
    record Use(Instant at, String effect) {}

    /** The uses that count now. */
    List<Use> within(Limit limit, Instant now) {
        Instant from = now.minus(limit.per());
        return uses.stream().filter(use -> use.at().isAfter(from)).toList();
    }

    boolean allows(Limit limit, Instant now, String effect) {
        List<Use> counting = within(limit, now);
        return counting.size() < limit.atMost()
                || counting.stream().anyMatch(use -> use.effect().equals(effect));
    }

    /** When the next one may be done; empty when it may be now. */
    Optional<Instant> freeAt(Limit limit, Instant now) {
        List<Use> counting = within(limit, now);
        return counting.size() < limit.atMost()
                ? Optional.empty()
                : Optional.of(
                        counting.get(counting.size() - limit.atMost()).at().plus(limit.per()));
    }

    LimitUse used(Limit limit, Instant now, String effect) {
        List<Use> more = new ArrayList<>(within(limit, now));
        if (more.stream().noneMatch(use -> use.effect().equals(effect))) {
            more.add(new Use(now, effect));
        }
        return new LimitUse(more, toldAt);
    }

    /** Whether a person is to be called: once in each stretch. */
    boolean mustTell(Limit limit, Instant now) {
        return toldAt.map(at -> !now.isBefore(at.plus(limit.per()))).orElse(true);
    }

    LimitUse told(Instant now) {
        return new LimitUse(uses, Optional.of(now));
    }
}
