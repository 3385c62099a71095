package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A parcel, to mark a piece as sent.
 *
 * @param trackingNumbers separated by commas; blank only with the carrier Other
 */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandSendDto(String trackingNumbers, String carrierCode) {}
