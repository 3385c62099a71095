package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the shop's staff and its provider do behind the application's back, told by the test. Hosts call it. Thread-safe; unknown
 * orders and products throw {@link IllegalArgumentException}.
 */
public final class MerchantProShop {

    private static final long FIRST_PRODUCT = 125_000;

    private final MerchantProSettings settings;
    private final StateStore<ShopState> store;
    private final RequestWindows windows;

    MerchantProShop(MerchantProSettings settings, StateStore<ShopState> store, RequestWindows windows) {
        this.settings = settings;
        this.store = store;
        this.windows = windows;
    }

    /** Answers every call with 429 for so long on the simulator's clock; calling during it begins it anew. Not part of the saved state. */
    public void blockFor(Duration lasting) {
        windows.block(lasting);
    }

    /** Has the order's {@code shipping_status} set in the panel: any word, also one nobody knows. */
    public void setShippingStatus(String orderId, String status) {
        step(orderId, order -> order.document.put("shipping_status", status));
    }

    /** Has the order's {@code payment_status} set in the panel: any word, also one nobody knows. */
    public void setPaymentStatus(String orderId, String status) {
        step(orderId, order -> order.document.put("payment_status", status));
    }

    /** Types a tracking number into the panel. */
    public void enterTrackingNumber(String orderId, String number) {
        step(orderId, order -> order.document.put(ShopOrder.TRACKING, number));
    }

    /** Takes the goods back: {@code shipping_status} returned, {@code has_returns} true. */
    public void takeBack(String orderId) {
        step(orderId, order -> order.document.put("shipping_status", "returned").put("has_returns", true));
    }

    /** Deletes the order: from now on it is 404, and later pages of lists move up. */
    public void delete(String orderId) {
        store.change(state -> {
            state.order(orderId);
            return state.orders.remove(orderId) != null;
        });
    }

    /** Adds a product. Returns its id. */
    public String add(MerchantProProduct product) {
        return store.change(state -> {
            ShopProduct added = new ShopProduct();
            added.id = Long.toString(FIRST_PRODUCT + state.next());
            added.document = new ProductWriter(product, state::next)
                    .product(added.id, OrderWriter.moment(settings.clock().instant(), settings.zone()));
            state.products.put(added.id, added);
            return added.id;
        });
    }

    /** The ids of the product's variants, in its order. */
    public List<String> variantsOf(String productId) {
        return store.read(state -> {
            ShopProduct product = state.product(productId);
            return product.document.path(ShopProduct.VARIANTS).findValuesAsText("id");
        });
    }

    /** Takes a product off the shop's pages. */
    public void switchOff(String productId) {
        store.change(state -> {
            ShopProduct product = state.product(productId);
            product.document
                    .put("status", "off")
                    .put("date_modified", OrderWriter.moment(settings.clock().instant(), settings.zone()));
            return product.id;
        });
    }

    /** Changes the product's JSON itself, for what no step covers. */
    public void editProduct(String productId, Consumer<ObjectNode> change) {
        store.change(state -> {
            ShopProduct product = state.product(productId);
            product.document.put(
                    "date_modified", OrderWriter.moment(settings.clock().instant(), settings.zone()));
            change.accept(product.document);
            return product.id;
        });
    }

    private void step(String orderId, Consumer<ShopOrder> step) {
        store.change(state -> {
            ShopOrder order = state.order(orderId);
            step.accept(order);
            order.touch(settings.clock().instant(), settings.zone());
            return order.id;
        });
    }
}
