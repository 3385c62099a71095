package io.orderweave.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every field of an Allegro checkout form, as plain Jackson binds it: the peer of the connector's mapping. */
record AllegroForm(
        String id,
        @Nullable String messageToSeller,
        Buyer buyer,
        Payment payment,
        String status,
        Fulfillment fulfillment,
        Delivery delivery,
        Invoice invoice,
        List<LineItem> lineItems,
        List<Payment> surcharges,
        List<Discount> discounts,
        @Nullable Note note,
        Reference marketplace,
        Summary summary,
        String updatedAt,
        String revision) {

    record Reference(String id) {}

    record Price(BigDecimal amount, String currency) {}

    record Note(String text) {}

    record Buyer(
            String id,
            String email,
            String login,
            String firstName,
            String lastName,
            @Nullable String companyName,
            boolean guest,
            @Nullable String personalIdentity,
            String phoneNumber,
            Preferences preferences,
            BuyerAddress address) {}

    record Preferences(String language) {}

    record BuyerAddress(String street, String city, String postCode, String countryCode) {}

    record Payment(
            String id,
            String type,
            String provider,
            String finishedAt,
            Price paidAmount,
            @Nullable Price reconciliation,
            List<String> features) {}

    record Fulfillment(String status, ShipmentSummary shipmentSummary, Reference provider) {}

    record ShipmentSummary(String lineItemsSent) {}

    record Delivery(
            Address address,
            Method method,
            Point pickupPoint,
            Price cost,
            Time time,
            boolean smart,
            @Nullable Cancellation cancellation,
            int calculatedNumberOfPackages) {}

    record Address(
            String firstName,
            String lastName,
            String street,
            String city,
            String zipCode,
            String countryCode,
            @Nullable String companyName,
            String phoneNumber,
            @Nullable String modifiedAt) {}

    record Cancellation(String date) {}

    record Method(String id, String name) {}

    record Point(String id, String name, String description, PointAddress address) {}

    record PointAddress(String street, String zipCode, String city, String countryCode) {}

    record Time(String from, String to, @Nullable Span guaranteed, Span dispatch) {}

    record Span(String from, String to) {}

    record Invoice(
            boolean required,
            InvoiceAddress address,
            @Nullable String dueDate,
            List<String> features) {}

    record InvoiceAddress(
            String street,
            String city,
            String zipCode,
            String countryCode,
            Company company,
            @Nullable Person naturalPerson) {}

    record Company(String name, List<CompanyId> ids, String vatPayerStatus, String taxId) {}

    record CompanyId(String type, String value) {}

    record Person(String firstName, String lastName) {}

    record LineItem(
            String id,
            Offer offer,
            BigDecimal quantity,
            Price originalPrice,
            Price price,
            @Nullable Price reconciliation,
            @Nullable Deposit deposit,
            List<Service> selectedAdditionalServices,
            List<Voucher> vouchers,
            Tax tax,
            String boughtAt,
            List<Discount> discounts) {}

    record Offer(
            String id,
            String name,
            Reference external,
            @Nullable Products productSet,
            @Nullable String hsNumber) {}

    record Products(List<Reference> products) {}

    record Deposit(Price price) {}

    record Service(String definitionId, String name, Price price, BigDecimal quantity) {}

    record Voucher(String code) {}

    record Tax(String rate, String subject, @Nullable String exemption) {}

    record Discount(String type) {}

    record Summary(Price totalToPay) {}
}
