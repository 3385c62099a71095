package io.orderweave.effect;

import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import java.util.Optional;

/**
 * What led to an effect.
 *
 * @param entry the journal entry
 * @param decision the decision taken on it; empty where no rule but a table or a command asked for it
 * @param mappings version of the mappings whose status map asked for it; empty where none did
 */
public record Cause(EntryId entry, Optional<DecisionId> decision, Optional<Integer> mappings) {

    /** A command, or another effect. */
    public static Cause of(EntryId entry) {
        return new Cause(entry, Optional.empty(), Optional.empty());
    }

    /** A rule. */
    public static Cause of(EntryId entry, DecisionId decision) {
        return new Cause(entry, Optional.of(decision), Optional.empty());
    }

    /** A status map. */
    public static Cause mapped(EntryId entry, int mappings) {
        return new Cause(entry, Optional.empty(), Optional.of(mappings));
    }
}
