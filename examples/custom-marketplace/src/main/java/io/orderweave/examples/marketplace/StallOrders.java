package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.Optional;

/** Reads Stall's orders: one, or its list of changes, whose cursor is our checkpoint. */
final class StallOrders implements OrderFeed, OrderReader {

    static final int MOST_PER_PAGE = 50;

    private final StallApi api;

    StallOrders(StallApi api) {
        this.api = api;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        int size = Math.max(1, Math.min(limit, MOST_PER_PAGE));
        Reply<RawJson> reply = api.orders(from.map(Checkpoint::value).orElse(null), size);
        // 410: the cursor is forgotten. From the beginning then: what comes again does no harm, what is missed does.
        Reply<RawJson> page = reply.status() == 410 ? api.orders(null, size) : reply;
        // An answer without the list is not an answer without orders.
        RawJson list = page.ifThere("stall orders")
                .filter(answer ->
                        answer.hasArray("orders") && answer.text("cursor").matches("\\d{1,18}"))
                .orElseThrow(() -> StallJson.broken("no orders, status " + page.status()));
        return new Batch(
                list.elements("orders").stream().map(StallOrderMapper::item).toList(),
                new Checkpoint(1, list.tree().path("cursor").asText()),
                list.tree().path("more").asBoolean());
    }

    @Override
    public Item read(String externalId) {
        return Optional.of(externalId)
                .filter(StallOrderMapper::isOrderId)
                .flatMap(id -> api.order(id).ifThere("stall order"))
                .map(StallOrderMapper::item)
                .orElseGet(() -> new Item.Gone(externalId));
    }
}
