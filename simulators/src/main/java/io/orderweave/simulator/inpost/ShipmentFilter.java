package io.orderweave.simulator.inpost;

import io.orderweave.simulator.internal.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The filters of the shipment list; there is none by reference, so callers compare it themselves. Immutable. */
final class ShipmentFilter {

    private final List<Predicate<InPostShipment>> conditions = new ArrayList<>();

    /**
     * Reads the filters.
     *
     * @throws java.time.format.DateTimeParseException if a moment is not ISO 8601 with an offset
     */
    ShipmentFilter(Query query) {
        oneOf(query.all("id"), shipment -> Long.toString(shipment.id));
        oneOf(query.all("status"), shipment -> shipment.status);
        oneOf(query.all("service"), InPostShipment::service);
        oneOf(query.all("tracking_number"), shipment -> String.valueOf(shipment.trackingNumber));
        query.first("created_at_gteq")
                .map(ShipmentFilter::moment)
                .ifPresent(bound -> conditions.add(shipment -> !shipment.createdAt.isBefore(bound)));
        query.first("created_at_lteq")
                .map(ShipmentFilter::moment)
                .ifPresent(bound -> conditions.add(shipment -> !shipment.createdAt.isAfter(bound)));
    }

    boolean lets(InPostShipment shipment) {
        return conditions.stream().allMatch(condition -> condition.test(shipment));
    }

    private void oneOf(List<String> wanted, Function<InPostShipment, String> part) {
        if (!wanted.isEmpty()) {
            conditions.add(shipment -> wanted.contains(part.apply(shipment)));
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
