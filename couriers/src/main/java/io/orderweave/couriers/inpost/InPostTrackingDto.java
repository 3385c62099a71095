package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ShipX tells of a tracking number. */
@JsonNaming(SnakeCaseStrategy.class)
record InPostTrackingDto(@Nullable List<Detail> trackingDetails) {

    /** One scan. */
    record Detail(@Nullable String status, @Nullable String datetime) {}
}
