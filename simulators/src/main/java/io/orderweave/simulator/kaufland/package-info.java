/** Kaufland's Seller API v2 inside a test: orders of units, offers, returns, push notifications. */
@NullMarked
package io.orderweave.simulator.kaufland;

import org.jspecify.annotations.NullMarked;
