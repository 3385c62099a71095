package io.orderweave.couriers.inpost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the organisation's shipments.
 *
 * @param count of all pages together
 */
record InPostPageDto(@Nullable Integer count, @Nullable List<InPostShipmentDto> items) {

    List<InPostShipmentDto> itemsOrNone() {
        return items == null ? List.of() : items;
    }
}
