package io.orderweave.simulator.merchantpro;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the simulated shop remembers; guarded by its state store. */
final class ShopState {

    /** Counts what ids are made of. */
    long made;

    final Map<String, ShopOrder> orders = new LinkedHashMap<>();
    final Map<String, ShopProduct> products = new LinkedHashMap<>();

    long next() {
        return ++made;
    }

    ShopOrder order(String id) {
        return known(orders.get(id), "order", id);
    }

    ShopProduct product(String id) {
        return known(products.get(id), "product", id);
    }

    private static <T> T known(@Nullable T found, String what, String id) {
        if (found == null) {
            throw new IllegalArgumentException("No such " + what + ": " + id);
        }
        return found;
    }
}
