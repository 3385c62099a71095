package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the buyers do, told by the test. Hosts call it. Thread-safe; every step is stored before it returns.
 *
 * <p>Steps that the real Allegro would not let a buyer take throw {@link IllegalStateException}; unknown forms throw
 * {@link IllegalArgumentException}.
 */
public final class AllegroBuyers {

    private static final Duration MAY_CHANGE = Duration.ofDays(3);
    private static final Set<String> BEGUN = Set.of("PROCESSING", "READY_FOR_SHIPMENT", "SENT");

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Journal journal;
    private final OfferWork offers;

    AllegroBuyers(AllegroSettings settings, StateStore<AllegroState> store, Journal journal, OfferWork offers) {
        this.settings = settings;
        this.store = store;
        this.journal = journal;
        this.offers = offers;
    }

    /** Buys without filling in the form: status BOUGHT, no delivery yet. Returns the checkout form's id. */
    public String buy(AllegroOrderScript script) {
        return store.change(state -> {
            Instant now = settings.clock().instant();
            FormWriter writer = new FormWriter(script, script.boughtAt().orElse(now));
            CheckoutForm form = new CheckoutForm();
            form.id = uuid(state, "form");
            form.document = writer.bought(form.id, () -> uuid(state, "line"));
            form.toFillIn = writer.filledIn(uuid(state, "payment"));
            form.fulfilledByAllegro = script.fulfilledByAllegro();
            changed(form, now);
            state.forms.put(form.id, form);
            offers.sell(state, form);
            journal.write(state, form, "BOUGHT", now, AllegroEventDelivery.ONCE);
            return form.id;
        });
    }

    /** Fills in the form of a bought order: status FILLED_IN, not paid. */
    public void fillIn(String formId) {
        step(formId, (state, form) -> {
            if (form.toFillIn == null) {
                throw new IllegalStateException("The form is filled in already: " + formId);
            }
            form.document.setAll(form.toFillIn);
            form.toFillIn = null;
            changed(form, settings.clock().instant());
            write(state, form, "FILLED_IN", AllegroEventDelivery.ONCE);
        });
    }

    /** Buys and fills in the form: status FILLED_IN. Returns the checkout form's id. */
    public String place(AllegroOrderScript script) {
        String formId = buy(script);
        fillIn(formId);
        return formId;
    }

    /** Places the order and pays it, or has it accepted when it is cash on delivery: status READY_FOR_PROCESSING. */
    public String placeReady(AllegroOrderScript script) {
        String formId = place(script);
        if (script.paymentType() == AllegroPaymentType.CASH_ON_DELIVERY) {
            accept(formId, AllegroEventDelivery.ONCE);
        } else {
            pay(formId);
        }
        return formId;
    }

    /** Pays all that is to pay: status READY_FOR_PROCESSING. */
    public void pay(String formId) {
        pay(formId, AllegroEventDelivery.ONCE);
    }

    /** Pays all that is to pay, with this fate of the event. */
    public void pay(String formId, AllegroEventDelivery event) {
        step(formId, (state, form) -> payIn(state, form, form.totalToPay(), event));
    }

    /** Pays less, or more, than is to pay; the order is READY_FOR_PROCESSING all the same. */
    public void payAmount(String formId, BigDecimal amount) {
        step(formId, (state, form) -> payIn(state, form, amount, AllegroEventDelivery.ONCE));
    }

    /** Makes an order READY_FOR_PROCESSING without money, as cash on delivery and personal pickup do. */
    public void accept(String formId, AllegroEventDelivery event) {
        step(formId, (state, form) -> {
            form.require("FILLED_IN");
            Instant now = settings.clock().instant();
            form.payment().put("finishedAt", Json.millis(now));
            ready(state, form, event);
        });
    }

    /** Pays a surcharge on top; a further READY_FOR_PROCESSING event follows. */
    public void paySurcharge(String formId, BigDecimal amount) {
        step(formId, (state, form) -> {
            form.require("READY_FOR_PROCESSING");
            ObjectNode surcharge = form.payment().deepCopy();
            surcharge.put("id", uuid(state, "surcharge"));
            surcharge.put("finishedAt", Json.millis(settings.clock().instant()));
            surcharge.set("paidAmount", FormWriter.money(amount, form.currency()));
            ((ArrayNode) form.document.path("surcharges")).add(surcharge);
            ready(state, form, AllegroEventDelivery.ONCE);
        });
    }

    /** Changes the delivery address: event BUYER_MODIFIED, a new revision, {@code modifiedAt} set. */
    public void changeAddress(String formId, AllegroAddress address) {
        step(formId, (state, form) -> {
            requireChangeable(form);
            Instant now = settings.clock().instant();
            if (!(form.document.path("delivery") instanceof ObjectNode delivery)) {
                throw new IllegalStateException("The form is not filled in yet: " + formId);
            }
            delivery.set("address", FormWriter.address(address).put("modifiedAt", Json.millis(now)));
            changed(form, now);
            write(state, form, "BUYER_MODIFIED", AllegroEventDelivery.ONCE);
        });
    }

    /** Cancels the order: status CANCELLED, event BUYER_CANCELLED; the seller's own status stays as it is. */
    public void cancel(String formId) {
        step(formId, (state, form) -> {
            requireChangeable(form);
            cancel(state, form, "BUYER_CANCELLED");
        });
    }

    /** Lets Allegro cancel an order that was never paid: status CANCELLED, event AUTO_CANCELLED. */
    public void autoCancel(String formId) {
        step(formId, (state, form) -> {
            if (form.status().equals("READY_FOR_PROCESSING")) {
                throw new IllegalStateException("Only unpaid orders are cancelled automatically: " + formId);
            }
            cancel(state, form, "AUTO_CANCELLED");
        });
    }

    /**
     * Pays two placed orders of one buyer together: both forms vanish, a new one has the line items of both under the ids
     * they had. Returns the new form's id.
     */
    public String payJointly(String firstId, String secondId) {
        return payJointly(firstId, secondId, AllegroEventDelivery.ONCE);
    }

    /** Pays two placed orders together, with this fate of the new form's event. */
    public String payJointly(String firstId, String secondId, AllegroEventDelivery event) {
        return store.change(state -> {
            CheckoutForm first = form(state, firstId);
            CheckoutForm second = form(state, secondId);
            first.require("FILLED_IN");
            second.require("FILLED_IN");
            requireSame("buyer", first, second);
            requireSame("marketplace", first, second);
            if (first.fulfilledByAllegro != second.fulfilledByAllegro) {
                throw new IllegalStateException("The orders are not shipped by the same");
            }
            CheckoutForm joint = new CheckoutForm();
            joint.id = uuid(state, "form");
            joint.document = first.document.deepCopy().put("id", joint.id);
            ((ArrayNode) joint.document.path("lineItems")).addAll((ArrayNode) second.document.path("lineItems"));
            BigDecimal total = first.totalToPay().add(second.totalToPay()).subtract(second.deliveryCost());
            ((ObjectNode) joint.document.path("summary")).set("totalToPay", FormWriter.money(total, joint.currency()));
            joint.fulfilledByAllegro = first.fulfilledByAllegro;
            joint.payment().put("id", uuid(state, "payment"));
            state.forms.keySet().removeAll(Set.of(firstId, secondId));
            state.forms.put(joint.id, joint);
            state.replaced.put(firstId, joint.id);
            state.replaced.put(secondId, joint.id);
            payIn(state, joint, total, event);
            return joint.id;
        });
    }

    /** Lets an event of this form appear now, whatever its state: a late FILLED_IN, a READY_FOR_PROCESSING sent again. */
    public void repeatEvent(String formId, String type) {
        if (!Journal.TYPES.contains(type)) {
            throw new IllegalArgumentException("No such event type: " + type);
        }
        step(formId, (state, form) -> write(state, form, type, AllegroEventDelivery.ONCE));
    }

    /**
     * Changes the form's JSON itself, for what no step covers: a value nobody knows yet, a part that is missing. The form
     * gets a new revision; no event follows.
     */
    public void edit(String formId, Consumer<ObjectNode> change) {
        step(formId, (state, form) -> {
            change.accept(form.document);
            changed(form, settings.clock().instant());
        });
    }

    private void step(String formId, BiConsumer<AllegroState, CheckoutForm> step) {
        store.change(state -> {
            CheckoutForm form = form(state, formId);
            step.accept(state, form);
            return form.id;
        });
    }

    private void payIn(AllegroState state, CheckoutForm form, BigDecimal amount, AllegroEventDelivery event) {
        form.require("FILLED_IN");
        ObjectNode payment = form.payment();
        if (payment.path("type").asText().equals(AllegroPaymentType.CASH_ON_DELIVERY.name())) {
            throw new IllegalStateException("Cash on delivery is not paid in advance, it is accepted: " + form.id);
        }
        payment.put("finishedAt", Json.millis(settings.clock().instant()));
        payment.set("paidAmount", FormWriter.money(amount, form.currency()));
        ready(state, form, event);
    }

    private void ready(AllegroState state, CheckoutForm form, AllegroEventDelivery event) {
        form.document.put("status", "READY_FOR_PROCESSING");
        changed(form, settings.clock().instant());
        write(state, form, "READY_FOR_PROCESSING", event);
    }

    private void cancel(AllegroState state, CheckoutForm form, String type) {
        form.document.put("status", "CANCELLED");
        changed(form, settings.clock().instant());
        write(state, form, type, AllegroEventDelivery.ONCE);
    }

    private void changed(CheckoutForm form, Instant now) {
        form.revisions++;
        form.document.put("updatedAt", Json.millis(now));
        form.document.put("revision", Ids.hex(settings.seed(), "revision of " + form.id, form.revisions, 8));
    }

    private void write(AllegroState state, CheckoutForm form, String type, AllegroEventDelivery event) {
        journal.write(state, form, type, settings.clock().instant(), event);
    }

    private String uuid(AllegroState state, String kind) {
        return Ids.uuid(settings.seed(), kind, state.next());
    }

    /** Allegro lets buyers change their mind for three days, as long as the seller has not begun. */
    private void requireChangeable(CheckoutForm form) {
        Instant now = settings.clock().instant();
        boolean begun = BEGUN.contains(form.fulfillmentStatus(now)) || !form.shipments.isEmpty();
        boolean late = form.boughtAt().plus(MAY_CHANGE).isBefore(now);
        if (begun || late || form.status().equals("CANCELLED")) {
            throw new IllegalStateException("Allegro does not let the buyer change this order any more: " + form.id);
        }
    }

    private static void requireSame(String part, CheckoutForm first, CheckoutForm second) {
        if (!first.document
                .path(part)
                .path("id")
                .equals(second.document.path(part).path("id"))) {
            throw new IllegalStateException("Only orders of the same " + part + " are paid jointly");
        }
    }

    private static CheckoutForm form(AllegroState state, String formId) {
        CheckoutForm form = state.forms.get(formId);
        if (form == null) {
            throw new IllegalArgumentException("No such checkout form: " + formId);
        }
        return form;
    }
}
