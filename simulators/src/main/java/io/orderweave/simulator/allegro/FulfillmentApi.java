package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The seller's status. As at the real Allegro no order of statuses is enforced, neither {@code updatedAt} nor the revision
 * moves, and every write, also a repeated one, counts towards a hidden cap.
 */
final class FulfillmentApi {

    private static final Set<String> SETTABLE = Set.of(
            "NEW",
            "PROCESSING",
            "READY_FOR_SHIPMENT",
            "READY_FOR_PICKUP",
            "SENT",
            "PICKED_UP",
            "CANCELLED",
            "SUSPENDED");
    private static final Set<String> LINE_ITEMS_SENT = Set.of("NONE", "SOME", "ALL");

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Journal journal;

    FulfillmentApi(AllegroSettings settings, StateStore<AllegroState> store, Journal journal) {
        this.settings = settings;
        this.store = store;
        this.journal = journal;
    }

    Answer put(Call call, ObjectNode body) {
        return store.change(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            return form == null ? AllegroErrors.formNotFound(call) : write(state, form, call, body);
        });
    }

    /** Sets the status, however it came about, and tells the journal when it is another one. */
    void set(AllegroState state, CheckoutForm form, String status) {
        Instant now = settings.clock().instant();
        boolean other = !form.fulfillmentStatus(now).equals(status);
        form.fulfillmentWrites.add(new FulfillmentWrite(status, now));
        if (other) {
            journal.write(state, form, "FULFILLMENT_STATUS_CHANGED", now, AllegroEventDelivery.ONCE);
        }
    }

    private Answer write(AllegroState state, CheckoutForm form, Call call, ObjectNode body) {
        Optional<String> status = Json.text(body, "status");
        if (status.isEmpty() || !SETTABLE.contains(status.get())) {
            return refused(form, 422, "FulfillmentStatusInvalid", "Status is unknown or cannot be set", "status");
        }
        Optional<String> sent = Json.text(body.path("shipmentSummary"), "lineItemsSent");
        if (sent.isPresent() && !LINE_ITEMS_SENT.contains(sent.get())) {
            return refused(form, 422, "LineItemsSentInvalid", "Unknown value", "shipmentSummary.lineItemsSent");
        }
        Optional<String> revision = call.query().first("checkoutForm.revision");
        if (revision.isPresent() && !revision.get().equals(form.revision())) {
            return refused(form, 409, "RevisionOutdated", "Provided revision is outdated", "checkoutForm.revision");
        }
        if (form.fulfillmentWrites.size() >= settings.fulfillmentWritesPerOrder()) {
            form.refused("SellerOrdersStoreUnprocessableEntityException");
            return AllegroErrors.tooManyOperations();
        }
        sent.ifPresent(value -> form.lineItemsSent = value);
        set(state, form, status.get());
        return Answer.empty(204);
    }

    private static Answer refused(CheckoutForm form, int status, String code, String message, String path) {
        form.refused(code);
        return AllegroErrors.error(status, code, message, path);
    }
}
