package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tracking number to add.
 *
 * @param carrierName only with carrier OTHER
 * @param lineItems absent for all lines
 */
record AllegroNewShipmentDto(
        String carrierId,
        String waybill,
        @Nullable String carrierName,
        @Nullable List<Line> lineItems) {

    record Line(String id) {}
}
