/** A connector to Stall, an invented marketplace; docs/write-a-connector.md walks through it. */
@NullMarked
package io.orderweave.examples.marketplace;

import org.jspecify.annotations.NullMarked;
