package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSettings;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The simulated shop and a connector to it, on one clock. Each has a port, and so a rate budget, of its own. */
final class SimulatedShop implements AutoCloseable {

    final TestContext context = new TestContext();
    final MerchantProSimulator shop;
    final ChannelConnector connector;

    private Optional<Checkpoint> checkpoint = Optional.empty();
    private int seen;

    SimulatedShop() {
        this(Map.of(), settings -> settings);
    }

    SimulatedShop(Map<String, String> settings, UnaryOperator<MerchantProSettings.Builder> simulator) {
        shop = simulator
                .apply(MerchantProSimulator.builder(TestContext.KEY, TestContext.SECRET)
                        .clock(context.clock))
                .start();
        connector = context.connector(shop.baseUrl(), settings);
    }

    /** An order of one line. */
    static MerchantProOrderScript order() {
        return MerchantProOrderScript.builder()
                .addLine(MerchantProLine.of("640011", "LMP-12", "Lampă", 2, "25.00"))
                .build();
    }

    String place() {
        return shop.buyers().place(order());
    }

    void pass(Duration time) {
        context.clock.advance(time);
    }

    OrderFeed feed() {
        return connector.orderFeed().orElseThrow();
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    /** One page; the checkpoint is kept. */
    OrderFeed.Batch poll() {
        OrderFeed.Batch batch = feed().poll(checkpoint, 100);
        checkpoint = Optional.of(batch.next());
        return batch;
    }

    /** All there is. */
    List<Item> drain() {
        List<Item> items = new ArrayList<>();
        OrderFeed.Batch batch;
        int polls = 0;
        do {
            batch = poll();
            items.addAll(batch.items());
            assertThat(polls++).as("polls").isLessThan(50);
        } while (batch.more());
        return items;
    }

    /** All there is, until nothing of it can come again: a minute later, and a second time. */
    void settle() {
        drain();
        pass(Duration.ofMinutes(2));
        drain();
        newRequests();
    }

    static List<ChannelOrder> changed(List<Item> items) {
        return items.stream()
                .filter(Item.Changed.class::isInstance)
                .map(item -> ((Item.Changed) item).order())
                .toList();
    }

    static Set<String> ids(List<Item> items) {
        return new HashSet<>(
                changed(items).stream().map(ChannelOrder::externalId).toList());
    }

    /** The requests since the last time this was asked, as method and path. */
    List<String> newRequests() {
        List<RecordedRequest> all = shop.requests();
        List<String> fresh = all.subList(seen, all.size()).stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
        seen = all.size();
        return fresh;
    }

    @Override
    public void close() {
        shop.close();
    }
}
