/** InPost ShipX: shipments that are confirmed later, labels, tracking, lockers. */
@NullMarked
package io.orderweave.simulator.inpost;

import org.jspecify.annotations.NullMarked;
