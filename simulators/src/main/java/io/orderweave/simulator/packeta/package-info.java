/** Packeta (Zásilkovna): packets over its XML interface, labels, tracking. */
@NullMarked
package io.orderweave.simulator.packeta;

import org.jspecify.annotations.NullMarked;
