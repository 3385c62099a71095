package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as a shop tells it: the parts that are mapped. With variants only these have stock and price. Most names are those an
 * import tool writes; that they are read back under them is UNCONFIRMED.
 *
 * @param type {@code basic} or {@code multi_variant}
 * @param status a flag, which shops write as {@code "on"}, {@code 1} or {@code true}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MerchantProProductDto(
        @Nullable String id,
        @Nullable String type,
        @Nullable String sku,
        @Nullable String ean,
        @Nullable String name,
        @Nullable String description,
        @Nullable String status,
        @Nullable BigDecimal stock,
        @Nullable BigDecimal priceGross,
        @Nullable List<@Nullable Category> categories,
        @Nullable List<@Nullable Image> images,
        @Nullable List<@Nullable Variant> variants) {

    boolean hasVariants() {
        return "multi_variant".equals(type);
    }

    record Category(@Nullable String id, @Nullable String name) {}

    /** The address is a text, or several by size. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Image(@Nullable JsonNode imageUrl) {}

    /** @param id as it came, to be sent back so */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Variant(
            @Nullable JsonNode id,
            @Nullable String sku,
            @Nullable String ean,
            @Nullable BigDecimal stock,
            @Nullable BigDecimal priceGross,
            @Nullable List<@Nullable Option> variantOptions) {

        String idText() {
            return id == null ? "" : id.asText("");
        }
    }

    record Option(@Nullable String name, @Nullable String value) {}
}
