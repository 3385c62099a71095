/** Shipments, parcels and their tracking. */
@NullMarked
package io.orderweave.shipment;

import org.jspecify.annotations.NullMarked;
