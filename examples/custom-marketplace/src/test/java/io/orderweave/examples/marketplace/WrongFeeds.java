package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Feeds that lose something, or cost too much. */
final class WrongFeeds {

    private WrongFeeds() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong(
                        "poison skipped",
                        "the checkpoint passes an unreadable order in silence",
                        WrongFeeds::skipsPoison),
                wrong("poison blocks", "an unreadable order is a fault of the whole batch", WrongFeeds::stumbles),
                wrong(
                        "seen once",
                        "an order that came before is dropped, changed or not",
                        WrongFeeds::dropsKnownOrders),
                wrong("own memory", "where to go on is kept in a field, not in the checkpoint", WrongFeeds::remembers),
                wrong("whole feed", "each poll reads everything and hands out a slice", WrongFeeds::readsEverything),
                byItself(
                        "cursor lost",
                        "a cursor that the channel forgot ends the feed in silence",
                        WrongFeeds::givesUp),
                wrong("first page only", "there is never more", WrongFeeds::neverHasMore),
                wrong("no end", "there is always more", WrongFeeds::alwaysHasMore),
                wrong("fault swallowed", "a fault is an empty batch", WrongFeeds::swallows),
                wrong("limit ignored", "a batch is as large as the channel allows", WrongFeeds::ignoresTheLimit),
                wrong("restless", "a poll with nothing new moves the checkpoint", WrongFeeds::moves),
                byItself("clockwork", "time that passes moves the checkpoint", WrongFeeds::followsTheClock),
                wrong("checkpoint ahead", "a batch's checkpoint is that of the batch after it", WrongFeeds::runsAhead));
    }

    private static WrongConnector byItself(String name, String does, Function<Parts, OrderFeed> fault) {
        return new WrongConnector(
                name, does, Groups.FEED, parts -> ForwardingConnector.withFeed(parts.right(), fault.apply(parts)));
    }

    private static WrongConnector wrong(String name, String does, UnaryOperator<OrderFeed> fault) {
        return new WrongConnector(name, does, Groups.FEED, parts -> {
            ChannelConnector right = parts.right();
            return ForwardingConnector.withFeed(
                    right, fault.apply(right.orderFeed().orElseThrow()));
        });
    }

    private static OrderFeed skipsPoison(OrderFeed right) {
        return (from, limit) -> withItems(right.poll(from, limit), item -> !(item instanceof Item.Unreadable));
    }

    private static OrderFeed stumbles(OrderFeed right) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            if (batch.items().stream().anyMatch(Item.Unreadable.class::isInstance)) {
                throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "stall orders: not readable")
                        .build();
            }
            return batch;
        };
    }

    private static OrderFeed dropsKnownOrders(OrderFeed right) {
        Set<String> known = new HashSet<>();
        return (from, limit) -> withItems(right.poll(from, limit), item -> known.add(idOf(item)));
    }

    private static OrderFeed remembers(OrderFeed right) {
        return new OrderFeed() {
            private @Nullable Checkpoint last;

            @Override
            public Batch poll(Optional<Checkpoint> from, int limit) {
                Batch batch = right.poll(Optional.ofNullable(last), limit);
                last = batch.next();
                return new Batch(batch.items(), new Checkpoint(1, "see field"), batch.more());
            }
        };
    }

    private static OrderFeed readsEverything(OrderFeed right) {
        return (from, limit) -> {
            List<Item> all = everything(right);
            int begin = from.map(at -> Integer.parseInt(at.value())).orElse(0);
            int end = Math.min(all.size(), begin + limit);
            return new Batch(
                    all.subList(Math.min(begin, end), end), new Checkpoint(1, String.valueOf(end)), end < all.size());
        };
    }

    private static OrderFeed givesUp(Parts parts) {
        StallApi api = parts.api();
        return (from, limit) ->
                from.isPresent() && api.orders(from.get().value(), limit).status() == 410
                        ? new Batch(List.of(), from.get(), false)
                        : new StallOrders(api).poll(from, limit);
    }

    private static OrderFeed neverHasMore(OrderFeed right) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            return new Batch(batch.items(), batch.next(), false);
        };
    }

    private static OrderFeed alwaysHasMore(OrderFeed right) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            return new Batch(batch.items(), batch.next(), true);
        };
    }

    private static OrderFeed swallows(OrderFeed right) {
        return (from, limit) -> {
            try {
                return right.poll(from, limit);
            } catch (OutsideFault fault) {
                return new Batch(List.of(), from.orElse(new Checkpoint(1, "0")), false);
            }
        };
    }

    private static OrderFeed ignoresTheLimit(OrderFeed right) {
        return (from, limit) -> right.poll(from, StallOrders.MOST_PER_PAGE);
    }

    private static OrderFeed moves(OrderFeed right) {
        return noting(right, () -> UUID.randomUUID().toString());
    }

    private static OrderFeed followsTheClock(Parts parts) {
        return noting(
                parts.right().orderFeed().orElseThrow(),
                () -> parts.clock().instant().toString());
    }

    /** With something beside the place in the checkpoint. */
    private static OrderFeed noting(OrderFeed right, Supplier<String> note) {
        return (from, limit) -> {
            Batch batch = right.poll(from.map(at -> new Checkpoint(1, at.value().split(" ", 2)[0])), limit);
            return new Batch(batch.items(), new Checkpoint(1, batch.next().value() + " " + note.get()), batch.more());
        };
    }

    private static OrderFeed runsAhead(OrderFeed right) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            return batch.more()
                    ? new Batch(
                            batch.items(),
                            right.poll(Optional.of(batch.next()), limit).next(),
                            true)
                    : batch;
        };
    }

    private static List<Item> everything(OrderFeed right) {
        List<Item> all = new ArrayList<>();
        Optional<Checkpoint> at = Optional.empty();
        for (boolean more = true; more; ) {
            Batch batch = right.poll(at, StallOrders.MOST_PER_PAGE);
            all.addAll(batch.items());
            at = Optional.of(batch.next());
            more = batch.more();
        }
        return all;
    }

    private static Batch withItems(Batch batch, Predicate<Item> kept) {
        return new Batch(batch.items().stream().filter(kept).toList(), batch.next(), batch.more());
    }

    private static String idOf(Item item) {
        if (item instanceof Item.Changed changed) {
            return changed.order().externalId();
        }
        return item instanceof Item.Gone gone ? gone.externalId() : ((Item.Unreadable) item).externalId();
    }
}
