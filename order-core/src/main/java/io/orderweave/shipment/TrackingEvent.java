package io.orderweave.shipment;

import java.time.Instant;

/**
 * One scan of a parcel.
 *
 * @param code the courier's own code, kept as it came
 */
public record TrackingEvent(TrackingStatus status, String code, Instant at) {}
