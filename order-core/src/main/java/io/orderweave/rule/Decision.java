package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.effect.EffectKey;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import io.orderweave.id.RuleId;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the rules decided on one event: recorded whenever a rule fired. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDecision.class)
public interface Decision {

    DecisionId id();

    Subject subject();

    /** The journal entry of the event. */
    EntryId entry();

    EventName event();

    /** Version of the rule set that was in force. */
    int ruleSetVersion();

    /** The rules that fired, with every value they saw. */
    List<RuleOutcome> fired();

    /** What became of the effects the rules wanted. */
    List<Wish> wishes();

    /** What rules could not do: the order was held for it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Fault> faults();

    /**
     * Something that a rule could not do.
     *
     * @param what for example the host's action
     * @param exception the name of what was thrown; nothing of what it says
     */
    record Fault(RuleId rule, String what, Optional<String> exception) {

        /** In one sentence. */
        @Override
        public String toString() {
            return "rule " + rule + ": " + what
                    + exception.map(thrown -> " threw " + thrown).orElse("");
        }
    }

    /** An effect that a rule wanted. */
    record Wish(RuleId rule, EffectKey effect, Fate fate) {}

    /** What became of a wish. */
    enum Fate {
        /** The ledger took it. */
        PLANNED,
        /** The key was there already: a duplicate prevented. */
        DUPLICATE,
        /** It had been refused or cancelled and is armed again, for the order has changed. */
        REARMED,
        /** The connection is in mode OBSERVE: recorded, not planned. */
        OBSERVED,
        /** Another rule wanted the same key with different content: not planned. */
        CONFLICT
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Decision}s. */
    final class Builder extends ImmutableDecision.Builder {
        Builder() {}
    }
}
