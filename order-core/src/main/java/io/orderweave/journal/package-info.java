/** The journal: what happened, why it happened, why it did not. */
@NullMarked
package io.orderweave.journal;

import org.jspecify.annotations.NullMarked;
