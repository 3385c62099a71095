package io.orderweave.simulator.kaufland;

import java.time.Instant;

/**
 * One refund of one unit.
 *
 * @param amount in cents
 */
record RefundEntry(long amount, String reason, Instant at) {}
