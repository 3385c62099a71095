package io.orderweave.tck.channel;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a feed as the engine does: what a batch brings is saved together with its checkpoint, and the next goes on from there. */
final class OrderFeedReader {

    private static final int MOST_POLLS = 200;

    private Optional<Checkpoint> at = Optional.empty();

    /** One batch, saved. */
    OrderFeed.Batch readOne(OrderFeed feed, int limit) {
        OrderFeed.Batch batch = feed.poll(at, limit);
        at = Optional.of(batch.next());
        return batch;
    }

    /** Everything there is. */
    List<Item> readAll(OrderFeed feed, int limit) {
        List<Item> items = new ArrayList<>();
        for (int polls = 0; polls < MOST_POLLS; polls++) {
            OrderFeed.Batch batch = readOne(feed, limit);
            items.addAll(batch.items());
            if (!batch.more()) {
                return items;
            }
        }
        throw new AssertionError("the feed still has more after " + MOST_POLLS + " polls");
    }

    Optional<Checkpoint> checkpoint() {
        return at;
    }

    /** The item that came last for each order, by the order's id. */
    static Map<String, Item> latest(List<Item> items) {
        Map<String, Item> latest = new LinkedHashMap<>();
        items.forEach(item -> latest.put(idOf(item), item));
        return latest;
    }

    /** The item of the order, which must be there. */
    static Item item(Map<String, Item> items, String id) {
        Item item = items.get(id);
        if (item == null) {
            throw new AssertionError("the feed did not bring order " + id + ", only " + items.keySet());
        }
        return item;
    }

    static String idOf(Item item) {
        if (item instanceof Item.Changed changed) {
            return changed.order().externalId();
        }
        return item instanceof Item.Gone gone ? gone.externalId() : ((Item.Unreadable) item).externalId();
    }

    /** The order, of which the item must be. */
    static ChannelOrder orderOf(Item item) {
        if (item instanceof Item.Changed changed) {
            return changed.order();
        }
        throw new AssertionError("expected order " + idOf(item) + ", got " + item);
    }

    /** What an order says, without its document: equal when the order has not changed. */
    static List<Object> said(ChannelOrder order) {
        return List.of(
                order.externalId(),
                order.number(),
                order.storefront(),
                order.placedAt(),
                order.currency(),
                order.term(),
                order.lifecycle(),
                order.revision(),
                order.lines(),
                order.charges(),
                order.buyer(),
                order.invoiceParty(),
                order.delivery(),
                order.payment(),
                order.payments(),
                order.total(),
                order.buyerNote(),
                order.referrers());
    }
}
