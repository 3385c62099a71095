package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.all;
import static io.orderweave.http.JsonParts.country;
import static io.orderweave.http.JsonParts.joined;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Buyer;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.BuyerAddress;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Company;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.DeliveryAddress;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Invoice;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.InvoiceAddress;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Person;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Point;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.PointAddress;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps the three persons of a checkout form, who are kept apart: one pays, one receives, one is invoiced. */
final class AllegroParties {

    private AllegroParties() {}

    static Party buyer(@Nullable Buyer buyer) {
        if (buyer == null) {
            return Party.builder().build();
        }
        BuyerAddress address = buyer.address();
        return Party.builder()
                .personName(joined(buyer.firstName(), buyer.lastName()))
                .company(text(buyer.companyName()))
                .email(text(buyer.email()))
                .phone(text(buyer.phoneNumber()))
                .address(
                        address == null
                                ? Optional.empty()
                                : country(address.countryCode(), "$.buyer.address.countryCode")
                                        .map(country ->
                                                address(address.street(), address.postCode(), address.city(), country)))
                .build();
    }

    static Optional<Party> recipient(@Nullable DeliveryAddress address) {
        if (address == null) {
            return Optional.empty();
        }
        return Optional.of(Party.builder()
                .personName(joined(address.firstName(), address.lastName()))
                .company(text(address.companyName()))
                .phone(text(address.phoneNumber()))
                .address(country(address.countryCode(), "$.delivery.address.countryCode")
                        .map(country -> address(address.street(), address.zipCode(), address.city(), country)))
                .build());
    }

    /** Only when the buyer wants an invoice: Allegro also keeps addresses of those who do not. */
    static Optional<Party> invoiced(@Nullable Invoice invoice) {
        if (invoice == null || !Boolean.TRUE.equals(invoice.required()) || invoice.address() == null) {
            return Optional.empty();
        }
        InvoiceAddress address = invoice.address();
        Optional<Company> company = Optional.ofNullable(address.company());
        Optional<Person> person = Optional.ofNullable(address.naturalPerson());
        Optional<Country> country = country(address.countryCode(), "$.invoice.address.countryCode");
        return Optional.of(Party.builder()
                .personName(person.flatMap(named -> joined(named.firstName(), named.lastName())))
                .company(company.flatMap(named -> text(named.name())))
                .address(country.map(known -> address(address.street(), address.zipCode(), address.city(), known)))
                .taxIds(company.map(named -> taxIds(named, country)).orElse(List.of()))
                .build());
    }

    static Optional<PickupPoint> pickupPoint(@Nullable Point point) {
        if (point == null) {
            return Optional.empty();
        }
        PointAddress address = point.address();
        return text(point.id())
                .map(id -> PickupPoint.builder()
                        .id(id)
                        .name(text(point.name()))
                        .address(
                                address == null
                                        ? Optional.empty()
                                        : country(address.countryCode(), "$.delivery.pickupPoint.address.countryCode")
                                                .map(country -> address(
                                                        address.street(), address.zipCode(), address.city(), country)))
                        .build());
    }

    private static PostalAddress address(
            @Nullable String street, @Nullable String postalCode, @Nullable String city, Country country) {
        return PostalAddress.builder()
                .street(text(street).orElse(""))
                .postalCode(text(postalCode).orElse(""))
                .city(text(city).orElse(""))
                .country(country)
                .build();
    }

    private static List<TaxId> taxIds(Company company, Optional<Country> country) {
        List<TaxId> ids = all(company.ids()).stream()
                .flatMap(id ->
                        text(id.type()).flatMap(type -> text(id.value()).map(value -> new TaxId(type, value))).stream())
                .toList();
        return ids.isEmpty() ? deprecatedTaxId(company, country) : ids;
    }

    /** The old field says no type; on Polish addresses it always was the NIP. */
    private static List<TaxId> deprecatedTaxId(Company company, Optional<Country> country) {
        String type = country.filter(known -> known.code().equals("PL")).isPresent() ? "PL_NIP" : "OTHER";
        return text(company.taxId())
                .map(value -> List.of(new TaxId(type, value)))
                .orElse(List.of());
    }
}
