/** The effect ledger: everything that touches the outside, keyed so that it happens once. */
@NullMarked
package io.orderweave.effect;

import org.jspecify.annotations.NullMarked;
