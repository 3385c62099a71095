package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

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
    private final ConnectionHealth health;
    private final String node;
    private final InFlight inFlight = new InFlight();

    public EffectRunner(Changes changes, Ledger ledger, Handlers handlers, ConnectionHealth health, String node) {
        this.changes = changes;
        this.ledger = ledger;
        this.health = health;
        this.claims = new Claims(ledger, handlers, health);
        this.node = node;
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
        if (inFlight.claimed(task)) {
            run(task, tally);
        } else {
            giveBack(task);
        }
    }

    /** Gives back what has not been sent, waits for what has, and marks in doubt what does not end in time. */
    public void close(Duration grace) {
        Tally tally = new Tally();
        inFlight.close().forEach(this::giveBack);
        try {
            for (Task cut : inFlight.awaitEnd(grace.toMillis())) {
                inDoubt(cut, "the engine was closed during the call", tally);
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
                    describe(fault));
            changes.run(scope ->
                    ledger.setAside(first.get(), describe(fault), ledger.now().plus(SET_ASIDE)));
            tally.putOff();
            return new Claimed(true, Optional.empty());
        }
    }

    private void run(Task task, Tally tally) {
        if (!inFlight.begin(task)) {
            return;
        }
        MDC.put("effectKey", task.entry().effect().key().toString());
        try {
            if (task instanceof Task.Perform perform) {
                perform(perform, tally);
            } else if (task instanceof Task.Send send) {
                ask(send, send.handler(), tally, () -> send.handler().call(send.call()));
            } else if (task instanceof Task.Resume resume) {
                String handle = resume.entry().effect().handle().orElseThrow();
                ask(resume, resume.handler(), tally, () -> resume.handler().resume(resume.call(), handle));
            } else if (task instanceof Task.LookUp lookUp) {
                lookUp(lookUp, tally);
            } else if (task instanceof Task.Fold fold) {
                fold(fold.entry().effect().key(), fold.handler(), tally);
            }
        } catch (StaleVersionException overtaken) {
            // Somebody else settled the effect meanwhile: the engine's closing, an expired lease, a person.
            LOG.info(
                    "Effect {} was settled by somebody else",
                    task.entry().effect().key());
        } finally {
            MDC.remove("effectKey");
            inFlight.ended(task);
        }
    }

    private void perform(Task.Perform task, Tally tally) {
        EffectKey key = task.entry().effect().key();
        try {
            changes.run(scope -> {
                LedgerEntry entry = ledger.get(key);
                if (entry.version() != task.entry().version()) {
                    return;
                }
                perform(scope, entry, task, tally);
            });
        } catch (StaleVersionException busy) {
            throw busy;
        } catch (RuntimeException fault) {
            putOff(task, fault, Optional.empty(), tally);
        }
    }

    private void perform(ChangeScope scope, LedgerEntry entry, Task.Perform task, Tally tally) {
        if (!claims.isFree(scope, entry, task.handler(), tally)) {
            return;
        }
        ScopeContext context = new ScopeContext(scope, entry.effect());
        LocalOutcome outcome = task.handler().perform(context);
        if (outcome instanceof LocalOutcome.Done done) {
            Effect tried = attempted(entry.effect(), Outcome.DONE, "performed", Optional.empty());
            ledger.save(EffectSteps.done(tried, done.reference(), Optional.empty()), entry.version());
            ledger.wake(entry.effect().key().subject());
            tally.done();
        } else if (outcome instanceof LocalOutcome.NotWanted not) {
            claims.cancel(context, entry, not.reason(), tally);
        } else if (outcome instanceof LocalOutcome.Impossible impossible) {
            claims.reject(context, entry, impossible.reason(), tally);
        } else if (outcome instanceof LocalOutcome.NotYet later) {
            ledger.save(
                    EffectSteps.blocked(
                            entry.effect(), later.reason(), ledger.now().plus(later.lookAgainAfter())),
                    entry.version());
            tally.putOff();
        }
    }

    /** A call to the outside, as something that answers. */
    private interface Question {
        RemoteAnswer ask();
    }

    private void ask(Task task, RemoteEffectHandler handler, Tally tally, Question question) {
        RemoteAnswer answer;
        try {
            answer = question.ask();
        } catch (OutsideFault fault) {
            afterFault(task, fault, tally);
            return;
        } catch (RuntimeException unexpected) {
            // Nobody knows how far the call came.
            LOG.warn(
                    "Effect {} failed in an unforeseen way",
                    task.entry().effect().key(),
                    traceOf(unexpected));
            afterUnforeseen(task, unexpected, tally);
            return;
        }
        if (answer instanceof RemoteAnswer.Done done) {
            answered(task, done.answer(), done.reference(), Outcome.DONE);
            fold(task.entry().effect().key(), handler, tally);
        } else if (answer instanceof RemoteAnswer.Accepted accepted) {
            accepted(task, accepted, tally);
        } else if (answer instanceof RemoteAnswer.Rejected rejected) {
            settle(
                    task,
                    attempt(Outcome.REJECTED, rejected.reason(), Optional.empty()),
                    (context, entry) -> claims.reject(context, entry, rejected.reason(), tally));
        }
    }

    private void accepted(Task task, RemoteAnswer.Accepted accepted, Tally tally) {
        settle(task, attempt(Outcome.ACCEPTED, "accepted", Optional.empty()), (context, entry) -> {
            Instant now = ledger.now();
            ledger.save(
                    EffectSteps.accepted(
                            entry.effect(),
                            accepted.handle(),
                            now.plus(accepted.lookAgainAfter()),
                            now.plus(accepted.giveUpAfter())),
                    entry.version());
        });
        tally.accepted();
    }

    private void afterFault(Task task, OutsideFault fault, Tally tally) {
        stopIfUnauthorised(task, fault);
        boolean asking = task instanceof Task.Resume;
        if (fault.reached() == OutsideFault.Reached.PERHAPS && !asking) {
            inDoubt(task, describe(fault), fault.remoteRequestId(), tally);
        } else if (fault.category() == FaultCategory.REJECTED && !asking) {
            settle(
                    task,
                    attempt(Outcome.REJECTED, describe(fault), fault.remoteRequestId()),
                    (context, entry) -> claims.reject(context, entry, describe(fault), tally));
        } else {
            putOff(task, fault, fault.retryAfter(), tally);
        }
    }

    private void stopIfUnauthorised(Task task, OutsideFault fault) {
        if (fault.category() == FaultCategory.AUTHORISATION) {
            task.entry().effect().connection().ifPresent(connection -> health.stop(connection, describe(fault)));
        }
    }

    private void afterUnforeseen(Task task, RuntimeException fault, Tally tally) {
        if (task instanceof Task.Send) {
            inDoubt(task, describe(fault), tally);
        } else {
            putOff(task, fault, Optional.empty(), tally);
        }
    }

    private void inDoubt(Task task, String reason, Tally tally) {
        inDoubt(task, reason, Optional.empty(), tally);
    }

    private void inDoubt(Task task, String reason, Optional<String> remoteRequestId, Tally tally) {
        if (!(task instanceof Task.Send send)) {
            // Being asked after, or folded: the next node asks or folds again.
            return;
        }
        try {
            settle(
                    task,
                    attempt(Outcome.IN_DOUBT, reason, remoteRequestId),
                    (context, entry) -> claims.doubt(context, entry, reason, send.handler(), tally));
        } catch (StaleVersionException overtaken) {
            LOG.info(
                    "Effect {} was settled by somebody else",
                    task.entry().effect().key());
        }
    }

    private void lookUp(Task.LookUp task, Tally tally) {
        RemoteEffectHandler handler = task.handler();
        RemoteLookup found;
        try {
            found = handler.lookup(task.call());
        } catch (OutsideFault fault) {
            stopIfUnauthorised(task, fault);
            putOff(task, fault, fault.retryAfter(), tally);
            return;
        } catch (RuntimeException fault) {
            putOff(task, fault, Optional.empty(), tally);
            return;
        }
        EffectKey key = task.entry().effect().key();
        if (found instanceof RemoteLookup.Found it) {
            answered(task, it.answer(), it.reference(), Outcome.FOUND);
            fold(key, handler, tally);
        } else if (found instanceof RemoteLookup.Underway underway) {
            settle(task, attempt(Outcome.FOUND, "begun", Optional.empty()), (context, entry) -> {
                Instant now = ledger.now();
                Effect effect =
                        EffectSteps.accepted(entry.effect(), underway.handle(), now, now.plus(Duration.ofDays(1)));
                ledger.save(effect, entry.version());
                context.announce(new EffectEvent.EffectResolved(key, "the other side has begun it"));
            });
            tally.accepted();
        } else {
            absent(task, handler, tally);
        }
    }

    /** An absence is believed only when the call can no longer come to anything and the other side has had time to show it. */
    private void absent(Task.LookUp task, RemoteEffectHandler handler, Tally tally) {
        settle(task, attempt(Outcome.NOT_FOUND, "not found", Optional.empty()), (context, entry) -> {
            Effect effect = entry.effect();
            Instant now = ledger.now();
            Instant believedFrom = effect.callDeadline().orElse(now).plus(handler.settleTime(effect));
            if (now.isBefore(believedFrom)) {
                Instant next = now.plus(EffectSteps.pause(effect.attempts().size()));
                Instant look = next.isBefore(believedFrom) ? next : believedFrom;
                ledger.save(
                        EffectSteps.inDoubt(effect, effect.reason().orElse(""), Optional.of(look)), entry.version());
            } else {
                ledger.save(EffectSteps.plannedAgain(effect, "the other side does not have it", now), entry.version());
                context.announce(new EffectEvent.EffectResolved(effect.key(), "absent"));
            }
        });
        tally.putOff();
    }

    /** Stores the answer, so that whatever happens next the call is never made again. */
    private void answered(Task task, JsonNode answer, Optional<String> reference, Outcome how) {
        settle(task, attempt(how, "answered", Optional.empty()), (context, entry) -> {
            ledger.save(EffectSteps.answered(entry.effect(), answer, reference, ledger.now()), entry.version());
            if (how == Outcome.FOUND) {
                context.announce(new EffectEvent.EffectResolved(entry.effect().key(), "found"));
            }
        });
    }

    /** Puts a stored answer into the book. */
    private void fold(EffectKey key, RemoteEffectHandler handler, Tally tally) {
        try {
            changes.run(scope -> {
                LedgerEntry entry = ledger.get(key);
                Effect effect = entry.effect();
                if (effect.state() != EffectState.CLAIMED || effect.answer().isEmpty()) {
                    return;
                }
                handler.fold(new ScopeContext(scope, effect), effect.answer().get());
                ledger.save(EffectSteps.done(effect, effect.reference(), Optional.empty()), entry.version());
                ledger.wake(key.subject());
                tally.done();
            });
        } catch (StaleVersionException busy) {
            throw busy;
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The answer of effect {} could not be put into the book; it is stored and will be tried again",
                    key,
                    traceOf(fault));
            changes.run(scope -> {
                LedgerEntry entry = ledger.get(key);
                Effect tried = attempted(entry.effect(), Outcome.FOLD_FAILED, describe(fault), Optional.empty());
                Instant again =
                        ledger.now().plus(EffectSteps.pause(tried.attempts().size()));
                ledger.save(tried.toBuilder().due(again).build(), entry.version());
            });
            tally.putOff();
        }
    }

    /** Certainly without effect: PLANNED again, or asked again, after a pause. */
    private void putOff(Task task, RuntimeException fault, Optional<Duration> asked, Tally tally) {
        Optional<String> remoteId =
                fault instanceof OutsideFault outside ? outside.remoteRequestId() : Optional.empty();
        settle(task, attempt(Outcome.PUT_OFF, describe(fault), remoteId), (context, entry) -> {
            Effect effect = entry.effect();
            Duration pause = EffectSteps.pause(effect.attempts().size());
            Duration wait = asked.filter(time -> time.compareTo(pause) > 0).orElse(pause);
            Instant again = ledger.now().plus(wait);
            Effect later = task instanceof Task.Send
                    ? EffectSteps.plannedAgain(effect, describe(fault), again)
                    : EffectSteps.putOff(effect, describe(fault), again);
            ledger.save(later, entry.version());
        });
        tally.putOff();
        LOG.warn("Effect {} is put off: {}", task.entry().effect().key(), describe(fault));
    }

    private void giveBack(Task task) {
        try {
            if (task instanceof Task.Send) {
                changes.run(scope -> ledger.save(
                        EffectSteps.givenBack(task.entry().effect(), ledger.now()),
                        task.entry().version()));
            } else if (!(task instanceof Task.Perform)) {
                changes.run(scope -> ledger.save(
                        task.entry().effect().toBuilder().due(ledger.now()).build(),
                        task.entry().version()));
            }
        } catch (StaleVersionException overtaken) {
            LOG.info(
                    "Effect {} was settled by somebody else",
                    task.entry().effect().key());
        }
    }

    /** One transaction on the effect as this task claimed it; fails when somebody else has settled it since. */
    private void settle(Task task, Attempt attempt, BiConsumer<ScopeContext, LedgerEntry> step) {
        changes.run(scope -> {
            Effect tried = EffectSteps.withAttempt(task.entry().effect(), attempt);
            step.accept(
                    new ScopeContext(scope, tried),
                    new LedgerEntry(tried, task.entry().version()));
        });
    }

    private Effect attempted(Effect effect, Outcome outcome, String detail, Optional<String> remoteRequestId) {
        return EffectSteps.withAttempt(effect, attempt(outcome, detail, remoteRequestId));
    }

    private Attempt attempt(Outcome outcome, String detail, Optional<String> remoteRequestId) {
        return new Attempt(ledger.now(), node, outcome, detail, remoteRequestId);
    }

    /** Where a fault came from, for the log: without the messages of others, which may quote anything. */
    private static Throwable traceOf(RuntimeException fault) {
        Throwable trace = new Throwable(describe(fault));
        trace.setStackTrace(fault.getStackTrace());
        return trace;
    }

    /** Our own faults say what is wrong without personal data; of others only the kind is known to be harmless. */
    private static String describe(RuntimeException fault) {
        return fault instanceof OrderweaveException known
                ? known.category() + ": " + known.getMessage()
                : fault.getClass().getName();
    }
}
