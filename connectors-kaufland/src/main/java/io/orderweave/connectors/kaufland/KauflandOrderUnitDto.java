package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** One ordered piece alone. */
record KauflandOrderUnitDto(@Nullable Unit data) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Unit(@Nullable String idOrder, @Nullable String status) {}
}
