package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.util.Optional;

/** Further parcels of pieces that are sent; nothing stops the same number coming twice, and nothing shows it. */
final class ShipmentsApi {

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;
    private final Carriers carriers;

    ShipmentsApi(KauflandSettings settings, StateStore<KauflandState> store, Carriers carriers) {
        this.settings = settings;
        this.store = store;
        this.carriers = carriers;
    }

    Answer post(Call call, ObjectNode body) {
        JsonNode shipment = body.path("shipment_information");
        Optional<String> number = Json.text(shipment, "tracking_number").filter(text -> !text.isBlank());
        Optional<String> carrier = Json.text(shipment, "carrier_code").filter(carriers::has);
        if (number.isEmpty() || carrier.isEmpty()) {
            return KauflandErrors.invalid("shipment_information", "needs a tracking number and a carrier code");
        }
        return store.change(state -> state.unit(body.path("id_order_unit").asLong())
                .map(unit -> {
                    if (!OrderUnit.AWAY.contains(unit.status())) {
                        return KauflandErrors.notAllowed();
                    }
                    unit.parcels.add(new ParcelEntry(
                            carrier.get(), number.get(), true, settings.clock().instant()));
                    return Answer.empty(204);
                })
                .orElseGet(KauflandErrors::notFound));
    }
}
