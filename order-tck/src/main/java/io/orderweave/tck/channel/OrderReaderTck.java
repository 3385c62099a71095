package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.OrderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The clauses of {@link OrderReader}. A part of {@link ChannelConnectorTck}. */
public abstract class OrderReaderTck extends ChannelGroup {

    private static final String JSON = "Content-Type: application/json";

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

    /** Who takes an order for gone does no more about it: only the channel may say so, not a refusal nor another shape. */
    @Test
    void anOrderThatIsNotShownIsNotGone() {
        String id = place(1).get(0);
        reader().read(id);

        for (int status : List.of(400, 409)) {
            isNotGone(id, "status " + status, Trouble.answer(status, "{}", JSON));
        }
        for (String body : List.of("{}", "[]", "null")) {
            isNotGone(id, "the answer " + body, Trouble.answer(200, body, JSON));
        }
        isNotGone(id, "a page for people", Trouble.htmlPage(200));
    }

    private void isNotGone(String id, String what, Trouble trouble) {
        proxy.alwaysReads(trouble);

        readOrFault(id, what).ifPresent(item -> assertThat(item).as(what).isInstanceOf(Item.Unreadable.class));
        proxy.calm();
    }

    /** Every place of every answer to a reading, one after the other: missing, null, of another type, of another size. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
    void noSinglePartOfAnAnswerCanCrashIt() {
        String id = place(1).get(0);
        reader().read(id);

        SpoiledAnswers.to(proxy, () -> reader().read(id)).inEachPlace(what -> readOrFault(id, what));
    }

    /** What the reading brings; nothing when it ends with a fault, which is the only other way to end. */
    private Optional<Item> readOrFault(String id, String what) {
        List<Item> items = new ArrayList<>();
        assertThatCode(() -> {
                    try {
                        items.add(reader().read(id));
                    } catch (OutsideFault fault) {
                        assertClean(fault);
                    }
                })
                .as(what)
                .doesNotThrowAnyException();
        return items.stream().findFirst();
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
