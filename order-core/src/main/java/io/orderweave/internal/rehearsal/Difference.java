package io.orderweave.internal.rehearsal;

import io.orderweave.effect.EffectKey;
import io.orderweave.journal.Rehearsal;
import io.orderweave.money.Money;
import java.util.Optional;

/**
 * How one effect of a rehearsed order differs from the ledger.
 *
 * @param amount of the document that it issues
 */
record Difference(EffectKey effect, Rehearsal.Change change, Optional<Money> amount) {}
