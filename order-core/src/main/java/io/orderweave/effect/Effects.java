package io.orderweave.effect;

import io.orderweave.connection.ConnectionId;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The ledger as hosts use it: running what is due, looking, and a person's decisions. Thread-safe. */
public interface Effects {

    /**
     * Does everything that is due now, on the calling thread, one after the other, until nothing is due any more.
     *
     * @throws IllegalStateException inside a transaction: calls to the outside must not run in one
     */
    RunReport runDue();

    /**
     * As {@link #runDue()}, on the calling thread and up to {@code atOnce - 1} others. Effects that wait for one another keep their
     * order; each connection gets at most {@link io.orderweave.connection.Connection#callsAtOnce()} calls at a time. Each thread
     * uses one connection of the database at a time.
     *
     * @param threads runs what it is given on other threads; one that refuses makes the run narrower, not wrong
     * @throws IllegalStateException inside a transaction
     * @throws RuntimeException the first fault of the stores that a thread met, when the others have ended what they did
     */
    RunReport runDue(Executor threads, int atOnce);

    /**
     * Plans an effect that a person or the host itself wants: of a kind of its own, or of the library's. One of that key that is there
     * stays as it is, unless it was refused or cancelled: then it is armed again.
     *
     * @return the effect of that key
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when no handler does its kind
     */
    Effect plan(PlannedEffect wanted, Actor actor);

    Optional<Effect> find(EffectKey key);

    /** The effects of one subject, oldest first. */
    List<Effect> of(Subject subject);

    /** One page of the effects that pass the filter, oldest first. Effects of a newer version's shape are left out. */
    List<Effect> list(EffectFilter filter);

    /** Effects not finished that nobody here can do, oldest first. */
    List<UnknownEffect> unknown(int limit);

    /** Number of all effects by state; goes through the whole ledger. */
    Map<EffectState, Long> counts();

    /** What is not finished, and what was refused: for metrics and alerts, fast however many effects are done. */
    List<Backlog> backlog();

    /** When the next effect is due; empty when nothing waits for a time. */
    Optional<Instant> nextDue();

    /**
     * A person found out that an effect IN_DOUBT did happen.
     *
     * @param reference the other side's id of the result; some kinds need it to know what to put into the book. Of a shipment the
     *     courier's shipment id, a space and the tracking number
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

    /**
     * Pauses a connection for every node: nothing is sent to it or asked of it. Calls that run go on; pulls go on.
     *
     * @param reason for people
     */
    void pause(ConnectionId connection, String reason, Actor actor);

    /** Pauses a kind for every node. */
    void pause(EffectKind kind, String reason, Actor actor);

    /** Ends a pause; what waited for it is due at once. */
    void resume(ConnectionId connection, Actor actor);

    /** Ends a pause; what waited for it is due at once. */
    void resume(EffectKind kind, Actor actor);

    /** What is paused, the oldest pause first. */
    List<Pause> pauses();

    /** What a run did. Counts steps, so one effect can count more than once. */
    record RunReport(int done, int accepted, int rejected, int inDoubt, int putOff, int cancelled) {

        public static final RunReport NOTHING = new RunReport(0, 0, 0, 0, 0, 0);

        /** Whether the run moved anything. */
        public boolean didAnything() {
            return done + accepted + rejected + inDoubt + putOff + cancelled > 0;
        }
    }
}
