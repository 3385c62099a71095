package io.orderweave.connectors.kaufland;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.id.LineId;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSettings;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The Kaufland simulator and a connector to it, on one clock. */
final class SimulatedKaufland implements AutoCloseable {

    final TestContext context = new TestContext();
    final KauflandSimulator kaufland;
    final ChannelConnector connector;

    private int seen;
    private Optional<Checkpoint> place = Optional.empty();

    SimulatedKaufland() {
        this(Map.of(), settings -> settings);
    }

    SimulatedKaufland(Map<String, String> settings, UnaryOperator<KauflandSettings.Builder> simulator) {
        kaufland = simulator
                .apply(KauflandSimulator.builder(TestContext.CLIENT_KEY, TestContext.SECRET_KEY)
                        .storefronts(List.of(KauflandStorefront.DE, KauflandStorefront.CZ, KauflandStorefront.PL))
                        .clock(context.clock))
                .start();
        connector = context.connector(kaufland.baseUrl(), settings);
    }

    /** Three mugs and a teapot: four units, two lines. */
    static KauflandOrderScript order() {
        return KauflandOrderScript.builder()
                .addItems(
                        KauflandItem.of("TAS-BLAU", "Tasse, blau", 3, "12.99"),
                        KauflandItem.builder()
                                .offerId("KANNE")
                                .title("Teekanne")
                                .price(new BigDecimal("29.50"))
                                .shipping(new BigDecimal("3.90"))
                                .vat(new BigDecimal("19"))
                                .build())
                .build();
    }

    /** The ids of an order's units, in their order. */
    List<Long> units(String orderId) {
        return kaufland.counters().order(orderId).unitIds();
    }

    /** The line that begins with a unit. */
    LineId line(String orderId, int unit) {
        return new LineId(Long.toString(units(orderId).get(unit)));
    }

    /** Where the last poll ended. */
    Optional<Checkpoint> place() {
        return place;
    }

    /** One poll from where the last one ended. */
    OrderFeed.Batch poll() {
        OrderFeed.Batch batch = connector.orderFeed().orElseThrow().poll(place, 100);
        place = Optional.of(batch.next());
        return batch;
    }

    /** What all polls bring until there is no more, a minute later each time it begins. */
    List<OrderFeed.Item> pull() {
        context.clock.advance(Duration.ofMinutes(1));
        List<OrderFeed.Item> items = new ArrayList<>();
        OrderFeed.Batch batch;
        do {
            batch = poll();
            items.addAll(batch.items());
        } while (batch.more());
        return items;
    }

    /** Tells a tracking number of everything in the order. */
    WriteAnswer ship(String orderId, String number) {
        return connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(orderId, new ChannelId("dhl"), number, Map.of()));
    }

    ChannelOrder read(String orderId) {
        return changed(connector.orderReader().orElseThrow().read(orderId));
    }

    static ChannelOrder changed(OrderFeed.Item item) {
        return ((OrderFeed.Item.Changed) item).order();
    }

    /** The requests since the last time this was asked, as method and path behind /v2. */
    List<String> newRequests() {
        List<RecordedRequest> all = kaufland.requests();
        List<String> fresh = all.subList(seen, all.size()).stream()
                .map(request -> request.method() + " " + request.path().replaceFirst("^/v2", ""))
                .toList();
        seen = all.size();
        return fresh;
    }

    @Override
    public void close() {
        kaufland.close();
    }
}
