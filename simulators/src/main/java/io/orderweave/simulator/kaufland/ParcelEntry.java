package io.orderweave.simulator.kaufland;

import java.time.Instant;

/**
 * One tracking number of one unit.
 *
 * @param added whether it came after the unit was sent, as a further shipment
 */
record ParcelEntry(String carrier, String trackingNumber, boolean added, Instant at) {}
