package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.RateBlock;
import io.orderweave.simulator.internal.StateStore;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * What Allegro itself, or the seller's other tools, do behind the application's back, told by the test. Hosts call it.
 * Thread-safe; unknown forms throw {@link IllegalArgumentException}.
 */
public final class AllegroPlatform {

    private final StateStore<AllegroState> store;
    private final ShipmentsApi shipments;
    private final FulfillmentApi fulfillment;
    private final RateBlock block;

    AllegroPlatform(
            StateStore<AllegroState> store, ShipmentsApi shipments, FulfillmentApi fulfillment, RateBlock block) {
        this.store = store;
        this.shipments = shipments;
        this.fulfillment = fulfillment;
        this.block = block;
    }

    /**
     * Refuses every call of the REST API with 429 for so long on the simulator's clock; a call during the block begins it
     * anew, as at the real Allegro. Not part of the saved state.
     */
    public void blockFor(Duration lasting) {
        block.begin(lasting);
    }

    /** Enters a waybill that did not come over the API: typed by hand, or by Ship with Allegro. */
    public void enterWaybill(String formId, String carrierId, String waybill) {
        step(formId, (state, form) -> shipments.addElsewhere(state, form, carrierId, waybill));
    }

    /** Has the seller's status changed in the web panel. */
    public void setFulfillment(String formId, String status) {
        step(formId, (state, form) -> fulfillment.set(state, form, status));
    }

    /** Marks the order RETURNED, which only Allegro can do. */
    public void markReturned(String formId) {
        setFulfillment(formId, "RETURNED");
    }

    /** Lets the virus scan reject the files uploaded to this order from now on. */
    public void rejectInvoices(String formId) {
        step(formId, (state, form) -> form.rejectsScans = true);
    }

    /** Lets refunds of this order fail from now on: they are taken, and CANCELED when their time is over. */
    public void rejectRefunds(String formId) {
        step(formId, (state, form) -> form.rejectsRefunds = true);
    }

    private void step(String formId, BiConsumer<AllegroState, CheckoutForm> step) {
        store.change(state -> {
            CheckoutForm form = state.forms.get(formId);
            if (form == null) {
                throw new IllegalArgumentException("No such checkout form: " + formId);
            }
            step.accept(state, form);
            return form.id;
        });
    }
}
