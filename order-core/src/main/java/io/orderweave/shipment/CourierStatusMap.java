package io.orderweave.shipment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.StatusId;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Everything in it that cannot be, each as one sentence. */
    public List<String> problems(StatusCatalogue catalogue) {
        List<String> problems = new ArrayList<>();
        Map<Milestone, StatusId> ordered = new EnumMap<>(Milestone.class);
        ordered.putAll(milestones);
        ordered.forEach((milestone, status) -> {
            if (catalogue.find(status).isEmpty()) {
                problems.add(
                        "milestone " + milestone + " leads to status " + status + ", which is not in the catalogue");
            } else if (catalogue.find(status).flatMap(it -> it.phase()).equals(Optional.of(Phase.CANCELLED))) {
                problems.add("milestone " + milestone + " leads to status " + status
                        + ", which cancels; no courier cancels an order");
            }
        });
        return problems;
    }
}
