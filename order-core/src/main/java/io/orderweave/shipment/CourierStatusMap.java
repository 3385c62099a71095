package io.orderweave.shipment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.StatusId;
import java.util.Map;

/**
 * The shop's status for each milestone of a courier's parcels, a table beside the rules. A row that would lead an order back is passed
 * over; no row cancels an order, for what becomes of one that came back is a person's decision.
 */
public record CourierStatusMap(@JsonValue Map<Milestone, StatusId> milestones) {

    public static final CourierStatusMap EMPTY = new CourierStatusMap(Map.of());

    @JsonCreator
    public CourierStatusMap {
        milestones = Map.copyOf(milestones);
    }
}
