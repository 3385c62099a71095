package io.orderweave.courier;

import io.orderweave.connection.Lookup;

/** Looks a shipment up by our reference. */
public interface ShipmentSearch {

    /**
     * Whether the courier has a live shipment of that reference.
     *
     * @return {@link Lookup.Underway} with the handle for {@link Courier#resume}, which then tells the rest, or Absent; a cancelled
     *     shipment counts as absent
     */
    Lookup find(String reference);
}
