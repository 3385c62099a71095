package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the buyers do, told by the test. Hosts call it. Thread-safe; every step is stored before it returns, and subscribers are told.
 *
 * <p>Steps that do not follow on the state of things throw {@link IllegalStateException}; unknown orders throw
 * {@link IllegalArgumentException}.
 */
public final class KauflandBuyers {

    private static final long FIRST_UNIT = 314_567_000_000_000L;

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;
    private final Pushes pushes;

    KauflandBuyers(KauflandSettings settings, StateStore<KauflandState> store, Pushes pushes) {
        this.settings = settings;
        this.store = store;
        this.pushes = pushes;
    }

    /** Places an order: its units are open, which is not yet to be sent. Returns the order's id. */
    public String place(KauflandOrderScript script) {
        if (!settings.storefronts().contains(script.storefront())) {
            throw new IllegalArgumentException("The seller has no storefront " + script.storefront());
        }
        String orderId = store.change(state -> write(state, script).id);
        pushes.tell("order_new", "/orders/" + orderId + "/", script.storefront().id());
        return orderId;
    }

    /** Places an order and pays it, upon which Kaufland releases it: its units need to be sent. */
    public String placeReady(KauflandOrderScript script) {
        String orderId = place(script);
        pay(orderId);
        return orderId;
    }

    /** Pays: Kaufland releases what is open. */
    public void pay(String orderId) {
        step(orderId, OrderUnit.OPEN, OrderUnit.NEED_TO_BE_SENT);
    }

    /** Has Kaufland cancel all that is not sent: buyers cannot do so themselves. */
    public void cancel(String orderId) {
        change(
                orderId,
                order -> order.units.stream()
                        .filter(unit -> !OrderUnit.AWAY.contains(unit.status()))
                        .forEach(unit -> {
                            unit.document.put("cancel_reason", "BuyerCancelled");
                            unit.become(OrderUnit.CANCELLED, now());
                        }));
    }

    /** Confirms that all that was sent has come. */
    public void receive(String orderId) {
        step(orderId, OrderUnit.SENT, "received");
    }

    /** Moves to another address, before anything is sent. */
    public void changeAddress(String orderId, ObjectNode address) {
        change(orderId, order -> {
            order.document.set("shipping_address", address);
            order.units.forEach(unit -> unit.touched(now()));
        });
    }

    /** Announces that these units of an order come back. Returns the return's id. */
    public long announceReturn(String orderId, Collection<Long> units, String reason, String note) {
        Told told = store.change(state -> {
            KauflandOrder order = order(state, orderId);
            ReturnEntry made = new ReturnEntry();
            made.id = 675_000 + state.next();
            made.orderId = orderId;
            String now = Json.seconds(now());
            made.document = Json.object()
                    .put("id_return", made.id)
                    .put("ts_created_iso", now)
                    .put("ts_updated_iso", now)
                    .put("storefront", order.storefront())
                    .put("tracking_provider", "DHL")
                    .putNull("tracking_code")
                    .put("status", "return_requested")
                    .put("fulfillment_type", "fulfilled_by_merchant");
            units.forEach(unit -> made.units.add(returned(state, made, order, unit, reason, note)));
            state.returns.put(made.id, made);
            return new Told(order.storefront(), List.of(made.id));
        });
        long id = told.ids().get(0);
        pushes.tell("return_new", "/returns/" + id + "/", told.storefront());
        return id;
    }

    /**
     * Changes the order's JSON itself, for what no step covers: a value nobody knows yet, a part that is missing. The order
     * counts as updated; nobody is told.
     */
    public void edit(String orderId, Consumer<ObjectNode> change) {
        store.change(state -> {
            KauflandOrder order = order(state, orderId);
            change.accept(order.document);
            order.units.forEach(unit -> unit.touched(now()));
            return orderId;
        });
    }

    /** Changes the JSON of one unit, as {@link #edit}. */
    public void editUnit(long unitId, Consumer<ObjectNode> change) {
        store.change(state -> {
            OrderUnit unit = state.unit(unitId).orElseThrow(() -> new IllegalArgumentException("No unit " + unitId));
            unit.touched(now());
            change.accept(unit.document);
            return unitId;
        });
    }

    private KauflandOrder write(KauflandState state, KauflandOrderScript script) {
        OrderWriter writer = new OrderWriter(script, script.placedAt().orElseGet(this::now));
        KauflandOrder order = new KauflandOrder();
        order.number = state.next();
        order.id = "M" + Ids.hex(settings.seed(), "order", order.number, 6).toUpperCase(Locale.ROOT);
        order.document = writer.order(order.id, 21_000_000 + order.number);
        order.pickup = script.pickup().map(OrderWriter::pickup).orElse(null);
        Map<KauflandItem, Long> products = new HashMap<>();
        for (KauflandItem item : script.items()) {
            long product = products.computeIfAbsent(item, unseen -> 362_000_000 + state.next());
            for (int piece = 0; piece < item.quantity(); piece++) {
                OrderUnit unit = new OrderUnit();
                unit.id = FIRST_UNIT + state.next();
                unit.document = writer.unit(order.id, unit.id, product, item);
                order.units.add(unit);
            }
        }
        state.orders.put(order.id, order);
        return order;
    }

    private ReturnEntry.ReturnUnit returned(
            KauflandState state, ReturnEntry entry, KauflandOrder order, long unitId, String reason, String note) {
        OrderUnit ordered = order.units.stream()
                .filter(unit -> unit.id == unitId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit " + unitId + " in " + order.id));
        if (!OrderUnit.AWAY.contains(ordered.status())) {
            throw new IllegalStateException("Only what was sent comes back: " + unitId);
        }
        ReturnEntry.ReturnUnit unit = new ReturnEntry.ReturnUnit();
        unit.id = 45_000_000 + state.next();
        unit.orderUnit = unitId;
        unit.document = Json.object()
                .put("id_return_unit", unit.id)
                .put("id_return", entry.id)
                .put("id_order_unit", unitId)
                .put("ts_created_iso", Json.seconds(now()))
                .put("status", "need_to_be_returned")
                .put("note", note)
                .put("reason", reason)
                .put("storefront", order.storefront())
                .put("fulfillment_type", "fulfilled_by_merchant");
        return unit;
    }

    private void step(String orderId, String from, String to) {
        change(orderId, order -> {
            List<OrderUnit> due = order.units.stream()
                    .filter(unit -> unit.status().equals(from))
                    .toList();
            if (due.isEmpty()) {
                throw new IllegalStateException("Nothing of the order is " + from + ": " + orderId);
            }
            due.forEach(unit -> unit.become(to, now()));
        });
    }

    private void change(String orderId, Consumer<KauflandOrder> change) {
        Told told = store.change(state -> {
            KauflandOrder order = order(state, orderId);
            change.accept(order);
            return new Told(
                    order.storefront(),
                    order.units.stream().map(unit -> unit.id).toList());
        });
        told.ids()
                .forEach(unit ->
                        pushes.tell("order_unit_status_changed", "/order-units/" + unit + "/", told.storefront()));
    }

    private Instant now() {
        return settings.clock().instant();
    }

    static KauflandOrder order(KauflandState state, String orderId) {
        KauflandOrder order = state.orders.get(orderId);
        if (order == null) {
            throw new IllegalArgumentException("No such order: " + orderId);
        }
        return order;
    }

    /** What subscribers are told of. */
    private record Told(String storefront, List<Long> ids) {}
}
