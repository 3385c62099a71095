package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop tells it: the parts that are mapped. Enumerations stay strings and everything may be absent. People and addresses
 * are flat fields with a common prefix; nothing here prints them.
 *
 * @param data the order itself where the answer wraps it; whether single orders come so is UNCONFIRMED
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MerchantProOrderDto(
        @Nullable String id,
        @Nullable String channelId,
        @Nullable String paymentStatus,
        @Nullable String paymentMethodCode,
        @Nullable String shippingStatus,
        @Nullable String shippingMethodId,
        @Nullable String shippingMethodName,
        @Nullable BigDecimal shippingAmount,
        @Nullable BigDecimal shippingTaxPercent,
        @Nullable BigDecimal shippingCodAmount,
        @Nullable BigDecimal totalAmount,
        @Nullable BigDecimal paidAmount,
        @Nullable BigDecimal walletAmount,
        @Nullable String currency,
        @Nullable String customerNote,
        @Nullable String dateCreated,
        @Nullable String dateModified,
        @Nullable String paymentDate,
        @PersonText @Nullable String customerEmail,
        @PersonText @Nullable String billingType,
        @PersonText @Nullable String billingName,
        @PersonText @Nullable String billingCompanyName,
        @PersonText @Nullable String billingCompanyVat,
        @PersonText @Nullable String billingPhone,
        @PersonText @Nullable String billingAddress,
        @PersonText @Nullable String billingPostalCode,
        @PersonText @Nullable String billingCity,
        @PersonText @Nullable String billingState,
        @PersonText @Nullable String billingCountryCode,
        @PersonText @Nullable String shippingName,
        @PersonText @Nullable String shippingCompanyName,
        @PersonText @Nullable String shippingPhone,
        @PersonText @Nullable String shippingAddress,
        @PersonText @Nullable String shippingPostalCode,
        @PersonText @Nullable String shippingCity,
        @PersonText @Nullable String shippingState,
        @PersonText @Nullable String shippingCountryCode,
        @Nullable List<@Nullable Line> lineItems,
        @Nullable MerchantProOrderDto data) {

    /** The order, out of its wrapping. */
    MerchantProOrderDto unwrapped() {
        return data == null ? this : data;
    }

    @Override
    public String toString() {
        return "MerchantProOrderDto[" + id + ", " + shippingStatus + ", " + paymentStatus + "]";
    }

    /** A product, a discount, or something else; lines have no ids. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(
            @Nullable String itemType,
            @Nullable String productId,
            @Nullable String productSku,
            @Nullable String productEan,
            @Nullable String productName,
            @Nullable BigDecimal productTaxPercent,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPriceGross,
            @Nullable BigDecimal unitPriceRegular,
            @Nullable BigDecimal lineSubtotalGross) {}
}
