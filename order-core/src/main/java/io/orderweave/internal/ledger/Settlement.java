package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.FaultText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles tasks: each step is one transaction on the effect as the task claimed it, and fails when somebody else has settled it since. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Changes changes;
    private final Ledger ledger;
    private final Claims claims;
    private final String node;

    Settlement(Changes changes, Ledger ledger, Claims claims, String node) {
        this.changes = changes;
        this.ledger = ledger;
        this.claims = claims;
        this.node = node;
    }

    /** Refused for what it says. */
    void rejected(Task task, String reason, Optional<String> remoteRequestId, Tally tally) {
        settle(
                task,
                attempt(Outcome.REJECTED, reason, remoteRequestId),
                (context, entry) -> claims.reject(context, entry, reason, tally));
    }

    /** Stores the answer, so that whatever happens next the call is never made again. */
    void answered(Task task, JsonNode answer, Optional<String> reference, Outcome how) {
        settle(task, attempt(how, "answered", Optional.empty()), (context, entry) -> {
            ledger.save(EffectSteps.answered(entry.effect(), answer, reference, ledger.now()), entry.version());
            if (how == Outcome.FOUND) {
                context.announce(new EffectEvent.EffectResolved(entry.effect().key(), "found"));
            }
        });
    }

    void accepted(Task task, RemoteAnswer.Accepted accepted, Tally tally) {
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

    /** The other side has begun it and is asked after from now on. */
    void underway(Task task, String handle, Tally tally) {
        settle(task, attempt(Outcome.FOUND, "begun", Optional.empty()), (context, entry) -> {
            Instant now = ledger.now();
            Effect effect = EffectSteps.accepted(entry.effect(), handle, now, now.plus(Duration.ofDays(1)));
            ledger.save(effect, entry.version());
            context.announce(new EffectEvent.EffectResolved(entry.effect().key(), "the other side has begun it"));
        });
        tally.accepted();
    }

    /** An absence is believed only when the call can no longer come to anything and the other side has had time to show it. */
    void absent(Task.LookUp task, RemoteEffectHandler handler, Tally tally) {
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

    /** Nobody knows whether it happened. */
    void inDoubt(Task task, String reason, Optional<String> remoteRequestId, Tally tally) {
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

    /** Certainly without effect: PLANNED again, or asked again, after a pause. */
    void putOff(Task task, RuntimeException fault, Optional<Duration> asked, Tally tally) {
        Optional<String> remoteId =
                fault instanceof OutsideFault outside ? outside.remoteRequestId() : Optional.empty();
        settle(task, attempt(Outcome.PUT_OFF, FaultText.of(fault), remoteId), (context, entry) -> {
            Effect effect = entry.effect();
            Duration pause = EffectSteps.pause(effect.attempts().size());
            Duration wait = asked.filter(time -> time.compareTo(pause) > 0).orElse(pause);
            Instant again = ledger.now().plus(wait);
            Effect later = task instanceof Task.Send
                    ? EffectSteps.plannedAgain(effect, FaultText.of(fault), again)
                    : EffectSteps.putOff(effect, FaultText.of(fault), again);
            ledger.save(later, entry.version());
        });
        tally.putOff();
        LOG.warn("Effect {} is put off: {}", task.entry().effect().key(), FaultText.of(fault));
    }

    /** A claim whose task never began. */
    void giveBack(Task task) {
        try {
            if (task instanceof Task.Send) {
                changes.run(scope -> ledger.save(
                        EffectSteps.givenBack(task.entry().effect(), ledger.now()),
                        task.entry().version()));
            } else {
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

    /** The effect with one more attempt. */
    Effect attempted(Effect effect, Outcome outcome, String detail) {
        return EffectSteps.withAttempt(effect, attempt(outcome, detail, Optional.empty()));
    }

    private Attempt attempt(Outcome outcome, String detail, Optional<String> remoteRequestId) {
        return new Attempt(ledger.now(), node, outcome, detail, remoteRequestId);
    }
}
