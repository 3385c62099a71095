package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the organisation's shipments.
 *
 * @param count of all pages together
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
record InPostPageDto(@Nullable Integer count, @Nullable Integer perPage, @Nullable List<InPostShipmentDto> items) {}
