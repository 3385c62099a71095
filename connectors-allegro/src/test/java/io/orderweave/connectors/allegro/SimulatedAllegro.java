package io.orderweave.connectors.allegro;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSettings;
import io.orderweave.simulator.allegro.AllegroSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The Allegro simulator and a connector to it, on one clock. */
final class SimulatedAllegro implements AutoCloseable {

    final TestContext context = new TestContext();
    final AllegroSimulator allegro;
    final ChannelConnector connector;

    SimulatedAllegro() {
        this(Map.of(), settings -> settings);
    }

    SimulatedAllegro(Map<String, String> settings, UnaryOperator<AllegroSettings.Builder> simulator) {
        allegro = simulator
                .apply(AllegroSimulator.builder(TestContext.CLIENT_ID, TestContext.CLIENT_SECRET)
                        .applicationName("TestShop")
                        .clock(context.clock))
                .start();
        Map<String, String> all = new HashMap<>(
                Map.of(AllegroConnectorFactory.REFRESH_TOKEN, allegro.accounts().mintRefreshToken()));
        all.putAll(settings);
        connector = context.connector(allegro.baseUrl(), all);
    }

    /** An order of one line. */
    static AllegroOrderScript order() {
        return AllegroOrderScript.builder()
                .addLine(AllegroLine.of("14000000001", "KUB-03", "Kubek", 2, "25.00"))
                .build();
    }

    /** An order that Allegro's warehouse ships. */
    static AllegroOrderScript orderShippedByAllegro() {
        return AllegroOrderScript.builder()
                .from(order())
                .fulfilledByAllegro(true)
                .build();
    }

    /** The order as the connector reads it now. */
    static ChannelOrder changed(ChannelConnector connector, String form) {
        return ((OrderFeed.Item.Changed) connector.orderReader().orElseThrow().read(form)).order();
    }

    /** The requests to the REST API since the last time this was asked, as method and path. */
    List<String> newRequests() {
        List<RecordedRequest> all = allegro.requests();
        List<String> fresh = all.subList(seen, all.size()).stream()
                .filter(request -> !request.path().startsWith("/auth"))
                .map(request -> request.method() + " " + request.path())
                .toList();
        seen = all.size();
        return fresh;
    }

    private int seen;

    @Override
    public void close() {
        allegro.close();
    }
}
