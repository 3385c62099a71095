/** The effect ledger's state machine and its runner. */
@NullMarked
package io.orderweave.internal.ledger;

import org.jspecify.annotations.NullMarked;
