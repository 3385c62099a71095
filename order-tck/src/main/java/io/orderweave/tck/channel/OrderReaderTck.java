package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.OrderReader;
import org.junit.jupiter.api.Test;

/** The clauses of {@link OrderReader}. A part of {@link ChannelConnectorTck}. */
public abstract class OrderReaderTck extends ChannelGroup {

    @Test
    void readsTheOrderAsTheFeedBringsIt() {
        String id = place(3).get(1);

        assertThat(OrderFeedReader.said(OrderFeedReader.orderOf(reader().read(id))))
                .isEqualTo(OrderFeedReader.said(latest(id)));
    }

    @Test
    void readsAChangeAtOnce() {
        String id = place(1).get(0);
        Item before = reader().read(id);

        server.change(id);

        assertThat(OrderFeedReader.said(OrderFeedReader.orderOf(reader().read(id))))
                .isNotEqualTo(OrderFeedReader.said(OrderFeedReader.orderOf(before)));
    }

    @Test
    void anOrderThatIsNotThereIsGone() {
        assertThat(reader().read(server.unknownOrder())).isInstanceOf(Item.Gone.class);
    }

    @Test
    void anOrderThatVanishedIsGone() {
        possible(Scenario.ORDER_VANISHES);
        String id = place(1).get(0);

        server.play(Scenario.ORDER_VANISHES, id);

        assertThat(reader().read(id)).isInstanceOf(Item.Gone.class);
    }

    @Test
    void aPoisonOrderIsUnreadable() {
        String id = place(1).get(0);
        server.play(Scenario.POISON_ORDER, id);

        Item item = reader().read(id);

        assertThat(item).isInstanceOf(Item.Unreadable.class);
        assertThat(OrderFeedReader.idOf(item)).isEqualTo(id);
    }

    @Test
    void anIdFromElsewhereReachesNoOtherAddress() {
        String id = "../" + server.unknownOrder() + "/../../x?a=b#c";
        int before = proxy.count();

        Item item = reader().read(id);

        assertThat(item).isNotInstanceOf(Item.Changed.class);
        assertThat(proxy.requests().subList(before, proxy.count()))
                .allSatisfy(request ->
                        assertThat(request.target()).doesNotContain("..").doesNotContain("a=b"));
    }

    private OrderReader reader() {
        claimed(Facet.ORDER_READER);
        return connector.orderReader().orElseThrow();
    }
}
