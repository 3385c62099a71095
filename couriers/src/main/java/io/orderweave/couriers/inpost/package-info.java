/** InPost in Poland, by its ShipX API: lockers and couriers. */
@NullMarked
package io.orderweave.couriers.inpost;

import org.jspecify.annotations.NullMarked;
