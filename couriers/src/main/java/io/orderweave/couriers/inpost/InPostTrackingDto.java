package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ShipX tells of a tracking number. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
record InPostTrackingDto(@Nullable List<Detail> trackingDetails) {

    /** One scan. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Detail(@Nullable String status, @Nullable String datetime) {}
}
