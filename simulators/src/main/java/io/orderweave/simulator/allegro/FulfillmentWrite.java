package io.orderweave.simulator.allegro;

import java.time.Instant;

/** One accepted write of the seller's status. */
record FulfillmentWrite(String status, Instant at) {}
