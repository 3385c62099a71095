package io.orderweave.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every field of Kaufland's answer about one order, as plain Jackson binds it: the peer of the connector's mapping. */
record KauflandAnswer(Order data) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Order(
            String idOrder,
            String tsCreatedIso,
            String tsUnitsUpdatedIso,
            @JsonProperty("is_marketplace_deemed_supplier") boolean deemedSupplier,
            String storefront,
            String fulfillmentType,
            List<Unit> orderUnits,
            Address billingAddress,
            Address shippingAddress,
            Buyer buyer,
            List<Invoice> orderInvoices,
            Delivery delivery) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Unit(
            @Nullable List<Ticket> tickets,
            BigDecimal vat,
            @Nullable Product product,
            @Nullable String cancelReason,
            BigDecimal shippingRate,
            @Nullable String orderReceivedTimestampIso,
            @Nullable String deliveryTimeExpiresIso,
            @Nullable Integer deliveryTimeMax,
            @Nullable Integer deliveryTimeMin,
            String currency,
            String storefront,
            @Nullable String unitCondition,
            @Nullable String note,
            BigDecimal revenueNet,
            BigDecimal revenueGross,
            @Nullable String idOffer,
            BigDecimal price,
            String status,
            String tsUpdatedIso,
            @JsonProperty("is_marketplace_deemed_supplier") boolean deemedSupplier,
            String tsCreatedIso,
            String idOrder,
            long idOrderUnit) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Ticket(String idTicket) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Product(
            long idProduct,
            String storefront,
            String title,
            List<String> eans,
            long idCategory,
            String mainPicture,
            String manufacturer,
            String url,
            int ageRating,
            @JsonProperty("is_valid") boolean valid,
            @Nullable Boolean dangerousGoodsLiShipping,
            @JsonProperty("danger_label_9A") @Nullable Boolean dangerLabel) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            String firstName,
            String lastName,
            @Nullable String companyName,
            String street,
            String houseNumber,
            String postcode,
            @Nullable String additionalField,
            String city,
            @Nullable String phone,
            String country) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Buyer(long idBuyer, String email) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Invoice(long idInvoice) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Delivery(@Nullable PickupLocation pickupLocation) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PickupLocation(
            String pickupLocationId, String provider, String carrier, String services, String dhlPostNumber) {}
}
