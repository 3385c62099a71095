package io.orderweave.internal.ledger;

import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.FaultText;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Carries out claimed tasks: performs, calls, asks, looks up, folds. No transaction is open while it calls the outside. */
final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Changes changes;
    private final Ledger ledger;
    private final Claims claims;
    private final ConnectionHealth health;
    private final Settlement settlement;

    Execution(Changes changes, Ledger ledger, Claims claims, ConnectionHealth health, Settlement settlement) {
        this.changes = changes;
        this.ledger = ledger;
        this.claims = claims;
        this.health = health;
        this.settlement = settlement;
    }

    /** Carries the task out; what somebody else settles meanwhile stays as they settled it. */
    void carryOut(Task task, Tally tally) {
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
            } else {
                Task.Fold fold = (Task.Fold) task;
                fold(fold.entry().effect().key(), fold.handler(), tally);
            }
        } catch (StaleVersionException overtaken) {
            // Somebody else settled the effect meanwhile: the engine's closing, an expired lease, a person.
            LOG.info(
                    "Effect {} was settled by somebody else",
                    task.entry().effect().key());
        } finally {
            MDC.remove("effectKey");
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
            settlement.putOff(task, fault, Optional.empty(), tally);
        }
    }

    private void perform(ChangeScope scope, LedgerEntry entry, Task.Perform task, Tally tally) {
        if (!claims.isFree(scope, entry, task.handler(), tally)) {
            return;
        }
        ScopeContext context = new ScopeContext(scope, entry.effect());
        LocalOutcome outcome = task.handler().perform(context);
        if (outcome instanceof LocalOutcome.Done done) {
            Effect tried = settlement.attempted(entry.effect(), Outcome.DONE, "performed");
            ledger.save(EffectSteps.done(tried, done.reference(), Optional.empty()), entry.version());
            ledger.wake(entry.effect().key().subject());
            tally.done();
        } else if (outcome instanceof LocalOutcome.NotWanted not) {
            claims.cancel(context, entry, not.reason(), tally);
        } else if (outcome instanceof LocalOutcome.Impossible impossible) {
            claims.reject(context, entry, impossible.reason(), tally);
        } else {
            LocalOutcome.NotYet later = (LocalOutcome.NotYet) outcome;
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
                    FaultText.traceOf(unexpected));
            afterUnforeseen(task, unexpected, tally);
            return;
        }
        if (answer instanceof RemoteAnswer.Done done) {
            settlement.answered(task, done.answer(), done.reference(), Outcome.DONE);
            fold(task.entry().effect().key(), handler, tally);
        } else if (answer instanceof RemoteAnswer.Accepted accepted) {
            settlement.accepted(task, accepted, tally);
        } else {
            RemoteAnswer.Rejected rejected = (RemoteAnswer.Rejected) answer;
            settlement.rejected(task, rejected.reason(), Optional.empty(), tally);
        }
    }

    private void afterFault(Task task, OutsideFault fault, Tally tally) {
        stopIfUnauthorised(task, fault);
        boolean asking = task instanceof Task.Resume;
        if (fault.reached() == OutsideFault.Reached.PERHAPS && !asking) {
            settlement.inDoubt(task, FaultText.of(fault), fault.remoteRequestId(), tally);
        } else if (fault.category() == FaultCategory.REJECTED && !asking) {
            settlement.rejected(task, FaultText.of(fault), fault.remoteRequestId(), tally);
        } else {
            settlement.putOff(task, fault, fault.retryAfter(), tally);
        }
    }

    private void stopIfUnauthorised(Task task, OutsideFault fault) {
        if (fault.category() == FaultCategory.AUTHORISATION) {
            task.entry().effect().connection().ifPresent(connection -> health.stop(connection, FaultText.of(fault)));
        }
    }

    private void afterUnforeseen(Task task, RuntimeException fault, Tally tally) {
        if (task instanceof Task.Send) {
            settlement.inDoubt(task, FaultText.of(fault), Optional.empty(), tally);
        } else {
            settlement.putOff(task, fault, Optional.empty(), tally);
        }
    }

    private void lookUp(Task.LookUp task, Tally tally) {
        RemoteEffectHandler handler = task.handler();
        RemoteLookup found;
        try {
            found = handler.lookup(task.call());
        } catch (OutsideFault fault) {
            stopIfUnauthorised(task, fault);
            settlement.putOff(task, fault, fault.retryAfter(), tally);
            return;
        } catch (RuntimeException fault) {
            settlement.putOff(task, fault, Optional.empty(), tally);
            return;
        }
        EffectKey key = task.entry().effect().key();
        if (found instanceof RemoteLookup.Found it) {
            settlement.answered(task, it.answer(), it.reference(), Outcome.FOUND);
            fold(key, handler, tally);
        } else if (found instanceof RemoteLookup.Underway underway) {
            settlement.underway(task, underway.handle(), tally);
        } else {
            settlement.absent(task, handler, tally);
        }
    }

    /** Puts a stored answer into the book. */
    private void fold(EffectKey key, RemoteEffectHandler handler, Tally tally) {
        try {
            changes.run(scope -> {
                LedgerEntry entry = ledger.get(key);
                Effect effect = entry.effect();
                if (effect.state() != EffectState.CLAIMED) {
                    return;
                }
                handler.fold(new ScopeContext(scope, effect), effect.answer().orElseThrow());
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
                    FaultText.traceOf(fault));
            changes.run(scope -> {
                LedgerEntry entry = ledger.get(key);
                Effect tried = settlement.attempted(entry.effect(), Outcome.FOLD_FAILED, FaultText.of(fault));
                Instant again =
                        ledger.now().plus(EffectSteps.pause(tried.attempts().size()));
                ledger.save(tried.toBuilder().due(again).build(), entry.version());
            });
            tally.putOff();
        }
    }
}
