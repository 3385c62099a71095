package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.order.OrderLine;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Answers that are not what the channel's documentation says: a clear fault or an unreadable order, never a crash, a hang or an
 * order made up. A part of {@link ChannelConnectorTck}.
 */
public abstract class HostileAnswersTck extends ChannelGroup {

    private static final String JSON = "Content-Type: application/json";
    private static final int BOMB_MEGABYTES = 512;
    private static final long MOST_ALLOCATED = 192L << 20;

    @Test
    void aPageForPeopleIsAFault() {
        isAFault(FaultCategory.CONTRACT, Trouble.htmlPage(200));
    }

    @Test
    void aPageForPeopleWithAnErrorIsATransientFault() {
        isAFault(FaultCategory.TRANSIENT, Trouble.htmlPage(502));
    }

    @Test
    void anEmptyAnswerIsAFault() {
        isAFault(FaultCategory.CONTRACT, Trouble.answer(200, "", JSON));
    }

    @Test
    void anAnswerOfAnotherShapeIsAFault() {
        for (String other : List.of("null", "42", "\"orders\"", "true", "{}", "[]")) {
            isAFault(FaultCategory.CONTRACT, Trouble.answer(200, other, JSON));
            proxy.calm();
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsAFault() {
        for (String other :
                List.of("{", "{\"a\":", "\u0000\u0001\u0002", "{} {}", "<?xml version=\"1.0\"?><orders/>")) {
            isAFault(FaultCategory.CONTRACT, Trouble.answer(200, other, JSON));
            proxy.calm();
        }
    }

    @Test
    void aDeepAnswerIsAFault() {
        isAFault(FaultCategory.CONTRACT, Trouble.answer(200, "[".repeat(100_000) + "]".repeat(100_000), JSON));
        proxy.calm();
        isAFault(FaultCategory.CONTRACT, Trouble.answer(200, "{\"a\":".repeat(100_000), JSON));
    }

    @Test
    void aTruncatedAnswerIsATransientFault() {
        isAFault(FaultCategory.TRANSIENT, Trouble.truncated());
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SAME_THREAD)
    void aPackedBombIsAFaultAndFillsNoMemory() {
        warmUp();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        isAFault(FaultCategory.CONTRACT, Trouble.gzipBomb(BOMB_MEGABYTES));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated for an answer of " + BOMB_MEGABYTES + " MB")
                .isLessThan(MOST_ALLOCATED);
    }

    @Test
    void anotherCharsetManglesNoText() {
        TestOrder order = TestOrder.paid(1);
        server.place(order);
        warmUp();
        Charset latin = Charset.forName("ISO-8859-2");
        proxy.alwaysReads(Trouble.altered(
                answer -> answer.withBody(new String(answer.body(), StandardCharsets.UTF_8).getBytes(latin))));

        List<Item> items = itemsOrNone("bytes of another charset");

        assertThat(items)
                .filteredOn(Item.Changed.class::isInstance)
                .flatExtracting(item -> OrderFeedReader.orderOf(item).lines())
                .extracting(line -> ((OrderLine) line).name())
                .isSubsetOf(order.lines().stream().map(TestOrder.Line::name).toList());
    }

    @Test
    void fieldsThatNobodyKnowsChangeNothing() {
        String id = place(1).get(0);
        List<Object> before = OrderFeedReader.said(latest(id));
        proxy.always(request -> true, Trouble.altered(HostileAnswersTck::withUnknownFields));

        assertThat(OrderFeedReader.said(latest(id))).isEqualTo(before);
    }

    /** Every place of every answer to a poll, one after the other: missing, null, of another type, of another size. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
    void noSinglePartOfAnAnswerCanCrashIt() {
        warmUp();
        place(1);

        SpoiledAnswers.to(proxy, this::readTheFeed).inEachPlace(this::itemsOrNone);
    }

    /** From its beginning, and a change after it. */
    private void readTheFeed() {
        OrderFeedReader reader = new OrderFeedReader();
        reader.readAll(feed(), 10);
        server.change(
                OrderFeedReader.idOf(feed().poll(Optional.empty(), 10).items().get(0)));
        reader.readAll(feed(), 10);
    }

    /** What a whole reading brings; none when it ends with a fault, which is the only other way to end. */
    private List<Item> itemsOrNone(String what) {
        List<Item> items = new ArrayList<>();
        assertThatCode(() -> {
                    try {
                        items.addAll(feed().poll(Optional.empty(), 10).items());
                    } catch (OutsideFault fault) {
                        assertClean(fault);
                    }
                })
                .as(what)
                .doesNotThrowAnyException();
        assertThat(items)
                .filteredOn(Item.Unreadable.class::isInstance)
                .allSatisfy(item -> assertThat(((Item.Unreadable) item).reason())
                        .as(what)
                        .isNotBlank()
                        .doesNotContain(personal()));
        assertThat(items)
                .filteredOn(Item.Changed.class::isInstance)
                .allSatisfy(item -> assertThat(OrderFeedReader.orderOf(item).lines())
                        .as("lines of an order, " + what)
                        .isNotEmpty());
        return items;
    }

    private void isAFault(FaultCategory category, Trouble trouble) {
        warmUp();
        proxy.alwaysReads(trouble);

        fault(category, () -> feed().poll(Optional.empty(), 10));
    }

    private static HttpMessage withUnknownFields(HttpMessage answer) {
        return answer.isJson() ? answer.withBody(JsonMutations.withUnknownFields(answer.body())) : answer;
    }
}
