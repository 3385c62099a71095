/** The order book: orders, lines, progress, statuses, holds, notes. */
@NullMarked
package io.orderweave.order;

import org.jspecify.annotations.NullMarked;
