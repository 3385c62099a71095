package io.orderweave;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.document.Seller;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.IdSource;
import io.orderweave.id.SellerId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.hub.Engine;
import io.orderweave.internal.hub.Vaults;
import io.orderweave.order.CommandPolicy;
import io.orderweave.order.Dictionary;
import io.orderweave.order.OrderListener;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusMap;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.PaymentSource;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects a hub's configuration. {@link #build} verifies it as a whole. Not thread-safe. */
public final class OrderHubBuilder {

    private final Map<ChannelId, ChannelConnectorFactory> connectors = new LinkedHashMap<>();
    private final Map<ChannelId, CourierFactory> couriers = new LinkedHashMap<>();
    private final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    private final Map<ConnectionId, PaymentSource> paymentSources = new LinkedHashMap<>();
    private final Map<ConnectionId, StatusMap> statusMaps = new LinkedHashMap<>();
    private final Map<ConnectionId, Dictionary> dictionaries = new LinkedHashMap<>();
    private final Map<SellerId, Seller> sellers = new LinkedHashMap<>();
    private final List<OrderListener> listeners = new ArrayList<>();
    private StatusCatalogue statuses = StatusCatalogue.standard();
    private RuleSet rules = RuleSet.EMPTY;
    private PaymentMatcher matcher = PaymentMatcher.standard();
    private CommandPolicy policy = CommandPolicy.everything();
    private Clock clock = Clock.systemUTC();
    private String node = "node-" + ProcessHandle.current().pid();
    private Optional<DocumentRenderer> renderer = Optional.empty();
    private @Nullable Stores stores;

    OrderHubBuilder() {}

    /** Where everything is kept; required. Its schema must be in place. */
    public OrderHubBuilder stores(Stores stores) {
        this.stores = stores;
        return this;
    }

    /** The clock of everything but leases and deadlines, which go by the stores' time. */
    public OrderHubBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** This process's name in attempts and leases; must differ between nodes on one database. */
    public OrderHubBuilder node(String node) {
        this.node = node;
        return this;
    }

    /** A sales channel that connections may name. */
    public OrderHubBuilder connector(ChannelConnectorFactory factory) {
        connectors.put(factory.channel(), factory);
        return this;
    }

    /** A courier that connections may name. */
    public OrderHubBuilder courier(CourierFactory factory) {
        couriers.put(factory.courier(), factory);
        return this;
    }

    /** One account at a sales channel or courier. */
    public OrderHubBuilder connection(Connection connection) {
        if (connections.put(connection.id(), connection) != null) {
            throw new IllegalArgumentException("connection " + connection.id() + " is given twice");
        }
        return this;
    }

    /** A source of bank transactions as a connection. */
    public OrderHubBuilder paymentSource(ConnectionId id, PaymentSource source) {
        connection(Connection.builder()
                .id(id)
                .system(new ChannelId("bank"))
                .settings(Settings.none())
                .build());
        paymentSources.put(id, source);
        return this;
    }

    public OrderHubBuilder statusMap(ConnectionId connection, StatusMap map) {
        statusMaps.put(connection, map);
        return this;
    }

    public OrderHubBuilder dictionary(ConnectionId connection, Dictionary dictionary) {
        dictionaries.put(connection, dictionary);
        return this;
    }

    public OrderHubBuilder seller(Seller seller) {
        sellers.put(seller.id(), seller);
        return this;
    }

    /** The shop's statuses; {@link StatusCatalogue#standard()} when not given. */
    public OrderHubBuilder statuses(StatusCatalogue statuses) {
        this.statuses = statuses;
        return this;
    }

    public OrderHubBuilder rules(RuleSet rules) {
        this.rules = rules;
        return this;
    }

    /** The cascade by which bank transactions find their orders. */
    public OrderHubBuilder matching(PaymentMatcher matcher) {
        this.matcher = matcher;
        return this;
    }

    /** Draws documents; without one they are issued and never drawn. */
    public OrderHubBuilder renderer(DocumentRenderer renderer) {
        this.renderer = Optional.of(renderer);
        return this;
    }

    /** Host code that is called in the transaction of every change of an order. */
    public OrderHubBuilder listener(OrderListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Asked before every command of a person or the host. */
    public OrderHubBuilder policy(CommandPolicy policy) {
        this.policy = policy;
        return this;
    }

    /**
     * Verifies the configuration, enters what changed in the journal, and wires the hub. Makes no call to the outside.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault found, a line each
     */
    public OrderHub build() {
        if (stores == null) {
            throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, "a hub needs stores(...)");
        }
        Book book = new Book(stores, clock, new IdSource(clock));
        ConnectionHealth health = new ConnectionHealth();
        Map<ConnectionId, ChannelConnector> channels = new LinkedHashMap<>();
        Map<ConnectionId, Courier> courierConnections = new LinkedHashMap<>();
        Map<ConnectionId, TokenVault> vaults = new LinkedHashMap<>();
        for (Connection connection : connections.values()) {
            ChannelConnectorFactory channel = connectors.get(connection.system());
            CourierFactory courier = couriers.get(connection.system());
            if (channel != null) {
                TokenVault vault = Vaults.of(book, health, connection.id(), node);
                vaults.put(connection.id(), vault);
                channels.put(connection.id(), open(channel, connection, vault));
            } else if (courier != null) {
                courierConnections.put(connection.id(), open(courier, connection));
            } else if (!paymentSources.containsKey(connection.id())) {
                throw unknownSystem(connection);
            }
        }
        Setup setup = Setup.builder()
                .statuses(statuses)
                .rules(rules)
                .connections(connections)
                .sellers(sellers)
                .statusMaps(statusMaps)
                .dictionaries(dictionaries)
                .build();
        Outside outside = new Outside(channels, courierConnections, paymentSources);
        Engine.HostParts host = new Engine.HostParts(policy, listeners, matcher, renderer);
        return new OrderHub(stores, new Engine(book, setup, outside, health, host, node), vaults);
    }

    private ChannelConnector open(ChannelConnectorFactory factory, Connection connection, TokenVault vault) {
        Settings settings = factory.settings().complete(connection.id(), connection.settings());
        return factory.create(settings, new Context(connection.id(), clock, vault));
    }

    private Courier open(CourierFactory factory, Connection connection) {
        Settings settings = factory.settings().complete(connection.id(), connection.settings());
        return factory.create(connection.id(), settings, clock);
    }

    private OrderweaveException unknownSystem(Connection connection) {
        return new OrderweaveException(
                FaultCategory.INVALID_CONFIGURATION,
                "connection " + connection.id() + " leads to " + connection.system()
                        + ", for which there is no connector; there are channels " + connectors.keySet()
                        + " and couriers " + couriers.keySet());
    }

    private record Context(ConnectionId connection, Clock clock, TokenVault tokens) implements ConnectorContext {}
}
