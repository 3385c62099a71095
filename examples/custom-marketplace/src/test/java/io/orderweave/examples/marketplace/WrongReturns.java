package io.orderweave.examples.marketplace;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connector.ReturnFeed.Batch;
import io.orderweave.connector.ReturnFeed.Item;
import io.orderweave.id.LineId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Feeds of returns that lose, repeat or misread. */
final class WrongReturns {

    private static final int EVERYTHING = 10_000;

    private WrongReturns() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong(
                        "poison return skipped",
                        "the checkpoint passes an unreadable return in silence",
                        feed -> keeping(feed, Item.Changed.class::isInstance)),
                wrong(
                        "poison return thrown",
                        "a return that cannot be read is an exception of the parser's",
                        WrongReturns::throwsPoison),
                wrong("returned once", "a return that came before is dropped, changed or not", WrongReturns::seesOnce),
                wrong("own place", "where to go on is kept in a field, not in the checkpoint", WrongReturns::remembers),
                wrong("whole list", "each poll reads everything and hands out a slice", WrongReturns::readsEverything),
                wrong("one page of returns", "there is never more", feed -> (from, limit) -> {
                    Batch batch = feed.poll(from, limit);
                    return new Batch(batch.items(), batch.next(), false);
                }),
                wrong("restless returns", "a poll with nothing new moves the checkpoint", WrongReturns::ticks),
                wrong("no answer, no returns", "an answer that cannot be read is an empty one", WrongReturns::swallows),
                mapping(
                        "one piece of each",
                        "the quantity that comes back is not read",
                        one -> one.items(one.build().items().stream()
                                .map(item -> item(item, item.line(), 1))
                                .toList())),
                mapping(
                        "line by its place",
                        "the line is told by its place in the return",
                        one -> one.items(one.build().items().stream()
                                .map(item -> item(item, new LineId("1"), item.quantity()))
                                .toList())),
                mapping(
                        "unknown is accepted",
                        "a status that nobody knows accepts the return",
                        one -> one.stage(
                                one.build().stage() == Stage.UNKNOWN
                                        ? Stage.ACCEPTED
                                        : one.build().stage())),
                mapping(
                        "parcel forgotten",
                        "the number of the parcel is not read",
                        one -> one.trackingNumbers(List.of())));
    }

    private static WrongConnector wrong(String name, String does, UnaryOperator<ReturnFeed> fault) {
        return new WrongConnector(name, does, Groups.RETURNS, parts -> {
            ChannelConnector right = parts.bazaar();
            ReturnFeed wrong = fault.apply(right.returnFeed().orElseThrow());
            return new ForwardingConnector(right) {
                @Override
                public Optional<ReturnFeed> returnFeed() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static WrongConnector mapping(String name, String does, UnaryOperator<ChannelReturn.Builder> fault) {
        return wrong(name, does, feed -> (from, limit) -> {
            Batch batch = feed.poll(from, limit);
            return new Batch(
                    batch.items().stream().map(item -> mapped(item, fault)).toList(), batch.next(), batch.more());
        });
    }

    private static Item mapped(Item item, UnaryOperator<ChannelReturn.Builder> fault) {
        return item instanceof Item.Changed changed
                ? new Item.Changed(fault.apply(ChannelReturn.builder().from(changed.changed()))
                        .build())
                : item;
    }

    private static ChannelReturn.Item item(ChannelReturn.Item item, LineId line, int quantity) {
        return new ChannelReturn.Item(item.id(), line, quantity, item.reason(), item.note());
    }

    private static ReturnFeed keeping(ReturnFeed right, Predicate<Item> kept) {
        return (from, limit) -> {
            Batch batch = right.poll(from, limit);
            return new Batch(batch.items().stream().filter(kept).toList(), batch.next(), batch.more());
        };
    }

    private static ReturnFeed throwsPoison(ReturnFeed right) {
        return keeping(right, item -> {
            if (item instanceof Item.Unreadable) {
                throw new IllegalArgumentException("not a return");
            }
            return true;
        });
    }

    private static ReturnFeed seesOnce(ReturnFeed right) {
        Set<String> seen = new HashSet<>();
        return keeping(
                right,
                item -> !(item instanceof Item.Changed changed)
                        || seen.add(changed.changed().externalId()));
    }

    private static ReturnFeed remembers(ReturnFeed right) {
        Deque<Checkpoint> places = new ArrayDeque<>();
        return (from, limit) -> {
            Batch batch = right.poll(
                    from.isEmpty() || places.isEmpty() ? Optional.empty() : Optional.of(places.getFirst()), limit);
            places.push(batch.next());
            return new Batch(batch.items(), new Checkpoint(1, "in my field"), batch.more());
        };
    }

    private static ReturnFeed readsEverything(ReturnFeed right) {
        return (from, limit) -> {
            Batch first = right.poll(from, EVERYTHING);
            for (Batch rest = first; rest.more(); ) {
                rest = right.poll(Optional.of(rest.next()), EVERYTHING);
            }
            return right.poll(from, limit);
        };
    }

    private static ReturnFeed ticks(ReturnFeed right) {
        AtomicInteger polls = new AtomicInteger();
        return (from, limit) -> {
            Optional<Checkpoint> place = from.map(at ->
                    new Checkpoint(1, at.value().substring(at.value().indexOf('/') + 1)));
            Batch batch = right.poll(place, limit);
            return new Batch(
                    batch.items(),
                    new Checkpoint(
                            1, polls.incrementAndGet() + "/" + batch.next().value()),
                    batch.more());
        };
    }

    private static ReturnFeed swallows(ReturnFeed right) {
        return (from, limit) -> {
            try {
                return right.poll(from, limit);
            } catch (OutsideFault e) {
                return new Batch(List.of(), from.orElse(new Checkpoint(1, "0")), false);
            }
        };
    }
}
