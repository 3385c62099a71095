package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.util.function.Consumer;

/**
 * What buyers send back, told by the test. Hosts call it. Thread-safe; every step is stored before it returns. Unknown forms and
 * returns throw {@link IllegalArgumentException}.
 */
public final class AllegroReturns {

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;

    AllegroReturns(AllegroSettings settings, StateStore<AllegroState> store) {
        this.settings = settings;
        this.store = store;
    }

    /**
     * Announces that so many pieces of an offer of the order come back: status CREATED. Returns the return's id.
     *
     * @param reason Allegro's term, such as {@code MISTAKE} or {@code DAMAGED}
     */
    public String announce(String formId, String offerId, int quantity, String reason) {
        return store.change(state -> {
            CheckoutForm form = state.forms.get(formId);
            if (form == null) {
                throw new IllegalArgumentException("No such checkout form: " + formId);
            }
            long number = state.next();
            CustomerReturn one = new CustomerReturn();
            one.document
                    .put("id", Ids.uuid(settings.seed(), "return", number))
                    .put("isFulfillment", false)
                    .put("createdAt", Json.millis(settings.clock().instant()))
                    .put("referenceNumber", number + "/R")
                    .put("orderId", formId);
            one.document
                    .putObject("buyer")
                    .put("email", form.document.at("/buyer/email").asText())
                    .put("login", form.document.at("/buyer/login").asText());
            one.document.putArray("items").add(item(form, offerId, quantity, reason));
            one.document.putArray("parcels");
            one.document
                    .put("marketplaceId", form.document.at("/marketplace/id").asText())
                    .put("status", "CREATED");
            state.returns.put(one.id(), one);
            return one.id();
        });
    }

    /** Hands the parcel to a carrier: status DISPATCHED. */
    public void dispatch(String returnId, String carrierId, String waybill) {
        edit(returnId, document -> {
            ObjectNode parcel = Json.object()
                    .put("createdAt", Json.millis(settings.clock().instant()))
                    .put("waybill", waybill)
                    .putNull("transportingWaybill")
                    .put("carrierId", carrierId)
                    .putNull("transportingCarrierId");
            ((ArrayNode) document.path("parcels")).add(parcel);
            document.put("status", "DISPATCHED");
        });
    }

    /** Sets the status, such as {@code DELIVERED} or {@code FINISHED}. */
    public void setStatus(String returnId, String status) {
        edit(returnId, document -> document.put("status", status));
    }

    /** Changes the return's JSON itself, for what no step covers. */
    public void edit(String returnId, Consumer<ObjectNode> change) {
        store.change(state -> {
            CustomerReturn one = state.returns.get(returnId);
            if (one == null) {
                throw new IllegalArgumentException("No such customer return: " + returnId);
            }
            change.accept(one.document);
            return returnId;
        });
    }

    private static ObjectNode item(CheckoutForm form, String offerId, int quantity, String reason) {
        for (JsonNode line : form.document.path("lineItems")) {
            if (line.at("/offer/id").asText().equals(offerId)) {
                ObjectNode item = Json.object()
                        .put("offerId", offerId)
                        .put("quantity", quantity)
                        .put("name", line.at("/offer/name").asText());
                item.set("price", line.path("price"));
                item.put("url", "https://allegro.example/oferta/" + offerId);
                item.putObject("reason").put("type", reason).put("userComment", "Nie pasuje");
                item.putArray("serialNumbers");
                return item;
            }
        }
        throw new IllegalArgumentException("No such offer in the order: " + offerId);
    }
}
