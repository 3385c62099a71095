package io.orderweave.connector;

import io.orderweave.money.Money;
import java.time.Instant;

/**
 * A payment as the channel tells it now.
 *
 * @param externalId the channel's id of the payment
 * @param amount in all so far; may grow from one reading to the next
 */
public record ChannelPayment(String externalId, Money amount, Instant at) {}
