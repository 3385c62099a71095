package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as Kaufland tells it: the parts that are mapped. Enumerations stay strings and everything may be absent. Nothing here
 * prints personal data.
 */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandOrderDto(
        @Nullable String idOrder,
        @Nullable String tsCreatedIso,
        @Nullable Boolean isMarketplaceDeemedSupplier,
        @Nullable String storefront,
        @Nullable List<@Nullable Unit> orderUnits,
        @Nullable Address billingAddress,
        @Nullable Address shippingAddress,
        @Nullable Buyer buyer,
        @Nullable List<@Nullable KauflandInvoiceDto> orderInvoices,
        @Nullable Delivery delivery) {

    /** What an answer holds. */
    record Envelope(@Nullable KauflandOrderDto data) {}

    @Override
    public String toString() {
        return "KauflandOrderDto[" + idOrder + "]";
    }

    /** One ordered piece. Amounts are cents. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Unit(
            @Nullable Long idOrderUnit,
            @Nullable String status,
            @Nullable String idOffer,
            @Nullable BigDecimal price,
            @Nullable BigDecimal shippingRate,
            @Nullable String currency,
            @Nullable BigDecimal vat,
            @Nullable String deliveryTimeExpiresIso,
            @Nullable Product product) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Product(
            @Nullable String idProduct,
            @Nullable String title,
            @Nullable List<@Nullable String> eans) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Buyer(@Nullable String idBuyer, @Nullable String email) {

        @Override
        public String toString() {
            return "Buyer";
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String companyName,
            @Nullable String street,
            @Nullable String houseNumber,
            @Nullable String postcode,
            @Nullable String additionalField,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String country) {

        @Override
        public String toString() {
            return "Address[" + country + "]";
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Delivery(@Nullable PickupLocation pickupLocation) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PickupLocation(
            @Nullable String pickupLocationId,
            @Nullable String provider,
            @Nullable String carrier,
            @Nullable String services,
            @Nullable String dhlPostNumber) {

        @Override
        public String toString() {
            return "PickupLocation[" + pickupLocationId + "]";
        }
    }
}
