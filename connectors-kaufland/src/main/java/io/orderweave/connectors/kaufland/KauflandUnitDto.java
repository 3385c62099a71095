package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer as Kaufland tells it, which calls it a unit. Amounts of money are cents. */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandUnitDto(
        @Nullable Long idUnit,
        @Nullable String status,
        @Nullable String currency,
        @Nullable String condition,
        @Nullable String idOffer,
        @Nullable String idProduct,
        @Nullable BigDecimal price,
        @Nullable Integer amount,
        @Nullable Product product) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Product(
            @Nullable String title,
            @Nullable List<@Nullable String> eans,
            @Nullable String idCategory,
            @Nullable String mainPicture,
            @Nullable String manufacturer) {}
}
