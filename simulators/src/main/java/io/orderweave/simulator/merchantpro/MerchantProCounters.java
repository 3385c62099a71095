package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the simulated shop has stored, counted at one moment: the judge of "exactly once". It survives a restart on the same state
 * file. Immutable.
 */
public final class MerchantProCounters {

    private final Map<String, MerchantProOrderCounters> orders;
    private final Map<String, MerchantProProductCounters> products;

    private MerchantProCounters(
            Map<String, MerchantProOrderCounters> orders, Map<String, MerchantProProductCounters> products) {
        this.orders = orders;
        this.products = products;
    }

    static MerchantProCounters of(ShopState state) {
        Map<String, MerchantProOrderCounters> orders = new LinkedHashMap<>();
        state.orders.values().forEach(order -> orders.put(order.id, count(order)));
        Map<String, MerchantProProductCounters> products = new LinkedHashMap<>();
        state.products.values().forEach(product -> products.put(product.id, count(product)));
        return new MerchantProCounters(orders, products);
    }

    /** Every order. */
    public List<MerchantProOrderCounters> orders() {
        return List.copyOf(orders.values());
    }

    /**
     * One order.
     *
     * @throws IllegalArgumentException if there is no such order
     */
    public MerchantProOrderCounters order(String orderId) {
        MerchantProOrderCounters order = orders.get(orderId);
        if (order == null) {
            throw new IllegalArgumentException("No such order: " + orderId);
        }
        return order;
    }

    /**
     * One product.
     *
     * @throws IllegalArgumentException if there is no such product
     */
    public MerchantProProductCounters product(String productId) {
        MerchantProProductCounters product = products.get(productId);
        if (product == null) {
            throw new IllegalArgumentException("No such product: " + productId);
        }
        return product;
    }

    /** What is there more than once and must not be, a sentence each; empty when all happened at most once. */
    public List<String> duplicates() {
        List<String> found = new ArrayList<>();
        orders.values().forEach(order -> {
            Tally.of(order.actions()).forEach((action, times) -> report(found, order, "status " + action, times));
            order.trackingNumbers().forEach((number, times) -> report(found, order, "tracking " + number, times));
            report(found, order, "invoice", order.invoices());
        });
        return List.copyOf(found);
    }

    private static void report(List<String> found, MerchantProOrderCounters order, String what, int times) {
        if (times > 1) {
            found.add("order " + order.orderId() + " has " + what + " " + times + " times");
        }
    }

    private static MerchantProOrderCounters count(ShopOrder order) {
        return new MerchantProOrderCounters(
                order.id,
                order.actions,
                Tally.of(order.trackingNumbers()),
                order.trackingWrites,
                order.invoices,
                order.lineReplacements,
                order.refusals);
    }

    private static MerchantProProductCounters count(ShopProduct product) {
        return new MerchantProProductCounters(
                product.id,
                product.document.path(ShopProduct.VARIANTS).findValuesAsText("id"),
                product.writes,
                product.refusals);
    }
}
