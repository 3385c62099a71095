package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A further parcel of a piece that is sent. */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandShipmentDto(long idOrderUnit, Information shipmentInformation) {

    @JsonNaming(SnakeCaseStrategy.class)
    record Information(String carrierCode, String trackingNumber) {}
}
