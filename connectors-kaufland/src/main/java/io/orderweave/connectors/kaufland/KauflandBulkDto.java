package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a change in bulk: each item by itself. */
record KauflandBulkDto(@Nullable List<@Nullable Item> data) {

    /** One item; below status 300 it was done. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            @Nullable Long idUnit,
            @Nullable BigDecimal statusCode,
            @Nullable List<@Nullable Field> errors) {}

    /** A field that was wrong. */
    record Field(@Nullable String field) {}
}
