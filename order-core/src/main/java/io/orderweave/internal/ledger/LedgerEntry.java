package io.orderweave.internal.ledger;

import io.orderweave.effect.Effect;

/** An effect as read, with the version needed to save it again. */
record LedgerEntry(Effect effect, long version) {}
