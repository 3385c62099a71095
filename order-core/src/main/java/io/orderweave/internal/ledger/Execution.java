package io.orderweave.internal.ledger;

import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.effect.Resolution;
import io.orderweave.error.FaultCategory;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.FaultText;
import io.orderweave.internal.ledger.Settlement.Answer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Carries out claimed tasks: calls, asks, looks up. No transaction is open while it calls the outside. */
final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final ConnectionHealth health;
    private final Settlement settlement;

    Execution(ConnectionHealth health, Settlement settlement) {
        this.health = health;
        this.settlement = settlement;
    }

    /** Carries the task out; what somebody else settles meanwhile stays as they settled it. */
    void carryOut(Task task, Tally tally) {
        MDC.put("effectKey", task.entry().effect().key().toString());
        try {
            if (task instanceof Task.Send send) {
                ask(send, tally, () -> send.handler().call(send.call()));
            } else if (task instanceof Task.Resume resume) {
                String handle = resume.entry().effect().handle().orElseThrow();
                ask(resume, tally, () -> resume.handler().resume(resume.call(), handle));
            } else {
                lookUp((Task.LookUp) task, tally);
            }
        } catch (Overtaken overtaken) {
            LOG.info("What this node had claimed: {}", overtaken.getMessage());
        } finally {
            MDC.remove("effectKey");
        }
    }

    /** A call to the outside, as something that answers. */
    private interface Question {
        RemoteAnswer ask();
    }

    private void ask(Task task, Tally tally, Question question) {
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
            answered(task, new Answer(done.answer(), done.reference(), Outcome.DONE), tally);
        } else if (answer instanceof RemoteAnswer.Accepted accepted) {
            settlement.accepted(task, accepted, tally);
        } else {
            RemoteAnswer.Rejected rejected = (RemoteAnswer.Rejected) answer;
            settlement.rejected(task, rejected.reason(), Optional.empty(), tally);
        }
    }

    /**
     * Stores the answer and puts it into the book: at once, where a crash in between costs a look at the other side; first the one, then
     * the other, where it would cost a person's time, and where the book does not take it.
     */
    private void answered(Task task, Answer answer, Tally tally) {
        Resolution resolution = task.handler().resolution(task.entry().effect());
        if (resolution != Resolution.PERSON && resolution != Resolution.AT_MOST_ONCE) {
            try {
                settlement.answeredAndFolded(task, answer, tally);
                return;
            } catch (Overtaken overtaken) {
                throw overtaken;
            } catch (RuntimeException fault) {
                LOG.debug(
                        "Effect {} is settled in two steps: {}",
                        task.entry().effect().key(),
                        FaultText.of(fault));
            }
        }
        settlement.answered(task, answer, tally);
        settlement.fold(task, tally);
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
        RemoteLookup found;
        try {
            found = task.handler().lookup(task.call());
        } catch (OutsideFault fault) {
            stopIfUnauthorised(task, fault);
            settlement.putOff(task, fault, fault.retryAfter(), tally);
            return;
        } catch (RuntimeException fault) {
            settlement.putOff(task, fault, Optional.empty(), tally);
            return;
        }
        if (found instanceof RemoteLookup.Found it) {
            answered(task, new Answer(it.answer(), it.reference(), Outcome.FOUND), tally);
        } else if (found instanceof RemoteLookup.Underway underway) {
            settlement.underway(task, underway.handle(), tally);
        } else {
            settlement.absent(task, tally);
        }
    }
}
