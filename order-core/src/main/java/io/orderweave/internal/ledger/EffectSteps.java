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
        return certain(effect)
                .state(EffectState.CLAIMED)
                .answer(answer)
                .reference(reference)
                .handle(Optional.empty())
                .reason(Optional.empty())
                .due(now)
                .build();
    }

    static Effect done(Effect effect, Optional<String> reference, Optional<String> remark) {
        return certain(effect)
                .state(EffectState.DONE)
                .reference(reference)
                .handle(Optional.empty())
                .reason(remark)
                .due(Optional.empty())
                .build();
    }

    static Effect accepted(Effect effect, String handle, Instant lookAgainAt, Instant until) {
        return certain(effect)
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

    /** Into doubt, where it looks after itself from {@code lookAt} on, or a person does. */
    static Effect inDoubt(Effect effect, String reason, Instant now, Instant lookAt) {
        return effect.toBuilder()
                .state(EffectState.IN_DOUBT)
                .reason(reason)
                .doubtSince(now)
                .doubtAnnounced(false)
                .due(lookAt)
                .build();
    }

    /** Perhaps done in a time that was lost: asked after before it is sent, once in each recovery. */
    static Effect suspected(Effect effect, JsonNode request, Instant begun, Duration callDeadline, Instant now) {
        return inDoubt(effect, "may have been done before the backup was restored", now, now).toBuilder()
                .request(request)
                .answer(Optional.empty())
                // The lost engine made its last call before the recovery began.
                .callDeadline(begun.plus(callDeadline))
                .suspected(true)
                .recoveredIn(begun)
                .build();
    }

    /** Still in doubt. */
    static Effect lookAgain(Effect effect, Optional<Instant> at) {
        return effect.toBuilder().due(at).build();
    }

    /** Whether the doubt has lasted so long that somebody must be told, and nobody was. */
    static boolean mustBeAnnounced(Effect effect, Instant now, Duration limit) {
        return !effect.doubtAnnounced()
                && effect.doubtSince()
                        .filter(since -> !now.isBefore(since.plus(limit)))
                        .isPresent();
    }

    static Effect announced(Effect effect) {
        return effect.toBuilder().doubtAnnounced(true).build();
    }

    /** From here on nothing is in doubt. */
    private static Effect.Builder certain(Effect effect) {
        Effect.Builder builder = effect.toBuilder();
        builder.doubtSince(Optional.empty()).doubtAnnounced(false).suspected(false);
        return builder;
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
        return certain(effect)
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
                .after(by.map(planned -> planned.effect().after()).orElse(effect.after()))
                .behind(by.map(Planned::behind).orElse(effect.behind()))
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

    /** How long to wait after the effect's attempts: twice as long each time, never less than the other side asked for. */
    static Duration pause(Effect effect, Duration asked) {
        int doublings = Math.min(effect.attempts().size(), 20);
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << doublings);
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return spread(effect, pause.compareTo(asked) < 0 ? asked : pause);
    }

    /**
     * Up to a quarter longer, differently for every effect and attempt: what failed together must not come back together. By the key
     * rather than by chance, so that the step stays a function.
     */
    private static Duration spread(Effect effect, Duration pause) {
        int mixed = (effect.key().toString().hashCode() * 31 + effect.attempts().size()) * 0x9E3779B9;
        long share = Integer.toUnsignedLong(mixed) >>> 22;
        return pause.plus(pause.dividedBy(4 * 1024).multipliedBy(share));
    }
}
