package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.tck.channel.FeedReader.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link OrderFeed}: nothing is lost, whatever happens between two polls. A part of {@link ChannelConnectorTck}. */
public abstract class OrderFeedTck extends ChannelGroup {

    @Test
    void bringsEveryOrder() {
        List<String> placed = place(23);

        assertThat(everything()).containsOnlyKeys(placed);
    }

    @Test
    void bringsEveryOrderByBatchesOfOne() {
        List<String> placed = place(4);

        assertThat(idsOf(new OrderFeedReader().readAll(feed(), 1))).containsAll(placed);
    }

    @Test
    void bringsOrdersPlacedLater() {
        OrderFeedReader reader = new OrderFeedReader();
        place(3);
        reader.readAll(feed(), 10);

        String later = server.place(TestOrder.paid(4));

        assertThat(idsOf(reader.readAll(feed(), 10))).contains(later);
    }

    @Test
    void bringsAChangedOrderAgain() {
        List<String> placed = place(3);
        OrderFeedReader reader = new OrderFeedReader();
        ChannelOrder before = order(reader.readAll(feed(), 10), placed.get(1));
        clock.advance(Duration.ofSeconds(1));

        server.change(placed.get(1));

        assertThat(OrderFeedReader.said(order(reader.readAll(feed(), 10), placed.get(1))))
                .isNotEqualTo(OrderFeedReader.said(before));
    }

    @Test
    void bringsEveryOrderThoughPagesShiftWhileItReads() {
        List<String> placed = place(23);
        OrderFeedReader reader = new OrderFeedReader();
        List<Item> items = new ArrayList<>(reader.readOne(feed(), 5).items());

        server.change(placed.get(0));
        server.change(placed.get(11));
        placed.add(server.place(TestOrder.paid(24)));
        items.addAll(reader.readAll(feed(), 5));
        // Of a list that begins with the newest, what comes meanwhile is the next pull's.
        items.addAll(reader.readAll(feed(), 5));

        assertThat(idsOf(items)).containsAll(placed);
    }

    @Test
    void endsWithTheTruthThoughOrdersChangeWhileItReads() {
        List<String> placed = place(12);
        OrderFeedReader reader = new OrderFeedReader();
        List<Item> items = new ArrayList<>(reader.readOne(feed(), 5).items());
        clock.advance(Duration.ofSeconds(1));

        server.change(placed.get(1));
        items.addAll(reader.readAll(feed(), 5));

        assertThat(OrderFeedReader.said(order(items, placed.get(1))))
                .isEqualTo(OrderFeedReader.said(latest(placed.get(1))));
    }

    @Test
    void bringsABatchAgainThatWasNotSaved() {
        place(7);

        List<Item> lost = feed().poll(Optional.empty(), 5).items();

        assertThat(idsOf(feed().poll(Optional.empty(), 5).items())).containsAll(idsOf(lost));
    }

    @Test
    void bringsALaterBatchAgainThatWasNotSaved() {
        place(12);
        OrderFeedReader reader = new OrderFeedReader();
        reader.readOne(feed(), 4);
        Optional<Checkpoint> saved = reader.checkpoint();

        List<Item> lost = feed().poll(saved, 4).items();

        OrderFeed restarted = newConnector().orderFeed().orElseThrow();
        assertThat(idsOf(restarted.poll(saved, 4).items())).containsAll(idsOf(lost));
    }

    @Test
    void everythingItKnowsIsInTheCheckpoint() {
        List<String> placed = place(12);
        OrderFeedReader reader = new OrderFeedReader();
        List<Item> items = new ArrayList<>();
        claimed(Facet.ORDER_FEED);

        for (boolean more = true; more; ) {
            Page<Item> page = reader.readOne(newConnector().orderFeed().orElseThrow(), 5);
            items.addAll(page.items());
            more = page.more();
        }

        assertThat(idsOf(items)).containsAll(placed);
    }

    @Test
    void aBatchHoldsAboutTheLimit() {
        place(40);

        assertThat(feed().poll(Optional.empty(), 5).items()).hasSizeBetween(1, 10);
    }

    @Test
    void aBatchCostsTheSameHoweverManyOrdersThereAre() {
        place(10);
        feed().poll(Optional.empty(), 5);
        long begun = proxy.bytesAnswered();
        feed().poll(Optional.empty(), 5);
        long ofTen = proxy.bytesAnswered() - begun;
        for (int number = 11; number <= 70; number++) {
            server.place(TestOrder.paid(number));
        }

        begun = proxy.bytesAnswered();
        newConnector().orderFeed().orElseThrow().poll(Optional.empty(), 5);

        assertThat(proxy.bytesAnswered() - begun).as("bytes read for one batch").isLessThan(2 * ofTen + 2_000);
    }

    @Test
    void aPollWithNothingNewIsCheapAndMovesNothing() {
        place(3);
        OrderFeedReader reader = new OrderFeedReader();
        reader.readAll(feed(), 10);
        // A channel that tells times by the second brings what has just changed once more.
        clock.advance(Duration.ofMinutes(1));
        reader.readAll(feed(), 10);
        Optional<Checkpoint> before = reader.checkpoint();
        // Time passes between two polls, and that alone is nothing new.
        clock.advance(Duration.ofMinutes(1));
        int requests = proxy.count();

        Page<Item> page = reader.readOne(feed(), 10);

        assertThat(page.items()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(reader.checkpoint()).isEqualTo(before);
        assertThat(proxy.count() - requests).isLessThanOrEqualTo(server.requestsOfAnIdlePoll());
    }

    @Test
    void aFaultBetweenTwoBatchesLosesNothing() {
        List<String> placed = place(12);
        OrderFeedReader reader = new OrderFeedReader();
        List<Item> items = new ArrayList<>(reader.readOne(feed(), 5).items());

        proxy.alwaysReads(Trouble.cutAfter());
        fault(FaultCategory.TRANSIENT, () -> reader.readOne(feed(), 5));
        proxy.calm();
        items.addAll(reader.readAll(feed(), 5));

        assertThat(idsOf(items)).containsAll(placed);
    }

    @Test
    void aPoisonOrderIsHandedOverAsUnreadable() {
        List<String> placed = place(7);
        server.play(Scenario.POISON_ORDER, placed.get(3));

        assertThat(item(placed.get(3))).isInstanceOfSatisfying(Item.Unreadable.class, poisoned -> {
            assertThat(poisoned.raw().content()).as("its document").isNotEmpty();
            assertThat(poisoned.reason()).isNotBlank().doesNotContain(personal());
        });
    }

    @Test
    void aPoisonOrderBlocksNoOther() {
        List<String> placed = place(7);
        String poison = placed.remove(3);
        server.play(Scenario.POISON_ORDER, poison);

        Map<String, Item> items = everything();

        assertThat(placed).allSatisfy(id -> assertThat(items.get(id)).isInstanceOf(Item.Changed.class));
    }

    @Test
    void anOrderNamedTwiceIsTheSameOrder() {
        possible(Scenario.NAMED_TWICE);
        String placed = place(1).get(0);
        OrderFeedReader reader = new OrderFeedReader();
        ChannelOrder first = order(reader.readAll(feed(), 10), placed);

        server.play(Scenario.NAMED_TWICE, placed);

        assertThat(reader.readAll(feed(), 10))
                .allSatisfy(item -> assertThat(OrderFeedReader.said(OrderFeedReader.orderOf(item)))
                        .isEqualTo(OrderFeedReader.said(first)));
    }

    @Test
    void anOrderThatVanishedIsGoneOrNotNamed() {
        possible(Scenario.ORDER_VANISHES);
        List<String> placed = place(3);

        server.play(Scenario.ORDER_VANISHES, placed.get(1));

        Map<String, Item> items = everything();
        assertThat(items).containsKeys(placed.get(0), placed.get(2));
        assertThat(Optional.ofNullable(items.get(placed.get(1))).stream().toList())
                .allSatisfy(item -> assertThat(item).isInstanceOf(Item.Gone.class));
    }

    @Test
    void aCursorThatTheChannelForgotLosesNothing() {
        possible(Scenario.CURSOR_FORGOTTEN);
        List<String> placed = place(3);
        OrderFeedReader reader = new OrderFeedReader();
        ChannelOrder before = order(reader.readAll(feed(), 10), placed.get(2));

        server.play(Scenario.CURSOR_FORGOTTEN, placed.get(2));

        assertThat(OrderFeedReader.said(order(reader.readAll(feed(), 10), placed.get(2))))
                .isNotEqualTo(OrderFeedReader.said(before));
    }

    private static List<String> idsOf(List<Item> items) {
        return items.stream().map(OrderFeedReader::idOf).toList();
    }

    /** The order as it came last. */
    private static ChannelOrder order(List<Item> items, String id) {
        return OrderFeedReader.orderOf(OrderFeedReader.item(OrderFeedReader.latest(items), id));
    }
}
