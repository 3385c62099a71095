package io.orderweave.tck.channel;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.tck.channel.FeedReader.Feed;
import io.orderweave.tck.channel.FeedReader.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link FeedReader} of orders, and what their items say. */
final class OrderFeedReader {

    private final FeedReader<Item> reader = new FeedReader<>();

    /** One batch, saved. */
    Page<Item> readOne(OrderFeed feed, int limit) {
        return reader.readOne(paged(feed), limit);
    }

    /** Everything there is. */
    List<Item> readAll(OrderFeed feed, int limit) {
        return reader.readAll(paged(feed), limit);
    }

    Optional<Checkpoint> checkpoint() {
        return reader.checkpoint();
    }

    private static Feed<Item> paged(OrderFeed feed) {
        return (from, limit) -> {
            OrderFeed.Batch batch = feed.poll(from, limit);
            return new Page<>(batch.items(), batch.next(), batch.more());
        };
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
