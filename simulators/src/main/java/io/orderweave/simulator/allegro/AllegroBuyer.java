package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** The holder of the buying account ({@code buyer}), who need not be the recipient. Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroBuyer {

    String id();

    String login();

    /** Allegro shows sellers a relay address of its own. */
    String email();

    String firstName();

    String lastName();

    Optional<String> companyName();

    Optional<String> phoneNumber();

    @Value.Default
    default boolean guest() {
        return false;
    }

    /** BCP 47, such as {@code cs-CZ}. */
    String language();

    String street();

    String city();

    String postCode();

    /** ISO 3166-1 alpha-2. */
    String countryCode();

    static Builder builder() {
        return new Builder();
    }

    /** An invented buyer of this marketplace, living at its sample address. */
    static AllegroBuyer sample(AllegroMarketplace marketplace) {
        AllegroAddress home = AllegroAddress.sample(marketplace);
        return builder()
                .id("91001001")
                .login("kupujacy_" + marketplace.country().toLowerCase(Locale.ROOT))
                .email("a1b2c3d4e5+7f0a@allegromail.example")
                .firstName(home.firstName())
                .lastName(home.lastName())
                .phoneNumber(home.phoneNumber())
                .language(marketplace.language())
                .street(home.street())
                .city(home.city())
                .postCode(home.zipCode())
                .countryCode(home.countryCode())
                .build();
    }

    /** Builds {@link AllegroBuyer}s. */
    final class Builder extends ImmutableAllegroBuyer.Builder {
        Builder() {}
    }
}
