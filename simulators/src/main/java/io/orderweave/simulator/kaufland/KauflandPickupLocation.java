package io.orderweave.simulator.kaufland;

import java.util.Optional;

/**
 * The pickup point a buyer chose ({@code delivery.pickup_location}). Immutable.
 *
 * @param id the operator's code, at Packeta a number
 * @param services what is asked of the carrier there, such as {@code COD, PPCK}
 * @param dhlPostNumber the buyer's number at a DHL Packstation
 */
public record KauflandPickupLocation(
        String id, String provider, String carrier, String services, Optional<String> dhlPostNumber) {}
