package io.orderweave.effect;

import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import java.util.Optional;

/**
 * What led to an effect.
 *
 * @param entry the journal entry
 * @param decision the decision taken on it; empty where no rule but a table or a command asked for it
 */
public record Cause(EntryId entry, Optional<DecisionId> decision) {}
