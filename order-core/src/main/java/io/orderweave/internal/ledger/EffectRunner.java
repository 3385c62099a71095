package io.orderweave.internal.ledger;

import io.orderweave.effect.Effects.RunReport;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.FaultText;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due: claims in one transaction, calls with none open, stores the answer in a second, puts its meaning into the book in
 * a third. A node may die between any two; the next one goes on from what is stored. Thread-safe.
 */
public final class EffectRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EffectRunner.class);
    private static final int BATCH = 20;
    private static final Duration SET_ASIDE = Duration.ofMinutes(1);

    private final Changes changes;
    private final Ledger ledger;
    private final Claims claims;
    private final Settlement settlement;
    private final Execution execution;
    private final InFlight inFlight = new InFlight();

    public EffectRunner(Changes changes, Ledger ledger, Handlers handlers, ConnectionHealth health, String node) {
        this.changes = changes;
        this.ledger = ledger;
        this.claims = new Claims(ledger, handlers, health);
        this.settlement = new Settlement(changes, ledger, claims, node);
        this.execution = new Execution(changes, ledger, claims, health, settlement);
    }

    /** Does everything that is due, on this thread. */
    public RunReport runDue() {
        if (changes.book().stores().transactor().active()) {
            throw new IllegalStateException(
                    "effects call the outside and must not run inside a transaction; call runDue() with none open");
        }
        Tally tally = new Tally();
        boolean more = true;
        while (more && !inFlight.isClosed()) {
            Claimed claimed = claim(tally);
            more = claimed.found();
            claimed.task().ifPresent(task -> start(task, tally));
        }
        return tally.report();
    }

    private void start(Task task, Tally tally) {
        if (!inFlight.begin(task)) {
            settlement.giveBack(task);
            return;
        }
        try {
            execution.carryOut(task, tally);
        } finally {
            inFlight.ended(task);
        }
    }

    /** Lets nothing begin any more, waits for what has, and marks in doubt what does not end in time. */
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

    /** Whether anything was due, and what is to be done now. */
    private record Claimed(boolean found, Optional<Task> task) {}

    /** Claims one task at a time: the deadline and lease of a call begin with its claim, so it must not wait for other calls. */
    private Claimed claim(Tally tally) {
        try {
            return changes.call(scope -> {
                List<StoredEffect> due = ledger.lockDue(ledger.now(), BATCH);
                for (StoredEffect stored : due) {
                    Optional<Task> task = claims.claim(scope, stored, tally);
                    if (task.isPresent()) {
                        return new Claimed(true, task);
                    }
                }
                return new Claimed(!due.isEmpty(), Optional.empty());
            });
        } catch (StaleVersionException busy) {
            throw busy;
        } catch (RuntimeException fault) {
            return claimFirst(tally);
        }
    }

    /** Claims the first alone. One that cannot be is set aside, so that it does not hold up all others. */
    private Claimed claimFirst(Tally tally) {
        Optional<StoredEffect> first =
                changes.call(scope -> ledger.lockDue(ledger.now(), 1).stream().findFirst());
        if (first.isEmpty()) {
            return new Claimed(false, Optional.empty());
        }
        try {
            return changes.call(scope -> new Claimed(true, claims.claim(scope, first.get(), tally)));
        } catch (StaleVersionException overtaken) {
            return new Claimed(true, Optional.empty());
        } catch (RuntimeException fault) {
            LOG.warn(
                    "Effect {} cannot be looked at and is put off: {}",
                    first.get().key(),
                    FaultText.of(fault));
            changes.run(scope -> ledger.setAside(
                    first.get(), FaultText.of(fault), ledger.now().plus(SET_ASIDE)));
            tally.putOff();
            return new Claimed(true, Optional.empty());
        }
    }
}
