package io.orderweave.connectors.allegro;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as Allegro tells it: the parts that are mapped. Enumerations stay strings and everything may be absent. Nothing here
 * prints personal data.
 */
record AllegroCheckoutFormDto(
        @Nullable String id,
        @Nullable String messageToSeller,
        @Nullable Buyer buyer,
        @Nullable Payment payment,
        @Nullable String status,
        @Nullable Fulfillment fulfillment,
        @Nullable Delivery delivery,
        @Nullable Invoice invoice,
        @Nullable List<@Nullable LineItem> lineItems,
        @Nullable List<@Nullable Payment> surcharges,
        @Nullable Reference marketplace,
        @Nullable Summary summary,
        @Nullable String updatedAt,
        @Nullable String revision) {

    @Override
    public String toString() {
        return "AllegroCheckoutFormDto[" + id + ", " + status + "]";
    }

    record Reference(@Nullable String id) {}

    /** How far the seller is, and who ships: {@code provider} is SELLER or ALLEGRO. */
    record Fulfillment(@Nullable String status, @Nullable Reference provider) {}

    record Summary(@Nullable Price totalToPay) {}

    record Price(@Nullable String amount, @Nullable String currency) {}

    /** The account holder, who need not be the recipient. */
    record Buyer(
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String companyName,
            @Nullable String phoneNumber,
            @Nullable BuyerAddress address) {

        @Override
        public String toString() {
            return "Buyer";
        }
    }

    /** Of the account holder. Unlike all others it says {@code postCode}. */
    record BuyerAddress(
            @Nullable String street,
            @Nullable String city,
            @Nullable String postCode,
            @Nullable String countryCode) {

        @Override
        public String toString() {
            return "BuyerAddress[" + countryCode + "]";
        }
    }

    /** A payment or a surcharge, which is a further payment of the same order. */
    record Payment(
            @Nullable String id,
            @Nullable String type,
            @Nullable String finishedAt,
            @Nullable Price paidAmount) {}

    record Delivery(
            @Nullable DeliveryAddress address,
            @Nullable Method method,
            @Nullable Point pickupPoint,
            @Nullable Price cost,
            @Nullable Time time,
            @Nullable Boolean smart,
            @Nullable Withdrawal cancellation) {}

    record DeliveryAddress(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String street,
            @Nullable String city,
            @Nullable String zipCode,
            @Nullable String countryCode,
            @Nullable String companyName,
            @Nullable String phoneNumber) {

        @Override
        public String toString() {
            return "DeliveryAddress[" + countryCode + "]";
        }
    }

    record Method(@Nullable String id, @Nullable String name) {}

    /** Near the recipient's home, so it is not printed either. */
    record Point(
            @Nullable String id,
            @Nullable String name,
            @Nullable PointAddress address) {

        @Override
        public String toString() {
            return "Point";
        }
    }

    record PointAddress(
            @Nullable String street,
            @Nullable String zipCode,
            @Nullable String city,
            @Nullable String countryCode) {

        @Override
        public String toString() {
            return "PointAddress[" + countryCode + "]";
        }
    }

    /** {@code to} is the latest delivery. */
    record Time(@Nullable String to, @Nullable Dispatch dispatch) {}

    record Dispatch(@Nullable String to) {}

    /** When the buyer withdrew from the delivery, which is a contract of its own for some goods. */
    record Withdrawal(@Nullable String date) {}

    record Invoice(@Nullable Boolean required, @Nullable InvoiceAddress address) {}

    record InvoiceAddress(
            @Nullable String street,
            @Nullable String city,
            @Nullable String zipCode,
            @Nullable String countryCode,
            @Nullable Company company,
            @Nullable Person naturalPerson) {

        @Override
        public String toString() {
            return "InvoiceAddress[" + countryCode + "]";
        }
    }

    /** {@code taxId} is deprecated and repeats one of {@code ids}. */
    record Company(
            @Nullable String name,
            @Nullable List<@Nullable CompanyId> ids,
            @Nullable String taxId) {

        @Override
        public String toString() {
            return "Company";
        }
    }

    record CompanyId(@Nullable String type, @Nullable String value) {

        @Override
        public String toString() {
            return "CompanyId[" + type + "]";
        }
    }

    record Person(@Nullable String firstName, @Nullable String lastName) {

        @Override
        public String toString() {
            return "Person";
        }
    }

    record LineItem(
            @Nullable String id,
            @Nullable Offer offer,
            @Nullable BigDecimal quantity,
            @Nullable Price originalPrice,
            @Nullable Price price,
            @Nullable Deposit deposit,
            @Nullable List<@Nullable Service> selectedAdditionalServices,
            @Nullable Tax tax,
            @Nullable String boughtAt) {}

    record Offer(
            @Nullable String id,
            @Nullable String name,
            @Nullable Reference external) {}

    record Deposit(@Nullable Price price) {}

    record Service(
            @Nullable String definitionId,
            @Nullable String name,
            @Nullable Price price,
            @Nullable BigDecimal quantity) {}

    record Tax(@Nullable String rate) {}
}
