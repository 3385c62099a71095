/** Checks that every courier of the module passes alike, and what they share. */
@NullMarked
package io.orderweave.couriers;

import org.jspecify.annotations.NullMarked;
