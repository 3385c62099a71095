package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Dictionary;
import io.orderweave.order.OrderStatus;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderHubBuilderTest {

    private final TestShop shop = new TestShop();

    @Test
    void namesEveryFaultAtOnceALineEach() {
        OrderHubBuilder builder = OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .connector(shop.channel)
                .connector(new DemandingChannel())
                .seller(TestShop.seller())
                .connection(connection("lost", "nowhere").build())
                .connection(connection("demanding", "demanding")
                        .settings(Settings.of(Map.of("secret", " ", "colour", "red")))
                        .build())
                .connection(Connection.builder()
                        .id(new ConnectionId("nobody"))
                        .system(FakeChannel.CHANNEL)
                        .settings(Settings.none())
                        .build())
                .connection(connection("ghostly", "fake")
                        .seller(new SellerId("ghost"))
                        .build())
                .statuses(StatusCatalogue.of(List.of(
                        OrderStatus.of("new", Phase.OPEN, "New"),
                        OrderStatus.of("done", Phase.DELIVERED, "Done"),
                        OrderStatus.of("new", Phase.OPEN, "New"))))
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(
                                new ConnectionId("nobody"),
                                StatusMap.builder()
                                        .putInbound("READY", new StatusId("mew"))
                                        .build())
                        .putStatusMap(new ConnectionId("missing"), StatusMap.EMPTY)
                        .putDictionary(new ConnectionId("absent"), Dictionary.EMPTY)
                        .build())
                .rules(RuleSet.of(
                        1,
                        TestShop.rule(
                                "r",
                                "order.confirmed",
                                Condition.always(),
                                new Action.SetStatus(new StatusId("payed")))));

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .message()
                .satisfies(message -> assertThat(message.split("\n"))
                        .hasSize(9)
                        .anyMatch(
                                line -> line.startsWith(
                                        "connection lost leads to nowhere, for which there is no connector; there are channels"))
                        .anyMatch(line -> line.contains("settings of connection demanding: secret is (secret)")
                                && line.contains("colour is not a setting"))
                        .anyMatch(line -> line.equals("connection nobody sells and names no seller"))
                        .anyMatch(line -> line.equals("connection ghostly names seller ghost; there are [shop]"))
                        .anyMatch(line -> line.equals("status new is declared twice"))
                        .anyMatch(
                                line -> line.equals(
                                        "mappings: /connections/nobody/inbound/READY: the shop has no status 'mew'; nearest: new"))
                        .anyMatch(
                                line -> line.startsWith(
                                        "mappings: /connections/missing: no sales channel has the connection 'missing'; there are"))
                        .anyMatch(
                                line -> line.startsWith(
                                        "mappings: /connections/absent: no sales channel has the connection 'absent'; there are"))
                        .anyMatch(line -> line.startsWith("rule r: it sets status payed")));
    }

    @Test
    void writesNothingWhenItIsRefused() {
        OrderHubBuilder builder = shop.builder()
                .mappings(MappingSet.builder()
                        .version(1)
                        .putStatusMap(new ConnectionId("missing"), StatusMap.EMPTY)
                        .build());

        assertThatThrownBy(builder::build).isInstanceOf(OrderweaveException.class);

        assertThat(shop.stores.journal().lastSequence("configuration/rules")).isZero();
    }

    @Test
    void needsStores() {
        assertThatThrownBy(() -> OrderHub.builder().build()).hasMessageContaining("a hub needs stores(...)");
    }

    @Test
    void refusesAConnectionGivenTwice() {
        assertThatThrownBy(() -> shop.builder().connection(TestShop.connection().build()))
                .hasMessage("connection channel is given twice");
        assertThatThrownBy(() -> shop.builder().paymentSource(TestShop.COURIER, new FakeBank()))
                .hasMessage("connection courier is given twice");
    }

    @Test
    void buildsWithNothingButStores() {
        Stores empty = MemoryStores.create(new TestClock(TestOrders.NOON));

        try (OrderHub hub = OrderHub.builder().stores(empty).build()) {
            assertThat(hub.effects().runDue().didAnything()).isFalse();
        }
    }

    private static Connection.Builder connection(String id, String system) {
        Connection.Builder connection = Connection.builder();
        connection
                .id(new ConnectionId(id))
                .system(new ChannelId(system))
                .settings(Settings.none())
                .seller(new SellerId("shop"));
        return connection;
    }

    /** A channel that cannot do without a secret. */
    private static final class DemandingChannel implements ChannelConnectorFactory {

        @Override
        public ChannelId channel() {
            return new ChannelId("demanding");
        }

        @Override
        public SettingsSchema settings() {
            return SettingsSchema.of(Setting.required("secret", Setting.Type.SECRET, "The secret."));
        }

        @Override
        public ChannelConnector create(Settings settings, ConnectorContext context) {
            return new FakeChannel();
        }
    }
}
