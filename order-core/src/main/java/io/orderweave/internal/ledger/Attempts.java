package io.orderweave.internal.ledger;

import io.orderweave.effect.Attempt;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import java.util.Optional;

/** Enters this node's attempts. */
final class Attempts {

    private final Ledger ledger;
    private final String node;

    Attempts(Ledger ledger, String node) {
        this.ledger = ledger;
        this.node = node;
    }

    /** The effect with one more attempt. */
    Effect entered(Effect effect, Outcome outcome, String detail) {
        return entered(effect, outcome, detail, Optional.empty());
    }

    /** The effect with one more attempt. */
    Effect entered(Effect effect, Outcome outcome, String detail, Optional<String> remoteRequestId) {
        return EffectSteps.withAttempt(effect, new Attempt(ledger.now(), node, outcome, detail, remoteRequestId));
    }
}
