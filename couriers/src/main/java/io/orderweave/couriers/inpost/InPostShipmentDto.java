package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a ShipX shipment that decide what becomes of it; the receiver is not read at all. */
@JsonNaming(SnakeCaseStrategy.class)
record InPostShipmentDto(
        @Nullable String id,
        @Nullable String status,
        @Nullable String trackingNumber,
        @Nullable String reference,
        @Nullable List<Offer> offers,
        @Nullable List<Transaction> transactions) {

    List<Offer> offersOrNone() {
        return offers == null ? List.of() : offers;
    }

    List<Transaction> transactionsOrNone() {
        return transactions == null ? List.of() : transactions;
    }

    /** A carrier's offer for the shipment. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Offer(@Nullable String status, @Nullable JsonNode unavailabilityReasons) {}

    /** An attempt to pay for an offer. */
    record Transaction(@Nullable String status, @Nullable JsonNode details) {}
}
