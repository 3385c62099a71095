package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.joined;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connectors.kaufland.KauflandOrderDto.Address;
import io.orderweave.connectors.kaufland.KauflandOrderDto.Buyer;
import io.orderweave.connectors.kaufland.KauflandOrderDto.PickupLocation;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps the persons of an order: who pays and is billed, and who receives. Any of them is absent while an order is open. */
final class KauflandParties {

    /** Kaufland's schema says only "country"; its example has three letters. */
    private static final Map<String, Country> BY_THREE_LETTERS = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> new Locale("", code).getISO3Country(), Country::new));

    private KauflandParties() {}

    /** Whoever is billed, with the address for mails. */
    static Party buyer(@Nullable Buyer buyer, Optional<Party> billed) {
        Party.Builder party = Party.builder();
        billed.ifPresent(party::from);
        return party.email(text(buyer == null ? null : buyer.email())).build();
    }

    static Optional<Party> invoiced(@Nullable Address billing) {
        return Optional.ofNullable(billing).map(address -> party(address, "$.data.billing_address", Optional.empty()));
    }

    /** A DHL Packstation wants the buyer's post number on the label, so it stands with the recipient's address. */
    static Optional<Party> recipient(@Nullable Address shipping, @Nullable PickupLocation pickup) {
        Optional<String> postNumber = text(pickup == null ? null : pickup.dhlPostNumber());
        return Optional.ofNullable(shipping)
                .map(address ->
                        party(address, "$.data.shipping_address", postNumber.map(number -> "Postnummer " + number)));
    }

    static Optional<PickupPoint> pickupPoint(@Nullable PickupLocation pickup) {
        if (pickup == null) {
            return Optional.empty();
        }
        return text(pickup.pickupLocationId())
                .map(id -> PickupPoint.builder()
                        .id(id)
                        .name(joined(pickup.provider(), id))
                        .build());
    }

    private static Party party(Address address, String path, Optional<String> addition) {
        return Party.builder()
                .personName(joined(address.firstName(), address.lastName()))
                .company(text(address.companyName()))
                .phone(text(address.phone()))
                .address(country(address.country(), path + ".country")
                        .map(country -> PostalAddress.builder()
                                .street(street(address, addition))
                                .postalCode(text(address.postcode()).orElse(""))
                                .city(text(address.city()).orElse(""))
                                .country(country)
                                .build()))
                .build();
    }

    private static String street(Address address, Optional<String> addition) {
        String street = joined(address.street(), address.houseNumber()).orElse("");
        return more(more(street, text(address.additionalField())), addition);
    }

    private static String more(String street, Optional<String> addition) {
        return street.isEmpty()
                ? addition.orElse("")
                : addition.map(text -> street + ", " + text).orElse(street);
    }

    private static Optional<Country> country(@Nullable String part, String path) {
        return text(part).map(code -> {
            Country known = BY_THREE_LETTERS.get(code.toUpperCase(Locale.ROOT));
            if (known != null) {
                return known;
            }
            try {
                return new Country(code);
            } catch (IllegalArgumentException e) {
                throw new UnreadablePartException(path, "an ISO 3166-1 country code");
            }
        });
    }
}
