package io.orderweave.internal.ledger;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.Operations;
import io.orderweave.internal.book.SpentNumbers;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Does what is due: claims in one transaction, calls with none open, settles in another. A node may die between any two; the next one
 * goes on from what is stored. Thread-safe.
 */
public final class EffectRunner {

    /** How many effects one look takes in when the look before came to nothing; each is held until its transaction ends. */
    private static final int BATCH = 20;

    private final Changes changes;
    private final Ledger ledger;
    private final Claims claims;
    private final Settlement settlement;
    private final Execution execution;
    private final Slots slots;
    private final InFlight inFlight = new InFlight();

    /**
     * How a runner works.
     *
     * @param node its name in attempts
     * @param alertDoubtAfter how long a doubt may last before somebody is told
     */
    public record Terms(String node, Duration alertDoubtAfter) {}

    public EffectRunner(Changes changes, Ledger ledger, Handlers handlers, ConnectionHealth health, Terms terms) {
        this.changes = changes;
        this.ledger = ledger;
        Endings endings = new Endings(ledger, terms.alertDoubtAfter());
        Attempts attempts = new Attempts(ledger, terms.node());
        Blockers blockers = new Blockers(ledger, health, new SpentNumbers(changes.book()));
        Operations operations = new Operations(changes.book());
        RuleLimits limits = new RuleLimits(changes.book(), changes.inForce());
        this.claims = new Claims(ledger, handlers, blockers, endings, attempts, operations, limits);
        this.settlement = new Settlement(changes, ledger, endings, attempts);
        this.execution = new Execution(health, settlement);
        this.slots = new Slots(this::callsAtOnce);
    }

    private int callsAtOnce(String connection) {
        Connection known = changes.setup().connections().get(new ConnectionId(connection));
        return known == null ? 1 : known.callsAtOnce();
    }

    /** Does everything that is due, on this thread and others, at most {@code atOnce} effects at a time. */
    public RunReport runDue(Executor threads, int atOnce) {
        if (changes.book().stores().transactor().active()) {
            throw new IllegalStateException(
                    "effects call the outside and must not run inside a transaction; call runDue() with none open");
        }
        return new Run(threads, atOnce, Looks::new).run();
    }

    /** Looks at one planned effect at once, due or not, and does what needs no call. */
    void lookAt(EffectKey key) {
        changes.run(scope -> {
            StoredEffect stored = ledger.stored(key);
            if (stored.state().equals(EffectState.PLANNED.name())) {
                claims.claim(scope, stored, new Tally());
            }
        });
    }

    /** Waits for what has been sent, and marks in doubt what does not end in time. */
    public void close(Duration grace) {
        Tally tally = new Tally();
        inFlight.close();
        try {
            for (Task cut : inFlight.awaitEnd(grace.toMillis())) {
                settlement.inDoubt(cut, "the engine was closed during the call", Optional.empty(), tally);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one worker does: looks at what is due, claims one, carries it out. Belongs to one thread. */
    private final class Looks implements Run.Worker {

        private final Slots.Slot slot = slots.none();
        private int limit = 1;

        /** What a look came to, counted apart because its transaction may run again. */
        private record Look(boolean found, Claim claim, Tally tally) {}

        @Override
        public boolean step(Tally tally, Runnable another) {
            if (inFlight.isClosed()) {
                return false;
            }
            try {
                Look look = look(tally);
                tally.add(look.tally());
                limit = look.claim().equals(Claim.SETTLED) ? BATCH : 1;
                look.claim().task().ifPresent(task -> {
                    another.run();
                    carryOut(task, tally);
                });
                return look.found();
            } finally {
                slot.giveBack();
            }
        }

        /** One transaction. Claims one task at a time: the deadline of a call begins with its claim, so it must not wait for others. */
        private Look look(Tally tally) {
            Last last = new Last();
            try {
                return changes.call(scope -> {
                    Tally count = new Tally();
                    last.effect = null;
                    // When the transaction runs again, what it took before must not make the connection look full.
                    slot.giveBack();
                    boolean found = false;
                    for (StoredEffect due : ledger.lockDue(ledger.now(), limit, slots.full())) {
                        if (slot.take(due.connection())) {
                            found = true;
                            last.effect = due;
                            Claim claim = claims.claim(scope, due, count);
                            if (!claim.equals(Claim.SETTLED)) {
                                return new Look(true, claim, count);
                            }
                        }
                    }
                    return new Look(found, Claim.SETTLED, count);
                });
            } catch (RuntimeException fault) {
                StoredEffect poisoned = last.effect;
                if (poisoned == null) {
                    throw fault;
                }
                if (limit == 1) {
                    settlement.setAside(poisoned, fault, tally);
                }
                // Otherwise the next look is at one effect alone, to know which it is.
                return new Look(true, Claim.PERFORMED, new Tally());
            }
        }

        /** Whether the call might outlast the claim: this thread stood still since, and a second call by another must not join it. */
        private boolean isLate(Task task) {
            Effect effect = task.entry().effect();
            Instant end = ledger.now().plus(task.handler().callDeadline(effect));
            return end.isAfter(effect.due().orElseThrow());
        }

        private void carryOut(Task task, Tally tally) {
            if (isLate(task) || !inFlight.begin(task)) {
                settlement.giveBack(task);
                return;
            }
            try {
                execution.carryOut(task, tally);
            } finally {
                inFlight.ended(task);
            }
        }
    }

    /** The effect that a look was at last. */
    private static final class Last {
        private @Nullable StoredEffect effect;
    }
}
