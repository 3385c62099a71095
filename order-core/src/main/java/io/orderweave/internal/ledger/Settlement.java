package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.FaultText;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles tasks: each step is one transaction on the effect as the task claimed it, and fails when somebody else has settled it since. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Changes changes;
    private final Ledger ledger;
    private final Endings endings;
    private final Attempts attempts;

    Settlement(Changes changes, Ledger ledger, Endings endings, Attempts attempts) {
        this.changes = changes;
        this.ledger = ledger;
        this.endings = endings;
        this.attempts = attempts;
    }

    /** An answer and how it was come by. */
    record Answer(JsonNode content, Optional<String> reference, Outcome how) {}

    /** Refused for what it says. */
    void rejected(Task task, String reason, Optional<String> remoteRequestId, Tally tally) {
        Tried tried = new Tried(task, Outcome.REJECTED, reason, remoteRequestId);
        settle(tried, tally, (context, entry, count) -> endings.reject(context, entry, reason, count));
    }

    /** Stores the answer and puts it into the book, in one transaction. */
    void answeredAndFolded(Task task, Answer answer, Tally tally) {
        settle(answered(task, answer), tally, (context, entry, count) -> {
            Effect effect = store(answer, context, entry);
            endings.fold(context.scope(), new LedgerEntry(effect, entry.version()), task.handler(), count);
        });
    }

    /** Stores the answer, so that whatever happens next the call is never made again. */
    void answered(Task task, Answer answer, Tally tally) {
        settle(answered(task, answer), tally, (context, entry, count) -> {
            Effect effect = store(answer, context, entry);
            ledger.save(effect, entry.version());
        });
    }

    private static Tried answered(Task task, Answer answer) {
        return new Tried(task, answer.how(), "answered", Optional.empty());
    }

    private Effect store(Answer answer, ScopeContext context, LedgerEntry entry) {
        if (answer.how() == Outcome.FOUND) {
            context.announce(new EffectEvent.EffectResolved(entry.effect().key(), "found"));
        }
        return EffectSteps.answered(entry.effect(), answer.content(), answer.reference(), ledger.now());
    }

    /** Puts the stored answer of a task into the book; when that fails, it is tried again later. */
    void fold(Task task, Tally tally) {
        try {
            tally.add(changes.call(scope -> {
                Tally count = new Tally();
                unfolded(task).ifPresent(entry -> endings.fold(scope, entry, task.handler(), count));
                return count;
            }));
        } catch (StaleVersionException busy) {
            throw busy;
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The answer of effect {} could not be put into the book; it is stored and will be tried again",
                    task.entry().effect().key(),
                    FaultText.traceOf(fault));
            tally.add(changes.call(scope -> {
                Tally count = new Tally();
                unfolded(task).ifPresent(entry -> {
                    putOff(entry, Outcome.FOLD_FAILED, FaultText.of(fault));
                    count.putOff();
                });
                return count;
            }));
        }
    }

    /** The effect while its stored answer is not in the book; empty when somebody else has put it there. */
    private Optional<LedgerEntry> unfolded(Task task) {
        return Optional.of(ledger.get(task.entry().effect().key()))
                .filter(entry -> entry.effect().state() == EffectState.CLAIMED);
    }

    void accepted(Task task, RemoteAnswer.Accepted accepted, Tally tally) {
        Tried tried = new Tried(task, Outcome.ACCEPTED, "accepted", Optional.empty());
        settle(tried, tally, (context, entry, count) -> {
            Instant now = ledger.now();
            ledger.save(
                    EffectSteps.accepted(
                            entry.effect(),
                            accepted.handle(),
                            now.plus(accepted.lookAgainAfter()),
                            now.plus(accepted.giveUpAfter())),
                    entry.version());
            count.accepted();
        });
    }

    /** The other side has begun it and is asked after from now on. */
    void underway(Task task, String handle, Tally tally) {
        Tried tried = new Tried(task, Outcome.FOUND, "begun", Optional.empty());
        settle(tried, tally, (context, entry, count) -> {
            Instant now = ledger.now();
            Effect effect = EffectSteps.accepted(entry.effect(), handle, now, now.plus(Duration.ofDays(1)));
            ledger.save(effect, entry.version());
            context.announce(new EffectEvent.EffectResolved(entry.effect().key(), "the other side has begun it"));
            count.accepted();
        });
    }

    /** An absence is believed only when the call can no longer come to anything and the other side has had time to show it. */
    void absent(Task.LookUp task, Tally tally) {
        RemoteEffectHandler handler = task.handler();
        Tried tried = new Tried(task, Outcome.NOT_FOUND, "not found", Optional.empty());
        settle(tried, tally, (context, entry, count) -> {
            Effect effect = entry.effect();
            Instant now = ledger.now();
            Instant believedFrom = effect.callDeadline().orElse(now).plus(handler.settleTime(effect));
            if (now.isBefore(believedFrom)) {
                Instant next = now.plus(EffectSteps.pause(effect, Duration.ZERO));
                Instant look = next.isBefore(believedFrom) ? next : believedFrom;
                endings.putOff(entry, EffectSteps.lookAgain(effect, Optional.of(look)), count);
            } else {
                context.announce(new EffectEvent.EffectResolved(effect.key(), "absent"));
                endings.putOff(entry, EffectSteps.plannedAgain(effect, "the other side does not have it", now), count);
            }
        });
    }

    /** Nobody knows whether it happened. */
    void inDoubt(Task task, String reason, Optional<String> remoteRequestId, Tally tally) {
        if (!(task instanceof Task.Send)) {
            // Being asked after: the next node asks again.
            return;
        }
        Tried tried = new Tried(task, Outcome.IN_DOUBT, reason, remoteRequestId);
        unlessOvertaken(() -> settle(
                tried, tally, (context, entry, count) -> endings.doubt(context, entry, reason, task.handler(), count)));
    }

    /** Certainly without effect: PLANNED again, or asked again, after a pause. */
    void putOff(Task task, RuntimeException fault, Optional<Duration> asked, Tally tally) {
        Optional<String> remoteId =
                fault instanceof OutsideFault outside ? outside.remoteRequestId() : Optional.empty();
        String reason = FaultText.of(fault);
        settle(new Tried(task, Outcome.PUT_OFF, reason, remoteId), tally, (context, entry, count) -> {
            Effect effect = entry.effect();
            Instant again = ledger.now().plus(EffectSteps.pause(effect, asked.orElse(Duration.ZERO)));
            Effect later = task instanceof Task.Send
                    ? EffectSteps.plannedAgain(effect, reason, again)
                    : EffectSteps.putOff(effect, reason, again);
            endings.putOff(entry, later, count);
        });
        LOG.warn("Effect {} is put off: {}", task.entry().effect().key(), reason);
    }

    /** Lets the others go on: one that cannot even be looked at, or performed, says why and is looked at again later. */
    void setAside(StoredEffect stored, RuntimeException fault, Tally tally) {
        String reason = FaultText.of(fault);
        LOG.warn("Effect {} cannot be done now and is put off: {}", stored.key(), reason);
        try {
            changes.run(scope -> ledger.readIfPossible(stored)
                    .ifPresentOrElse(
                            entry -> putOff(
                                    entry,
                                    entry.effect().answer().isPresent() ? Outcome.FOLD_FAILED : Outcome.PUT_OFF,
                                    reason),
                            () -> ledger.putOff(stored, ledger.now().plus(Duration.ofMinutes(1)))));
            tally.putOff();
        } catch (StaleVersionException overtaken) {
            LOG.info("Effect {} was settled by somebody else", stored.key());
        }
    }

    private void putOff(LedgerEntry entry, Outcome outcome, String reason) {
        Effect tried = attempts.entered(entry.effect(), outcome, reason);
        Instant again = ledger.now().plus(EffectSteps.pause(tried, Duration.ZERO));
        ledger.save(EffectSteps.putOff(tried, reason, again), entry.version());
    }

    /** A claim whose task never began. */
    void giveBack(Task task) {
        Effect effect = task.entry().effect();
        Effect free = task instanceof Task.Send
                ? EffectSteps.givenBack(effect, ledger.now())
                : EffectSteps.lookAgain(effect, Optional.of(ledger.now()));
        unlessOvertaken(() -> changes.run(scope -> {
            requireUntouched(task.entry());
            ledger.save(free, task.entry().version());
        }));
    }

    private static void unlessOvertaken(Runnable step) {
        try {
            step.run();
        } catch (Overtaken overtaken) {
            LOG.info("What this node had claimed: {}", overtaken.getMessage());
        }
    }

    /** What was tried, and how it went. */
    private record Tried(Task task, Outcome outcome, String detail, Optional<String> remoteRequestId) {}

    /** What it means for the effect. */
    private interface Step {
        void take(ScopeContext context, LedgerEntry entry, Tally count);
    }

    /** One transaction on the effect as this task claimed it; fails when somebody else has settled it since. */
    private void settle(Tried tried, Tally tally, Step step) {
        LedgerEntry claimed = tried.task().entry();
        tally.add(changes.call((ChangeScope scope) -> {
            Tally count = new Tally();
            requireUntouched(claimed);
            Effect effect =
                    attempts.entered(claimed.effect(), tried.outcome(), tried.detail(), tried.remoteRequestId());
            step.take(new ScopeContext(scope, effect), new LedgerEntry(effect, claimed.version()), count);
            return count;
        }));
    }

    private void requireUntouched(LedgerEntry claimed) {
        EffectKey key = claimed.effect().key();
        if (ledger.get(key).version() != claimed.version()) {
            throw new Overtaken(key);
        }
    }
}
