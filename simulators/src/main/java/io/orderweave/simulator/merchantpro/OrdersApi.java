package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Query;
import io.orderweave.simulator.internal.StateStore;
import java.util.Optional;
import java.util.Set;

/** Reads of orders. Lines and tags are only shown when {@code include} names them. */
final class OrdersApi {

    private static final Set<String> FIELDS =
            Set.of("id", "shipping_status", "payment_status", "payment_method_code", "shipping_substatus_id");

    private final StateStore<ShopState> store;
    private final Listing listing;
    private final Filters filters;

    OrdersApi(MerchantProSettings settings, StateStore<ShopState> store, Listing listing) {
        this.store = store;
        this.listing = listing;
        this.filters = new Filters(FIELDS, settings.dateFilters());
    }

    Answer list(Call call) {
        Query query = call.query();
        return listing.answer(
                call,
                filters,
                () -> store.read(state -> state.orders.values().stream()
                        .filter(order -> filters.lets(order.document, query))
                        .map(order -> shown(order, query))
                        .toList()));
    }

    Answer one(Call call) {
        return store.read(state -> Optional.ofNullable(state.orders.get(call.variable("id")))
                        .map(order -> shown(order, call.query())))
                .map(order -> Answer.json(200, Listing.fields(order, call.query())))
                .orElseGet(() -> MerchantProErrors.notFound("order"));
    }

    static ObjectNode shown(ShopOrder order, Query query) {
        ObjectNode whole = order.document.deepCopy();
        ArrayNode tags = whole.putArray("tags");
        order.tags.forEach(tag -> tags.addObject().put("name", tag));
        return Listing.included(whole, query, ShopOrder.LINES, "tags");
    }
}
