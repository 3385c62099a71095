package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Stall's orders: one, or its list of changes, whose cursor is our checkpoint. */
final class StallOrders implements OrderFeed, OrderReader {

    static final int MOST_PER_PAGE = 50;

    /** The cursor is older than Stall remembers. */
    private static final int FORGOTTEN = 410;

    private final StallApi api;

    StallOrders(StallApi api) {
        this.api = api;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        int size = Math.max(1, Math.min(limit, MOST_PER_PAGE));
        @Nullable String cursor = from.map(Checkpoint::value).orElse(null);
        Reply<RawJson> reply = api.orders(cursor, size);
        // From the beginning, when it is forgotten: what comes again does no harm, what is missed does.
        Reply<RawJson> page = reply.status() == FORGOTTEN ? api.orders(null, size) : reply;
        // An answer without the list is not an answer without orders.
        if (!(page instanceof Reply.Done<RawJson> done)
                || !done.body().tree().path("orders").isArray()) {
            throw StallJson.broken("no orders, status " + page.status());
        }
        return new Batch(
                done.body().elements("orders").stream().map(StallOrderMapper::item).toList(),
                new Checkpoint(1, StallJson.required(done.body().tree(), "/cursor")),
                done.body().tree().path("more").asBoolean());
    }

    @Override
    public Item read(String externalId) {
        return StallOrderMapper.isOrderId(externalId) && api.order(externalId) instanceof Reply.Done<RawJson> done
                ? StallOrderMapper.item(done.body())
                : new Item.Gone(externalId);
    }
}
