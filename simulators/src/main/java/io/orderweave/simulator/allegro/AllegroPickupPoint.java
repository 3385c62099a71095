package io.orderweave.simulator.allegro;

/**
 * The locker or shop a buyer chose ({@code delivery.pickupPoint}). Immutable.
 *
 * @param id the carrier's code, such as {@code POZ08A}
 * @param countryCode ISO 3166-1 alpha-2
 */
public record AllegroPickupPoint(
        String id, String name, String street, String zipCode, String city, String countryCode) {}
