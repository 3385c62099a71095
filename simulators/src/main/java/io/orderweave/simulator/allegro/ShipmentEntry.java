package io.orderweave.simulator.allegro;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One waybill entered in an order. */
record ShipmentEntry(
        String id,
        String waybill,
        String carrierId,
        @Nullable String carrierName,
        List<String> lineItems,
        Instant createdAt) {}
