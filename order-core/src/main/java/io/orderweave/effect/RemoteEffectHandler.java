package io.orderweave.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.ConnectionId;
import java.time.Duration;
import java.util.Optional;

/** A kind that calls the outside: claimed in one transaction, called with none open, its answer stored, then folded. */
public non-sealed interface RemoteEffectHandler extends EffectHandler {

    Resolution resolution(Effect effect);

    /** How long the call may take in all before its outcome is in doubt; less than the runner's lease. */
    Duration callDeadline(Effect effect);

    /** How long after the deadline an absence told by {@link #lookup} is not believed. */
    Duration settleTime(Effect effect);

    /** Decides, in the claiming transaction, whether and with what to call. Reads only. */
    Readiness prepare(EffectContext context);

    /**
     * Makes the call. No transaction is open.
     *
     * @throws io.orderweave.connection.OutsideFault whose {@code reached} says whether to try again or to be in doubt
     */
    RemoteAnswer call(RemoteCall call);

    /** Asks after a call that answered {@link RemoteAnswer.Accepted}, or makes its next step. No transaction is open. */
    RemoteAnswer resume(RemoteCall call, String handle);

    /** With {@link Resolution#LOOKUP}: whether the other side has it. No transaction is open. */
    RemoteLookup lookup(RemoteCall call);

    /**
     * The answer as if the other side had given it, told by a person who looked there.
     *
     * @return empty when it cannot be told from the reference
     */
    Optional<JsonNode> answerFor(Effect effect, String reference);

    /** For people: the reference that {@link #answerFor} can tell from; empty where it needs none, or none will do. */
    default Optional<String> expectedReference() {
        return Optional.empty();
    }

    /** Puts into the book what the answer means. In a transaction; repeated from the stored answer until it succeeds. */
    void fold(EffectContext context, JsonNode answer);

    /**
     * A call.
     *
     * @param connection where it goes
     * @param idempotencyKey the effect's key and arming: the same for every sending of one arming
     * @param request as prepared
     */
    record RemoteCall(EffectKey key, Optional<ConnectionId> connection, String idempotencyKey, JsonNode request) {

        @Override
        public String toString() {
            return "RemoteCall[" + idempotencyKey + "]";
        }
    }

    /** How the other side answered. */
    sealed interface RemoteAnswer {

        /** Done. {@code answer} is stored and folded. */
        record Done(JsonNode answer, Optional<String> reference) implements RemoteAnswer {}

        /** Refused for what it says. */
        record Rejected(String reason) implements RemoteAnswer {}

        /** Taken, not finished. */
        record Accepted(String handle, Duration lookAgainAfter, Duration giveUpAfter) implements RemoteAnswer {}
    }

    /** What the other side says when asked. */
    sealed interface RemoteLookup {

        /** It has it. */
        record Found(JsonNode answer, Optional<String> reference) implements RemoteLookup {}

        /** It has begun it. */
        record Underway(String handle) implements RemoteLookup {}

        /** It does not have it. */
        record Absent() implements RemoteLookup {}
    }
}
