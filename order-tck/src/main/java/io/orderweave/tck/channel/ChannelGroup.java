package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.tck.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of {@link ChannelConnectorTck} share: a fresh server, the proxy before it, and a connector behind both. */
@SuppressWarnings("NullAway.Init") // JUnit calls start
abstract class ChannelGroup {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    SettableClock clock;
    ChannelServer server;
    FaultProxy proxy;
    KitContext context;
    Settings settings;
    ChannelConnector connector;

    /** As {@link ChannelConnectorTck#channel}. */
    protected abstract ChannelUnderTest channel();

    /** Longer than any answer takes on a busy machine. */
    Duration patience() {
        return Duration.ofSeconds(30);
    }

    @BeforeEach
    final void start() {
        clock = new SettableClock(START);
        server = channel().start(clock);
        proxy = FaultProxy.before(server.baseUrl());
        context = new KitContext(clock);
        settings = factory().settings().complete(context.connection(), Settings.of(server.settings(proxy.url())));
        connector = newConnector();
    }

    @AfterEach
    final void stop() {
        proxy.close();
        server.close();
    }

    final ChannelConnectorFactory factory() {
        return channel().factory(clock, patience());
    }

    /** A connector to the same account that knows nothing of the others, as after a restart. */
    final ChannelConnector newConnector() {
        return factory().create(settings, context);
    }

    /** Skips the test of what is not claimed. */
    final void claimed(Facet facet) {
        assumeTrue(channel().facets().contains(facet), () -> "the connector does not claim " + facet);
    }

    /** Skips the test of what the channel cannot do. */
    final void possible(Scenario scenario) {
        assumeTrue(server.scenarios().contains(scenario), () -> "the channel does not know " + scenario);
    }

    final OrderFeed feed() {
        claimed(Facet.ORDER_FEED);
        return connector.orderFeed().orElseThrow();
    }

    /** The ids of so many placed orders. */
    final List<String> place(int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            ids.add(server.place(TestOrder.paid(number)));
            // Two orders of one moment are another matter than the many of a page.
            clock.advance(Duration.ofSeconds(1));
        }
        return ids;
    }

    /** Everything the feed brings from its beginning, the latest of each order. */
    final Map<String, Item> everything() {
        return OrderFeedReader.latest(new OrderFeedReader().readAll(feed(), 10));
    }

    /** The order as the feed brings it last. */
    final ChannelOrder latest(String id) {
        return OrderFeedReader.orderOf(item(id));
    }

    /** What the feed brings last of the order. */
    final Item item(String id) {
        return OrderFeedReader.item(everything(), id);
    }

    /** Lets the connector get its access now, so that the next request is the one that matters. */
    final void warmUp() {
        connector.probe();
    }

    /** The fault that the call throws, clean and of that category. */
    final OutsideFault fault(FaultCategory category, ThrowingCallable call) {
        OutsideFault fault = fault(call);
        assertThat(fault.category()).as("category of: " + fault.getMessage()).isEqualTo(category);
        return fault;
    }

    /** The fault that the call throws; anything else thrown is a defect of the connector. */
    final OutsideFault fault(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("what the call throws").isInstanceOf(OutsideFault.class);
        assertClean(thrown);
        return (OutsideFault) thrown;
    }

    /** Nothing private stands in the fault or its causes. */
    final void assertClean(Throwable fault) {
        int depth = 0;
        for (Throwable link = fault; link != null && depth++ < 20; link = link.getCause()) {
            assertThat(String.valueOf(link)).doesNotContain(secrets()).doesNotContain(personal());
        }
    }

    /** What only connector and server know. */
    final List<String> secrets() {
        return Secrets.of(factory().settings(), settings, context.tokens());
    }

    /** The personal data of the first orders. */
    final List<String> personal() {
        List<String> texts = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            texts.addAll(TestOrder.paid(number).personal());
        }
        return texts;
    }

    /** Nothing private was logged since the log had that length. */
    final void assertLogIsClean(int before) {
        assertThat(channel().log().substring(before)).doesNotContain(secrets()).doesNotContain(personal());
    }
}
