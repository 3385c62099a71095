package io.orderweave.simulator.allegro;

import java.time.Instant;

/** One line of the journal of offers. */
record OfferEvent(String id, String type, String offerId, Instant occurredAt) {}
