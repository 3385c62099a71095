package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return as Kaufland tells it: the parts that are mapped. */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandReturnDto(
        @Nullable Long idReturn,
        @Nullable String tsCreatedIso,
        @Nullable String status,
        @Nullable String trackingCode,
        @Nullable List<@Nullable Unit> returnUnits) {

    /** What an answer holds. */
    record Envelope(@Nullable KauflandReturnDto data) {}

    /** One piece that comes back. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Unit(
            @Nullable Long idReturnUnit,
            @Nullable Long idOrderUnit,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String note) {

        @Override
        public String toString() {
            return "Unit[" + idReturnUnit + ", " + status + "]";
        }
    }
}
