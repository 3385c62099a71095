/** Why and why not: explanations computed from the journal, the decisions and the ledger. */
@NullMarked
package io.orderweave.internal.explain;

import org.jspecify.annotations.NullMarked;
