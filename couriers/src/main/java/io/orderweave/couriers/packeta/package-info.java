/** Packeta (Zásilkovna), by its REST/XML API: pickup points and home delivery. */
@NullMarked
package io.orderweave.couriers.packeta;

import org.jspecify.annotations.NullMarked;
