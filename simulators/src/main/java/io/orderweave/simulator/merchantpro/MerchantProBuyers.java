package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.StateStore;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * What the shop's customers do, told by the test. Hosts call it. Thread-safe; every step is stored before it returns.
 *
 * <p>Steps that a shop would not let a customer take throw {@link IllegalStateException}; unknown orders throw
 * {@link IllegalArgumentException}.
 */
public final class MerchantProBuyers {

    private static final long FIRST_ORDER = 42_200_000;

    private final MerchantProSettings settings;
    private final StateStore<ShopState> store;

    MerchantProBuyers(MerchantProSettings settings, StateStore<ShopState> store) {
        this.settings = settings;
        this.store = store;
    }

    /** Places an order: {@code shipping_status} awaiting, or temporary when the script says so. Returns its id. */
    public String place(MerchantProOrderScript script) {
        return store.change(state -> {
            long number = FIRST_ORDER + state.next();
            ShopOrder order = new ShopOrder();
            order.id = script.part().map(part -> number + "." + part).orElse(Long.toString(number));
            order.document = new OrderWriter(script, settings.clock().instant(), settings.zone())
                    .order(order.id, number + 60_000_000, Ids.hex(1, "order", number, 32));
            state.orders.put(order.id, order);
            return order.id;
        });
    }

    /** Leaves the checkout: a temporary order becomes a real one, awaiting. */
    public void finish(String orderId) {
        step(orderId, order -> {
            require(order, "temporary");
            order.document.put("shipping_status", "awaiting");
        });
    }

    /** Pays all there is to pay. */
    public void pay(String orderId) {
        step(orderId, order -> paid(order, order.document.path("total_amount").decimalValue()));
    }

    /** Pays so much: all of it, a part, or too much. */
    public void payAmount(String orderId, BigDecimal amount) {
        step(orderId, order -> paid(order, amount));
    }

    /** Tries to pay by card, and the bank says no: {@code payment_status} failed. */
    public void failToPay(String orderId) {
        step(orderId, order -> order.document.put("payment_status", "failed"));
    }

    /** Has another shipping address entered. */
    public void changeShippingAddress(String orderId, MerchantProAddress address) {
        step(orderId, order -> {
            require(order, "awaiting");
            order.document.put("shipping_as_billing", false);
            OrderWriter.address(order.document, "shipping", address);
        });
    }

    /** Cancels an order that the shop has not begun. */
    public void cancel(String orderId) {
        step(orderId, order -> {
            require(order, "awaiting");
            order.document.put("shipping_status", "cancelled");
        });
    }

    /** Changes the order's JSON itself, for what no step covers: a value nobody knows yet, a part that is missing. */
    public void edit(String orderId, Consumer<ObjectNode> change) {
        change(orderId, order -> {
            // First, so that an edit of the moment itself stays.
            touch(order);
            change.accept(order.document);
        });
    }

    private void paid(ShopOrder order, BigDecimal amount) {
        if (order.shippingStatus().equals("cancelled")) {
            throw new IllegalStateException("A cancelled order is not paid: " + order.id);
        }
        boolean all = amount.compareTo(order.document.path("total_amount").decimalValue()) >= 0;
        order.document
                .put("paid_amount", Amounts.plain(amount))
                .put("payment_status", all ? "paid" : "awaiting")
                .put("payment_date", OrderWriter.moment(settings.clock().instant(), settings.zone()));
    }

    private void step(String orderId, Consumer<ShopOrder> step) {
        change(orderId, order -> {
            step.accept(order);
            touch(order);
        });
    }

    private void change(String orderId, Consumer<ShopOrder> change) {
        store.change(state -> {
            ShopOrder order = state.order(orderId);
            change.accept(order);
            return order.id;
        });
    }

    private void touch(ShopOrder order) {
        order.touch(settings.clock().instant(), settings.zone());
    }

    private static void require(ShopOrder order, String status) {
        if (!order.shippingStatus().equals(status)) {
            throw new IllegalStateException(
                    "The order must be " + status + ", but is " + order.shippingStatus() + ": " + order.id);
        }
    }
}
