package io.orderweave.effect;

import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger as hosts use it: running what is due, looking, and a person's decisions. Thread-safe. */
public interface Effects {

    /**
     * Does everything that is due now, on the calling thread, until nothing is due any more.
     *
     * @throws IllegalStateException inside a transaction: calls to the outside must not run in one
     */
    RunReport runDue();

    Optional<Effect> find(EffectKey key);

    /** The effects of one subject, oldest first. */
    List<Effect> of(Subject subject);

    /** Effects in these states, oldest first, at most {@code limit}; an empty set means every state. */
    List<Effect> list(Set<EffectState> states, int limit);

    /** Number of effects by state. */
    Map<EffectState, Long> counts();

    /** When the next effect is due; empty when nothing waits for a time. */
    Optional<Instant> nextDue();

    /**
     * A person found out that an effect IN_DOUBT did happen.
     *
     * @param reference the other side's id of the result; some kinds need it to know what to put into the book
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when it is not IN_DOUBT, or the kind cannot tell from the
     *     reference what happened
     */
    Effect resolveAsDone(EffectKey key, String reference, Actor actor);

    /** A person found out that an effect IN_DOUBT did not happen: it is PLANNED again. */
    Effect resolveAsAbsent(EffectKey key, Actor actor);

    /** Cancels a PLANNED effect. */
    Effect cancel(EffectKey key, String reason, Actor actor);

    /** Arms a REJECTED or CANCELLED effect again under the same key. */
    Effect rearm(EffectKey key, Actor actor);

    /** What a run did. Counts steps, so one effect can count more than once. */
    record RunReport(int done, int accepted, int rejected, int inDoubt, int putOff, int cancelled) {

        public static final RunReport NOTHING = new RunReport(0, 0, 0, 0, 0, 0);

        /** Whether the run moved anything. */
        public boolean didAnything() {
            return done + accepted + rejected + inDoubt + putOff + cancelled > 0;
        }
    }
}
