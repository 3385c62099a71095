package io.orderweave.connector;

import io.orderweave.money.Money;
import java.time.Instant;

/**
 * A payment as the channel tells it now.
 *
 * @param externalId the channel's id of the payment
 * @param amount in all so far; may grow from one reading to the next, and shrink by what the channel has paid back by itself. What it
 *     paid back because the shop asked for it by {@link Refunds} is not taken off: the engine has taken it off already. A payment that
 *     is not told any more stays as it was
 */
public record ChannelPayment(String externalId, Money amount, Instant at) {}
