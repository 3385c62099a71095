package io.orderweave.connectors.merchantpro;

import static io.orderweave.http.JsonParts.country;
import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.List;
import java.util.Optional;

/**
 * Maps the three persons of an order: who buys, who receives, who is invoiced. Their parts are flat fields of the order,
 * {@code billing_*} and {@code shipping_*}; the buyer has no name but the billing one.
 */
final class MerchantProParties {

    private static final String BILLING = "billing";
    private static final String SHIPPING = "shipping";

    /** The only tax number a shop tells; in Romania it is the CUI, with or without RO before it. */
    private static final String VAT = "VAT";

    private final JsonNode order;

    MerchantProParties(JsonNode order) {
        this.order = order;
    }

    Party buyer() {
        return person(BILLING)
                .company(company())
                .email(field("customer_email"))
                .phone(field(BILLING + "_phone"))
                .taxIds(taxIds())
                .build();
    }

    /** Only a company: whoever else buys is invoiced as the buyer. */
    Optional<Party> invoiced() {
        return company().isEmpty() && taxIds().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        person(BILLING).company(company()).taxIds(taxIds()).build());
    }

    /** With no address of its own, the delivery goes where the bill goes. */
    Optional<Party> recipient() {
        boolean own = field(SHIPPING + "_name").isPresent()
                || field(SHIPPING + "_address").isPresent();
        String prefix = own ? SHIPPING : BILLING;
        Party recipient = person(prefix)
                .company(own ? field(SHIPPING + "_company_name") : company())
                .phone(field(prefix + "_phone"))
                .build();
        return recipient.displayName().isEmpty() && recipient.address().isEmpty()
                ? Optional.empty()
                : Optional.of(recipient);
    }

    private Party.Builder person(String prefix) {
        Optional<Country> country =
                country(field(prefix + "_country_code").orElse(null), "$." + prefix + "_country_code");
        Party.Builder party = Party.builder();
        field(prefix + "_name").ifPresent(party::personName);
        country.ifPresent(known -> party.address(address(prefix, known)));
        return party;
    }

    private PostalAddress address(String prefix, Country country) {
        return PostalAddress.builder()
                .street(field(prefix + "_address").orElse(""))
                .postalCode(field(prefix + "_postal_code").orElse(""))
                .city(field(prefix + "_city").orElse(""))
                .region(field(prefix + "_state"))
                .country(country)
                .build();
    }

    /** The name of the field is UNCONFIRMED; it is read only of those who say they are a company. */
    private Optional<String> company() {
        return field("billing_company_name").filter(name -> isCompany());
    }

    private List<TaxId> taxIds() {
        return field("billing_company_vat")
                .filter(number -> isCompany())
                .map(number -> List.of(new TaxId(VAT, number)))
                .orElse(List.of());
    }

    private boolean isCompany() {
        return field("billing_type").filter("company"::equals).isPresent();
    }

    /** A text or number; anything else is as good as absent. */
    private Optional<String> field(String name) {
        return text(order.path(name).asText(""));
    }
}
