package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectState;
import io.orderweave.internal.book.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of the state machine, as pure functions from effect to effect. */
final class EffectSteps {

    private static final int MOST_ATTEMPTS_KEPT = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private EffectSteps() {}

    /** PLANNED to CLAIMED: the request is frozen, nobody else touches it until the lease ends. */
    static Effect claimed(Effect effect, JsonNode request, Instant now, Duration callDeadline) {
        return effect.toBuilder()
                .state(EffectState.CLAIMED)
                .request(request)
                .answer(Optional.empty())
                .reason(Optional.empty())
                .callDeadline(now.plus(callDeadline))
                .due(now.plus(Ledger.lease(callDeadline)))
                .build();
    }

    /** ACCEPTED or IN_DOUBT stays what it is while one node looks into it. */
    static Effect leased(Effect effect, Instant now, Duration callDeadline) {
        return effect.toBuilder().due(now.plus(Ledger.lease(callDeadline))).build();
    }

    /** A claim given back unsent. The request stays: an earlier sending of the arming may have frozen it under its key. */
    static Effect givenBack(Effect effect, Instant now) {
        return effect.toBuilder()
                .state(EffectState.PLANNED)
                .callDeadline(Optional.empty())
                .due(now)
                .build();
    }

    /** The answer is stored; what it means is still to be put into the book. */
    static Effect answered(Effect effect, JsonNode answer, Optional<String> reference, Instant now) {
        return effect.toBuilder()
                .state(EffectState.CLAIMED)
                .answer(answer)
                .reference(reference)
                .handle(Optional.empty())
                .reason(Optional.empty())
                .due(now)
                .build();
    }

    static Effect done(Effect effect, Optional<String> reference, Optional<String> remark) {
        return effect.toBuilder()
                .state(EffectState.DONE)
                .reference(reference)
                .handle(Optional.empty())
                .reason(remark)
                .due(Optional.empty())
                .build();
    }

    static Effect accepted(Effect effect, String handle, Instant lookAgainAt, Instant until) {
        return effect.toBuilder()
                .state(EffectState.ACCEPTED)
                .handle(handle)
                .acceptedUntil(effect.state() == EffectState.ACCEPTED ? effect.acceptedUntil() : Optional.of(until))
                .reason(Optional.empty())
                .due(lookAgainAt)
                .build();
    }

    static Effect rejected(Effect effect, String reason) {
        return effect.toBuilder()
                .state(EffectState.REJECTED)
                .handle(Optional.empty())
                .reason(reason)
                .due(Optional.empty())
                .build();
    }

    static Effect cancelled(Effect effect, String reason, boolean byPerson) {
        return effect.toBuilder()
                .state(EffectState.CANCELLED)
                .reason(reason)
                .cancelledByPerson(byPerson)
                .due(Optional.empty())
                .build();
    }

    static Effect inDoubt(Effect effect, String reason, Optional<Instant> lookAt) {
        return effect.toBuilder()
                .state(EffectState.IN_DOUBT)
                .reason(reason)
                .due(lookAt)
                .build();
    }

    /** Stays PLANNED and says why. */
    static Effect blocked(Effect effect, String reason, Instant lookAgainAt) {
        return effect.toBuilder().reason(reason).due(lookAgainAt).build();
    }

    /** Whether something blocks it that may be gone at any time; a pause after a refusal is none of these. */
    static boolean isBlocked(Effect effect, Instant now) {
        return effect.state() == EffectState.PLANNED
                && effect.reason().isPresent()
                && effect.notBefore().filter(pause -> pause.isAfter(now)).isEmpty();
    }

    static Effect woken(Effect effect, Instant now) {
        return effect.toBuilder().reason(Optional.empty()).due(now).build();
    }

    /** Tried without effect: stays what it is and is tried again, not before the pause ends. */
    static Effect putOff(Effect effect, String reason, Instant at) {
        return effect.toBuilder().reason(reason).notBefore(at).due(at).build();
    }

    /** Certainly not done: PLANNED again, for the same arming. */
    static Effect plannedAgain(Effect effect, String reason, Instant at) {
        return effect.toBuilder()
                .state(EffectState.PLANNED)
                .handle(Optional.empty())
                .acceptedUntil(Optional.empty())
                .reason(reason)
                .notBefore(at)
                .due(at)
                .build();
    }

    /** REJECTED or CANCELLED is armed again under the same key; attempts are kept. */
    static Effect rearmed(Effect effect, Instant now, Optional<Planned> by) {
        List<Cause> causes = new ArrayList<>(effect.causes());
        by.ifPresent(planned -> causes.addAll(planned.causes()));
        Optional<Instant> notBefore = by.flatMap(planned -> planned.effect().notBefore());
        return effect.toBuilder()
                .state(EffectState.PLANNED)
                .arming(effect.arming() + 1)
                .causes(causes)
                .payload(by.map(planned -> planned.effect().payload()).orElse(effect.payload()))
                .connection(by.map(planned -> planned.effect().connection()).orElse(effect.connection()))
                .request(Optional.empty())
                .answer(Optional.empty())
                .reference(Optional.empty())
                .callDeadline(Optional.empty())
                .acceptedUntil(Optional.empty())
                .reason(Optional.empty())
                .cancelledByPerson(false)
                .notBefore(notBefore)
                .due(notBefore.orElse(now))
                .build();
    }

    static Effect withAttempt(Effect effect, Attempt attempt) {
        List<Attempt> attempts = new ArrayList<>(effect.attempts());
        attempts.add(attempt);
        int tooMany = Math.max(0, attempts.size() - MOST_ATTEMPTS_KEPT);
        return effect.toBuilder()
                .attempts(attempts.subList(tooMany, attempts.size()))
                .build();
    }

    /** How long to wait after so many attempts: twice as long each time. */
    static Duration pause(int attempts) {
        int doublings = Math.min(Math.max(0, attempts), 20);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
