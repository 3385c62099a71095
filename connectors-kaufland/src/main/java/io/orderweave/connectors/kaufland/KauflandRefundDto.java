package io.orderweave.connectors.kaufland;

/**
 * Money for the buyer of a piece.
 *
 * @param amount in cents
 */
record KauflandRefundDto(long amount, String reason) {}
