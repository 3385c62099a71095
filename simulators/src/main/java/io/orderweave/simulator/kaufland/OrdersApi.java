package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads of orders: the list, newest first, and one. */
final class OrdersApi {

    private static final Set<String> EMBEDDABLE = Set.of("order_invoices", "delivery", "kss_delivery");

    private final StateStore<KauflandState> store;

    OrdersApi(StateStore<KauflandState> store) {
        this.store = store;
    }

    Answer list(Call call) {
        Optional<Page> page = Page.of(call, Page.MOST);
        Optional<String> storefront = call.query().first("storefront");
        Optional<Instant> created;
        Optional<Instant> updated;
        try {
            created = call.query().first("ts_created_from_iso").map(Instant::parse);
            updated = call.query().first("ts_units_updated_from_iso").map(Instant::parse);
        } catch (DateTimeException e) {
            return KauflandErrors.invalid("ts_units_updated_from_iso", "must be in YYYY-MM-ddTHH:mm:ssZ format");
        }
        if (page.isEmpty()) {
            return KauflandErrors.invalid("limit", "must be between 1 and 100");
        }
        List<ObjectNode> found = store.read(state -> state.orders.values().stream()
                .filter(order -> storefront.stream().allMatch(order.storefront()::equalsIgnoreCase))
                .filter(order -> isAfter(order.createdAt(), created))
                .filter(order -> isAfter(order.unitsUpdatedAt(), updated))
                .sorted(Comparator.comparingLong((KauflandOrder order) -> order.number)
                        .reversed())
                .map(KauflandOrder::listed)
                .toList());
        return page.get().show(found);
    }

    Answer one(Call call) {
        Set<String> embedded = Embedded.of(call);
        if (!EMBEDDABLE.containsAll(embedded)) {
            return KauflandErrors.invalid("embedded", "has a value that cannot be embedded");
        }
        return store.read(state -> Optional.ofNullable(state.orders.get(call.variable("id")))
                        .map(order -> order.shown(embedded)))
                .map(order -> Page.one(200, order))
                .orElseGet(KauflandErrors::notFound);
    }

    private static boolean isAfter(String moment, Optional<Instant> from) {
        return from.stream().noneMatch(bound -> moment.compareTo(Json.seconds(bound)) < 0);
    }
}
