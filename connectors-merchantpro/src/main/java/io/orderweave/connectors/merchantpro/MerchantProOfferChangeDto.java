package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock and prices to be written: of the product itself, or of its variants. What is absent stays as it is.
 *
 * @param variants all of the product's, also those that stay as they are
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MerchantProOfferChangeDto(
        @Nullable BigDecimal stock,
        @Nullable BigDecimal priceGross,
        @Nullable List<Variant> variants) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Variant(
            @Nullable JsonNode id,
            @Nullable BigDecimal stock,
            @Nullable BigDecimal priceGross) {}
}
