package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where and to whom an order is delivered ({@code delivery.address}). Immutable; its parts are invented people. */
@Value.Immutable
@ValueStyle
public interface AllegroAddress {

    String firstName();

    String lastName();

    Optional<String> companyName();

    String street();

    String city();

    String zipCode();

    /** ISO 3166-1 alpha-2. */
    String countryCode();

    Optional<String> phoneNumber();

    static Builder builder() {
        return new Builder();
    }

    /** An invented address in the marketplace's country. */
    static AllegroAddress sample(AllegroMarketplace marketplace) {
        return switch (marketplace) {
            case PL -> of("Zofia", "Malinowska", "ul. Lipowa 14/3", "Toruń", "87-100", "PL", "+48601555010");
            case CZ -> of("Alžběta", "Dvořáčková", "Květná 27", "Olomouc", "779 00", "CZ", "+420601555020");
            case SK -> of("Ľubomír", "Šťastný", "Jarná 8", "Žilina", "010 01", "SK", "+421901555030");
            case HU -> of("Ágnes", "Szűcs", "Fő utca 5.", "Győr", "9021", "HU", "+36301555040");
        };
    }

    private static AllegroAddress of(
            String first, String last, String street, String city, String zip, String country, String phone) {
        return builder()
                .firstName(first)
                .lastName(last)
                .street(street)
                .city(city)
                .zipCode(zip)
                .countryCode(country)
                .phoneNumber(phone)
                .build();
    }

    /** Builds {@link AllegroAddress}es. */
    final class Builder extends ImmutableAllegroAddress.Builder {
        Builder() {}
    }
}
