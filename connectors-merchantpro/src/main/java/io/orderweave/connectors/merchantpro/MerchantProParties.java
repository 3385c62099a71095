package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.country;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps the three persons of an order: who buys, who receives, who is invoiced. Their parts are flat fields of the order,
 * {@code billing_*} and {@code shipping_*}; the buyer has no name but the billing one.
 */
final class MerchantProParties {

    /** The only tax number a shop tells; in Romania it is the CUI, with or without RO before it. */
    private static final String VAT = "VAT";

    private final MerchantProOrderDto order;
    private final Place billing;
    private final Place shipping;

    MerchantProParties(MerchantProOrderDto order) {
        this.order = order;
        this.billing = new Place(
                order.billingName(),
                order.billingPhone(),
                order.billingAddress(),
                order.billingPostalCode(),
                order.billingCity(),
                order.billingState(),
                order.billingCountryCode());
        this.shipping = new Place(
                order.shippingName(),
                order.shippingPhone(),
                order.shippingAddress(),
                order.shippingPostalCode(),
                order.shippingCity(),
                order.shippingState(),
                order.shippingCountryCode());
    }

    /** The fields that have the same names but for their prefix. */
    private record Place(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String state,
            @Nullable String countryCode) {

        @Override
        public String toString() {
            return "Place[" + countryCode + "]";
        }
    }

    Party buyer() {
        return person(billing, "$.billing_country_code")
                .company(company())
                .email(text(order.customerEmail()))
                .phone(text(billing.phone()))
                .taxIds(taxIds())
                .build();
    }

    /** Only a company: whoever else buys is invoiced as the buyer. */
    Optional<Party> invoiced() {
        return company().isEmpty() && taxIds().isEmpty()
                ? Optional.empty()
                : Optional.of(person(billing, "$.billing_country_code")
                        .company(company())
                        .taxIds(taxIds())
                        .build());
    }

    /** With no address of its own, the delivery goes where the bill goes. */
    Optional<Party> recipient() {
        boolean own =
                text(shipping.name()).isPresent() || text(shipping.address()).isPresent();
        Party recipient = own
                ? person(shipping, "$.shipping_country_code")
                        .company(text(order.shippingCompanyName()))
                        .phone(text(shipping.phone()))
                        .build()
                : person(billing, "$.billing_country_code")
                        .company(company())
                        .phone(text(billing.phone()))
                        .build();
        return recipient.displayName().isEmpty() && recipient.address().isEmpty()
                ? Optional.empty()
                : Optional.of(recipient);
    }

    private static Party.Builder person(Place place, String countryPath) {
        return Party.builder()
                .personName(text(place.name()))
                .address(country(place.countryCode(), countryPath).map(known -> address(place, known)));
    }

    private static PostalAddress address(Place place, Country country) {
        return PostalAddress.builder()
                .street(text(place.address()).orElse(""))
                .postalCode(text(place.postalCode()).orElse(""))
                .city(text(place.city()).orElse(""))
                .region(text(place.state()))
                .country(country)
                .build();
    }

    /** The name of the field is UNCONFIRMED; it is read only of those who say they are a company. */
    private Optional<String> company() {
        return text(order.billingCompanyName()).filter(name -> isCompany());
    }

    private List<TaxId> taxIds() {
        return text(order.billingCompanyVat())
                .filter(number -> isCompany())
                .map(number -> List.of(new TaxId(VAT, number)))
                .orElse(List.of());
    }

    private boolean isCompany() {
        return text(order.billingType()).filter("company"::equals).isPresent();
    }
}
