package io.orderweave.benchmarks;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every field of a MerchantPro order, as plain Jackson binds it: the peer of the connector's mapping. */
@JsonNaming(SnakeCaseStrategy.class)
record MerchantProOrder(
        String id,
        long sysId,
        String publicCode,
        @Nullable Long channelId,
        String paymentStatus,
        String paymentStatusText,
        String paymentMethodCode,
        String paymentMethodName,
        List<String> paymentDetails,
        String shippingStatus,
        String shippingStatusText,
        long shippingMethodId,
        String shippingMethodName,
        BigDecimal shippingAmount,
        BigDecimal shippingTaxPercent,
        BigDecimal shippingTaxAmount,
        BigDecimal shippingCodAmount,
        BigDecimal subtotalIncludingTax,
        BigDecimal subtotalExcludingTax,
        BigDecimal taxAmount,
        BigDecimal subtotalAmount,
        BigDecimal totalAmount,
        BigDecimal paidAmount,
        BigDecimal walletAmount,
        String currency,
        boolean hasReturns,
        long customerId,
        String customerEmail,
        String customerLang,
        @Nullable String customerNote,
        String dateCreated,
        String dateModified,
        @Nullable String paymentDate,
        String createdBy,
        String sourceType,
        Map<String, String> metaFields,
        String billingType,
        String billingName,
        String billingCompanyName,
        String billingCompanyVat,
        String billingCountryCode,
        String billingState,
        String billingCity,
        String billingAddress,
        String billingPostalCode,
        String billingPhone,
        boolean shippingAsBilling,
        String shippingName,
        @Nullable String shippingCompanyName,
        String shippingCountryCode,
        String shippingState,
        String shippingCity,
        String shippingAddress,
        String shippingPostalCode,
        String shippingPhone,
        List<Line> lineItems,
        List<String> carrierTracking) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Line(
            String itemType,
            @Nullable Long productId,
            @Nullable String productSku,
            @Nullable String productEan,
            String productStock,
            String productName,
            String productTaxName,
            BigDecimal productTaxPercent,
            BigDecimal quantity,
            BigDecimal unitPriceNet,
            BigDecimal unitTaxAmount,
            BigDecimal unitPriceGross,
            BigDecimal unitPriceRegular,
            BigDecimal lineSubtotalNet,
            BigDecimal lineTaxAmount,
            BigDecimal lineSubtotalGross,
            Map<String, String> metaFields,
            Status status,
            List<String> appliedDiscounts) {}

    record Status(long id, String name, String color) {}
}
