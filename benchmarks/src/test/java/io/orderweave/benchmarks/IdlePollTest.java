package io.orderweave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connectors.allegro.AllegroConnectorFactory;
import io.orderweave.connectors.kaufland.KauflandConnectorFactory;
import io.orderweave.connectors.merchantpro.MerchantProConnectorFactory;
import io.orderweave.id.SellerId;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroSimulator;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pull that finds nothing new costs one request, and no write but the lease that keeps other nodes away meanwhile. */
class IdlePollTest {

    private static final ConnectionId CONNECTION = new ConnectionId("market");

    /** Noon, so that no day begins meanwhile. */
    private final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-03-02T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void asksAllegroOnceAndWritesNothing() throws IOException, SQLException {
        try (AllegroSimulator allegro = AllegroSimulator.builder("client", "secret-of-the-client")
                .applicationName("Shop")
                .clock(clock)
                .start()) {
            Settings settings = Settings.of(Map.of(
                    AllegroConnectorFactory.API_URL, allegro.baseUrl(),
                    AllegroConnectorFactory.AUTH_URL, allegro.baseUrl(),
                    AllegroConnectorFactory.CLIENT_ID, "client",
                    AllegroConnectorFactory.CLIENT_SECRET, "secret-of-the-client",
                    AllegroConnectorFactory.APPLICATION_NAME, "Shop",
                    AllegroConnectorFactory.APPLICATION_URL, "https://shop.example/allegro",
                    AllegroConnectorFactory.REFRESH_TOKEN, allegro.accounts().mintRefreshToken()));

            idles(
                    allegro,
                    new AllegroConnectorFactory(),
                    settings,
                    () -> allegro.buyers()
                            .placeReady(AllegroOrderScript.builder()
                                    .addLine(AllegroLine.of("16001", "MUG", "Kubek", 1, "29.90"))
                                    .build()));
        }
    }

    @Test
    void asksKauflandOnceAndWritesNothing() throws IOException, SQLException {
        String secret = "5ecre7".repeat(10) + "abcd";
        try (KauflandSimulator kaufland = KauflandSimulator.builder("0f1e2d3c4b5a69788796a5b4c3d2e1f0", secret)
                .clock(clock)
                .start()) {
            Settings settings = Settings.of(Map.of(
                    KauflandConnectorFactory.API_URL,
                    kaufland.baseUrl(),
                    KauflandConnectorFactory.CLIENT_KEY,
                    "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                    KauflandConnectorFactory.SECRET_KEY,
                    secret,
                    KauflandConnectorFactory.ACCOUNT_NAME,
                    "shop"));

            idles(
                    kaufland,
                    new KauflandConnectorFactory(),
                    settings,
                    () -> kaufland.buyers()
                            .placeReady(KauflandOrderScript.builder()
                                    .addItems(KauflandItem.of("MUG", "Tasse", 2, "12.99"))
                                    .build()));
        }
    }

    @Test
    void asksMerchantProOnceAndWritesNothing() throws IOException, SQLException {
        try (MerchantProSimulator shop = MerchantProSimulator.builder("key", "secret-of-the-key")
                .clock(clock)
                .start()) {
            Settings settings = Settings.of(Map.of(
                    MerchantProConnectorFactory.SHOP_URL, shop.baseUrl(),
                    MerchantProConnectorFactory.API_KEY, "key",
                    MerchantProConnectorFactory.API_SECRET, "secret-of-the-key",
                    MerchantProConnectorFactory.CURRENCY, "RON"));

            idles(
                    shop,
                    new MerchantProConnectorFactory(),
                    settings,
                    () -> shop.buyers()
                            .place(MerchantProOrderScript.builder()
                                    .addLine(MerchantProLine.of("640011", "LMP", "Lampă", 1, "25.00"))
                                    .build()));
        }
    }

    private void idles(Simulator market, ChannelConnectorFactory connector, Settings settings, Runnable sale)
            throws IOException, SQLException {
        try (Database database = Database.open("sqlite", folder);
                BenchBook book = database.newBook();
                OrderHub hub = open(book, connector, settings)) {
            WriteLog writes = new WriteLog(book);
            sale.run();
            clock.advance(Duration.ofSeconds(30));
            assertThat(hub.pull(CONNECTION).imported()).isEqualTo(1);
            // What was sold so shortly before may have changed within the same second: it is read once more.
            clock.advance(Duration.ofMinutes(2));
            hub.pull(CONNECTION);
            assertThat(writes.tables()).contains("orders", "checkpoints");

            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(40));
                int asked = market.requests().size();
                hub.pull(CONNECTION);

                assertThat(market.requests().subList(asked, market.requests().size()))
                        .hasSize(1);
                assertThat(writes.tables()).isEqualTo(Set.of("leases"));
            }

            sale.run();
            clock.advance(Duration.ofSeconds(30));
            assertThat(hub.pull(CONNECTION).imported()).isEqualTo(1);
        }
    }

    private OrderHub open(BenchBook book, ChannelConnectorFactory connector, Settings settings) {
        return OrderHub.builder()
                .stores(book.stores())
                .clock(clock)
                .seller(Shop.seller())
                .connector(connector)
                .connection(Connection.builder()
                        .id(CONNECTION)
                        .system(connector.channel())
                        .settings(settings)
                        .seller(new SellerId("shop"))
                        .build())
                .build();
    }
}
