package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.RateBlock;
import io.orderweave.simulator.internal.StateStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What Kaufland itself, or the seller in the portal, does behind the application's back, told by the test. Hosts call it.
 * Thread-safe; unknown ids throw {@link IllegalArgumentException}.
 */
public final class KauflandPlatform {

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;
    private final Pushes pushes;
    private final RateBlock block;
    private final KauflandService service;

    KauflandPlatform(
            KauflandSettings settings,
            StateStore<KauflandState> store,
            Pushes pushes,
            RateBlock block,
            KauflandService service) {
        this.settings = settings;
        this.store = store;
        this.pushes = pushes;
        this.block = block;
        this.service = service;
    }

    /**
     * Refuses every call with 429 for so long on the simulator's clock; a call during the block begins it anew. Not part of the
     * saved state.
     */
    public void blockFor(Duration lasting) {
        block.begin(lasting);
    }

    /**
     * Has callers reach the simulator through a proxy that changes their {@code Host}: from now on signatures are over URLs there. Not
     * part of the saved state.
     *
     * @param address any URL at the proxy; its path is left aside
     */
    public void isReachedAt(URI address) {
        service.isReachedAt(address.getScheme() + "://" + address.getAuthority());
    }

    /** Has a unit's status changed, to any word, also one nobody knows. */
    public void setUnitStatus(long unitId, String status) {
        unit(unitId, unit -> unit.become(status, now()));
    }

    /** Has a return go on: {@code label_generated}, {@code package_sent}, {@code package_received}, ... */
    public void moveReturn(long returnId, String status) {
        String storefront = store.change(state -> {
            ReturnEntry entry = entry(state, returnId);
            entry.become(status, now());
            if (status.equals("package_received")) {
                entry.units.forEach(unit -> {
                    unit.document.put("status", "return_arrived");
                    state.unit(unit.orderUnit).orElseThrow().become(OrderUnit.RETURNED, now());
                });
            }
            return entry.document.path("storefront").asText();
        });
        pushes.tell("return_status_changed", "/returns/" + returnId + "/", storefront);
    }

    /** Tells which parcel brings a return. */
    public void trackReturn(long returnId, String trackingCode) {
        store.change(state -> {
            ReturnEntry entry = entry(state, returnId);
            entry.document.put("tracking_code", trackingCode);
            entry.touched(now());
            return returnId;
        });
    }

    /** Changes a return's JSON itself, for what no step covers. */
    public void editReturn(long returnId, Consumer<ObjectNode> change) {
        store.change(state -> {
            ReturnEntry entry = entry(state, returnId);
            entry.touched(now());
            change.accept(entry.document);
            return returnId;
        });
    }

    /**
     * Puts an invoice of Kaufland's own onto an order, as deemed supplier.
     *
     * @param id may be that of one of the seller's invoices: ids are not unique
     */
    public void provideInvoice(String orderId, long id, String fileName) {
        store.change(state -> {
            KauflandOrder order = KauflandBuyers.order(state, orderId);
            order.invoices.add(new InvoiceEntry(id, true, fileName, "application/pdf", "", now()));
            return orderId;
        });
    }

    /** Puts an offer on sale. Returns its id. */
    public long offer(KauflandOffer offer) {
        return store.change(state -> {
            OfferEntry entry = new OfferEntry();
            entry.id = 7_000 + state.next();
            long product = 362_000_000 + state.next();
            entry.product = OrderWriter.product(product, offer.storefront(), offer.title(), offer.ean());
            offer.picture().ifPresent(address -> entry.product.put("main_picture", address));
            long price = OrderWriter.cents(offer.price());
            entry.document = Json.object()
                    .put("status", "AVAILABLE")
                    .put("currency", offer.storefront().currency())
                    .put("condition", "NEW")
                    .put("id_unit", entry.id)
                    .putNull("note")
                    .put("listing_price", price)
                    .put("minimum_price", price)
                    .put("price", price)
                    .put("id_offer", offer.offerId().orElse(null))
                    .put("id_product", product)
                    .putNull("id_shipping_group")
                    .putNull("id_warehouse")
                    .put("amount", offer.amount())
                    .put("date_inserted_iso", Json.millis(now()))
                    .put("date_lastchange_iso", Json.millis(now()))
                    .put("handling_time", 1)
                    .put("shipping_rate", 0)
                    .put("storefront", offer.storefront().name())
                    .put("transport_time_min", 1)
                    .put("transport_time_max", 3)
                    .put("fulfillment_type", "fulfilled_by_merchant")
                    .put("vat_indicator", "standard_rate");
            state.offers.put(entry.id, entry);
            return entry.id;
        });
    }

    /** Changes an offer's JSON itself, for what no step covers. */
    public void editOffer(long offerId, Consumer<ObjectNode> change) {
        store.change(state -> {
            OfferEntry entry = state.offers.get(offerId);
            if (entry == null) {
                throw new IllegalArgumentException("No such offer: " + offerId);
            }
            change.accept(entry.document);
            return offerId;
        });
    }

    /** Disables every subscription, as Kaufland does with one whose callback did not answer for long. */
    public void disableSubscriptions() {
        store.change(state -> {
            state.subscriptions.values().forEach(one -> one.active = false);
            return state.subscriptions.size();
        });
    }

    /**
     * The notification of an event as Kaufland would post it now, for an endpoint that is not reached over HTTP.
     *
     * @param callbackUrl where it would be posted, which its signature is over
     */
    public KauflandNotification notification(
            String event, String resource, KauflandStorefront storefront, URI callbackUrl) {
        return pushes.signed(event, resource, storefront.id(), callbackUrl.toString());
    }

    /** Sends the notification of an event that did or did not happen, to whoever subscribes. */
    public void tell(String event, String resource, KauflandStorefront storefront) {
        pushes.tell(event, resource, storefront.id());
    }

    private void unit(long unitId, Consumer<OrderUnit> change) {
        store.change(state -> {
            change.accept(state.unit(unitId).orElseThrow(() -> new IllegalArgumentException("No unit " + unitId)));
            return unitId;
        });
    }

    private static ReturnEntry entry(KauflandState state, long returnId) {
        ReturnEntry entry = state.returns.get(returnId);
        if (entry == null) {
            throw new IllegalArgumentException("No such return: " + returnId);
        }
        return entry;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
