package io.orderweave.simulator.allegro;

import java.math.BigDecimal;

/**
 * A refund that the simulated Allegro took, for the judge. Immutable.
 *
 * @param commandId the application's; empty when it gave none, and then a repeated request is a second refund
 * @param reason Allegro's term
 * @param amount what is paid back, in the order's currency
 */
public record AllegroRefund(String id, String commandId, String reason, BigDecimal amount) {}
