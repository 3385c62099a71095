package io.orderweave.effect;

import java.time.Duration;
import java.util.Optional;

/** A kind whose whole effect is in our own database: performed, folded and DONE in one transaction, so never in doubt. */
public non-sealed interface LocalEffectHandler extends EffectHandler {

    /** Whether it spends a number of a series: then it waits, in a recovery, until every number spent before is known. */
    default boolean spendsNumber() {
        return false;
    }

    /** Performs the effect in the open transaction. What it throws rolls everything back; the effect is tried again later. */
    LocalOutcome perform(EffectContext context);

    /** What came of it. */
    sealed interface LocalOutcome {

        /** Done; {@code reference} is our id of the result. */
        record Done(Optional<String> reference) implements LocalOutcome {}

        /** Not wanted any more: CANCELLED. */
        record NotWanted(String reason) implements LocalOutcome {}

        /** Cannot be done as things are: REJECTED. */
        record Impossible(String reason) implements LocalOutcome {}

        /** Stays PLANNED and is looked at again. */
        record NotYet(String reason, Duration lookAgainAfter) implements LocalOutcome {}
    }
}
