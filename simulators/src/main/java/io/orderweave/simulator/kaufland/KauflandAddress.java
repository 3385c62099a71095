package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where something is sent or billed ({@code shipping_address}, {@code billing_address}). Immutable; its parts are invented people. */
@Value.Immutable
@ValueStyle
public interface KauflandAddress {

    String firstName();

    String lastName();

    Optional<String> companyName();

    String street();

    String houseNumber();

    String postcode();

    Optional<String> additionalField();

    String city();

    Optional<String> phone();

    /** As Kaufland writes it; samples have ISO 3166-1 alpha-2 and alpha-3. */
    String country();

    static Builder builder() {
        return new Builder();
    }

    /** An invented address in the storefront's country. */
    static KauflandAddress sample(KauflandStorefront storefront) {
        return switch (storefront) {
            case DE -> of("Jörg", "Müßig", "Gänseweg", "12a", "99084", "Erfurt", "DE", "+4936155501");
            case CZ -> of("Božena", "Křížová", "Polní", "7", "664 91", "Ivančice", "CZ", "+420601555021");
            case SK -> of("Ľudmila", "Hrušková", "Záhradná", "3", "934 01", "Levice", "SK", "+421901555031");
            case PL -> of("Świętosław", "Żak", "ul. Łąkowa", "5/2", "16-300", "Augustów", "PL", "+48601555011");
            case AT -> of("Resi", "Höller", "Bachgasse", "9", "8430", "Leibnitz", "AT", "+4334525550");
            case FR -> of("Zoé", "L'Hérault", "rue des Prés", "4 bis", "12000", "Rodez", "FR", "+33555555501");
            case IT -> of("Nicolò", "Dell'Acqua", "via dei Tigli", "21", "12051", "Alba", "IT", "+390173555501");
        };
    }

    private static KauflandAddress of(
            String first,
            String last,
            String street,
            String houseNumber,
            String postcode,
            String city,
            String country,
            String phone) {
        return builder()
                .firstName(first)
                .lastName(last)
                .street(street)
                .houseNumber(houseNumber)
                .postcode(postcode)
                .city(city)
                .country(country)
                .phone(phone)
                .build();
    }

    /** Builds {@link KauflandAddress}es. */
    final class Builder extends ImmutableKauflandAddress.Builder {
        Builder() {}
    }
}
