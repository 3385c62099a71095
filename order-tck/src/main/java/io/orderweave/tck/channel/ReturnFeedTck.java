package io.orderweave.tck.channel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connector.ReturnFeed.Item;
import io.orderweave.id.LineId;
import io.orderweave.order.OrderLine;
import io.orderweave.tck.channel.FeedReader.Feed;
import io.orderweave.tck.channel.FeedReader.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link ReturnFeed}: each return comes, as it is, and comes again when it changed. A part of {@link ChannelConnectorTck}. */
public abstract class ReturnFeedTck extends FeedGroup<Item> {

    @Override
    Facet facet() {
        return Facet.RETURN_FEED;
    }

    @Override
    Feed<Item> feedOf(ChannelConnector any) {
        ReturnFeed returns = any.returnFeed().orElseThrow();
        return (from, limit) -> {
            ReturnFeed.Batch batch = returns.poll(from, limit);
            return new Page<>(batch.items(), batch.next(), batch.more());
        };
    }

    @Override
    String add(int number) {
        TestOrder order = TestOrder.paid(number);
        return server.returns().announce(server.place(order), order.lines().get(0), 1);
    }

    @Override
    void change(String id) {
        server.returns().dispatch(id, "KITBACK0000001");
    }

    @Override
    void poison(String id) {
        server.returns().poison(id);
    }

    @Override
    boolean tellsChanges() {
        return true;
    }

    @Override
    Duration noticedWithin() {
        return server.returns().noticedWithin();
    }

    @Override
    Duration quietAfter() {
        return server.returns().quietAfter();
    }

    @Override
    String idOf(Item item) {
        return item instanceof Item.Changed changed
                ? changed.changed().externalId()
                : ((Item.Unreadable) item).externalId();
    }

    @Override
    List<Object> said(Item item) {
        ChannelReturn one = returned(item);
        return List.of(
                one.externalId(),
                one.order(),
                one.createdAt(),
                one.term(),
                one.stage(),
                one.items(),
                one.trackingNumbers());
    }

    @Override
    Optional<Unread> unread(Item item) {
        return item instanceof Item.Unreadable poisoned
                ? Optional.of(new Unread(poisoned.raw(), poisoned.reason()))
                : Optional.empty();
    }

    @Test
    void namesTheOrderAndThePiecesOfEachLine() {
        claimed(facet());
        TestOrder ordered = TestOrder.paid(1);
        String order = server.place(ordered);
        server.place(TestOrder.paid(1));
        ChannelOrder told = latest(order);

        String id = server.returns().announce(order, ordered.lines().get(0), 2);

        ChannelReturn back = brought(id);
        Map<String, Integer> pieces = back.items().stream()
                .collect(groupingBy(item -> line(told, item.line()).name(), summingInt(ChannelReturn.Item::quantity)));
        assertThat(back.order()).isEqualTo(order);
        assertThat(pieces).isEqualTo(Map.of(ordered.lines().get(0).name(), 2));
    }

    @Test
    void tellsTheMomentItWasAnnounced() {
        String id = addSeveral(1).get(0);

        assertThat(brought(id).createdAt()).isBetween(START.minus(Duration.ofSeconds(1)), clock.instant());
    }

    @Test
    void tellsTheParcelThatBringsIt() {
        String id = addSeveral(1).get(0);
        assertThat(brought(id).trackingNumbers()).isEmpty();

        change(id);

        assertThat(brought(id).trackingNumbers()).containsExactly("KITBACK0000001");
    }

    @Test
    void aStatusThatNobodyKnowsIsKeptAndDecidesNothing() {
        String id = addSeveral(1).get(0);
        ChannelReturn before = brought(id);

        server.returns().bewitch(id);

        ChannelReturn bewitched = brought(id);
        assertThat(before.stage()).isNotEqualTo(ChannelReturn.Stage.UNKNOWN);
        assertThat(bewitched.stage()).isEqualTo(ChannelReturn.Stage.UNKNOWN);
        assertThat(bewitched.term()).isNotBlank().isNotEqualTo(before.term());
    }

    @Test
    void keepsTheDocument() {
        ChannelReturn back = brought(addSeveral(1).get(0));

        assertThat(back.raw().mediaType()).contains("/");
        assertThat(back.raw().content()).isNotEmpty();
    }

    /** The return, read from the beginning. */
    private ChannelReturn brought(String id) {
        return returned(item(new FeedReader<Item>().readAll(entries(), 10), id));
    }

    private static ChannelReturn returned(Item item) {
        if (item instanceof Item.Changed changed) {
            return changed.changed();
        }
        throw new AssertionError("expected a return, got " + item);
    }

    private static OrderLine line(ChannelOrder order, LineId id) {
        return order.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the return names line " + id + ", which the order does not have"));
    }
}
