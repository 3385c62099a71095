package io.orderweave;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.SecretKeys;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.document.DocumentRenderer;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectHandler;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.IdSource;
import io.orderweave.id.SellerId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.FactReaders;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.RegisteredAction;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.hub.ConfigurationCheck;
import io.orderweave.internal.hub.Engine;
import io.orderweave.internal.hub.Vaults;
import io.orderweave.internal.ledger.EffectRunner;
import io.orderweave.mapping.MappingSet;
import io.orderweave.notice.NoticeTemplate;
import io.orderweave.notice.Notifier;
import io.orderweave.order.CommandPolicy;
import io.orderweave.order.OrderListener;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.PaymentSource;
import io.orderweave.rule.FactField;
import io.orderweave.rule.FactReader;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.HostAction;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a hub's configuration. {@link #build} verifies it as a whole. Not thread-safe. */
public final class OrderHubBuilder {

    private final Map<ChannelId, ChannelConnectorFactory> connectors = new LinkedHashMap<>();
    private final Map<ChannelId, CourierFactory> couriers = new LinkedHashMap<>();
    private final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    private final Map<ConnectionId, PaymentSource> paymentSources = new LinkedHashMap<>();
    private final Map<SellerId, Seller> sellers = new LinkedHashMap<>();
    private final Map<String, NoticeTemplate> templates = new LinkedHashMap<>();
    private final Map<String, Notifier> notifiers = new LinkedHashMap<>();
    private final Map<String, RegisteredAction> actions = new LinkedHashMap<>();
    private final List<OrderListener> listeners = new ArrayList<>();
    private final List<EffectHandler> handlers = new ArrayList<>();
    private StatusCatalogue statuses = StatusCatalogue.standard();
    private FieldCatalogue ruleFields = FieldCatalogue.standard();
    private FactReaders facts = FactReaders.NONE;
    private RuleSet rules = RuleSet.EMPTY;
    private MappingSet mappings = MappingSet.EMPTY;
    private boolean followsStored;
    private PaymentMatcher matcher = PaymentMatcher.standard();
    private CommandPolicy policy = CommandPolicy.everything();
    private Clock clock = Clock.systemUTC();
    private String node = "node-" + ProcessHandle.current().pid();
    private Duration alertDoubtAfter = Duration.ofHours(1);
    private Optional<DocumentRenderer> renderer = Optional.empty();
    private SecretKeys keys = SecretKeys.none();
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

    /**
     * Statuses, payment and delivery methods of connections, and milestones of couriers; none when not given. When newer than what is in
     * force, they are put in force; older ones change nothing.
     */
    public OrderHubBuilder mappings(MappingSet mappings) {
        this.mappings = mappings;
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

    /** The fields that rules may name, when the host adds some of its own; {@link FieldCatalogue#standard()} when not given. */
    public OrderHubBuilder ruleFields(FieldCatalogue fields) {
        this.ruleFields = fields;
        return this;
    }

    /**
     * Supplies a field from beside the order, such as {@link io.orderweave.rule.Field#CUSTOMER_ORDERS} or one made by {@link
     * io.orderweave.rule.NumberField#beside} that is among the {@link #ruleFields}. What nobody supplies is unknown.
     *
     * @param reader called with no transaction of the hub's open, when a rule asks for the field; in a transaction of the host's it
     *     cannot be called, and the field is unknown
     */
    public <T> OrderHubBuilder ruleFact(FactField<T> field, FactReader<T> reader) {
        facts = facts.with(field, reader);
        return this;
    }

    /** The shop's rules; none when not given. When newer than what is in force, they are put in force; older ones change nothing. */
    public OrderHubBuilder rules(RuleSet rules) {
        this.rules = rules;
        return this;
    }

    /**
     * For a tool beside the running shop, such as a report or a command line: the hub goes by the rules and mappings that others put in
     * force, and {@link #build} puts nothing in force and enters nothing in the journal. Where nothing is in force yet, it has no rules
     * and no mappings. Give it no {@link #rules} and no {@link #mappings}; those that are only looked at are arguments of {@code
     * hub.rules()} and {@code hub.journal()}.
     */
    public OrderHubBuilder followStored() {
        this.followsStored = true;
        return this;
    }

    /** A text of notices that rules may name. */
    public OrderHubBuilder noticeTemplate(NoticeTemplate template) {
        if (templates.put(template.name(), template) != null) {
            throw new IllegalArgumentException("template " + template.name() + " is given twice");
        }
        return this;
    }

    /** Sends notices by one channel; without any, rules can send none. */
    public OrderHubBuilder notifier(Notifier notifier) {
        if (notifiers.put(notifier.channel(), notifier) != null) {
            throw new IllegalArgumentException("a notifier for channel " + notifier.channel() + " is given twice");
        }
        return this;
    }

    /**
     * An action of the host's own that rules may name, with the handler that does what it plans; the handler says whether that can be
     * taken back and how a lost answer is resolved.
     */
    public OrderHubBuilder ruleAction(HostAction action, EffectHandler handler) {
        if (actions.put(action.name(), new RegisteredAction(action, handler.kind(), handler.irreversible())) != null) {
            throw new IllegalArgumentException("action " + action.name() + " is given twice");
        }
        // Several actions may plan effects of one kind.
        return handlers.contains(handler) ? this : effectHandler(handler);
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

    /** Does effects of a kind of the host's own, planned by {@code hub.effects().plan(...)}; of the library's kinds none can be replaced. */
    public OrderHubBuilder effectHandler(EffectHandler handler) {
        handlers.add(handler);
        return this;
    }

    /** How long an effect may be in doubt before {@code effect.unresolved} is raised; an hour when not given. */
    public OrderHubBuilder alertDoubtAfter(Duration duration) {
        this.alertDoubtAfter = duration;
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
     * Keys under which tokens lie in the store; without, they lie there in clear text. To change the key, give the new one with the old
     * as {@link SecretKeys#withOlder older}, and call {@link OrderHub#reencryptTokens} once every node has both.
     */
    public OrderHubBuilder encryption(SecretKeys keys) {
        this.keys = keys;
        return this;
    }

    /**
     * Verifies the configuration, enters what changed in the journal (unless it {@linkplain #followStored() follows}), and wires the hub.
     * Makes no call to the outside.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) with every fault found, a line each
     */
    public OrderHub build() {
        Setup setup = Setup.builder()
                .statuses(statuses)
                .followsStored(followsStored)
                .rules(rules)
                .ruleFields(ruleFields)
                .connections(connections)
                .sellers(sellers)
                .mappings(mappings)
                .templates(templates)
                .notifiers(notifiers.keySet())
                .hostActions(actions)
                .build();
        List<String> problems = new ArrayList<>();
        Map<ConnectionId, Settings> settings = completeSettings(problems);
        ConfigurationCheck check =
                new ConfigurationCheck(ofSystems(connectors), ofSystems(couriers), paymentSources.keySet());
        problems.addAll(check.problems(setup));
        problems.addAll(facts.problems(ruleFields));
        if (followsStored && !(rules.equals(RuleSet.EMPTY) && mappings.equals(MappingSet.EMPTY))) {
            problems.add(
                    "a hub that follows what is stored brings no rules and mappings; leave them out, or followStored()");
        }
        Stores chosen = stores;
        if (chosen == null) {
            problems.add("a hub needs stores(...)");
        }
        if (chosen == null || !problems.isEmpty()) {
            throw new OrderweaveException(FaultCategory.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        Book book = new Book(chosen, clock, new IdSource(clock));
        ConnectionHealth health = new ConnectionHealth();
        Engine.HostParts host = new Engine.HostParts(
                policy,
                listeners,
                facts,
                matcher,
                renderer,
                handlers,
                notifiers,
                new EffectRunner.Terms(node, alertDoubtAfter));
        Vaults tokens = new Vaults(book, health, node, keys);
        Map<ConnectionId, TokenVault> vaults = new LinkedHashMap<>();
        for (ConnectionId channel : ofSystems(connectors)) {
            vaults.put(channel, tokens.of(channel));
        }
        Outside outside = open(settings, vaults);
        return new OrderHub(new Engine(book, setup, check, outside, health, host), tokens, vaults);
    }

    /** The settings of every connection to a channel or courier, with defaults filled in. */
    private Map<ConnectionId, Settings> completeSettings(List<String> problems) {
        Map<ConnectionId, Settings> complete = new LinkedHashMap<>();
        for (Connection connection : connections.values()) {
            Optional<SettingsSchema> schema = Optional.ofNullable(connectors.get(connection.system()))
                    .map(ChannelConnectorFactory::settings)
                    .or(() -> Optional.ofNullable(couriers.get(connection.system()))
                            .map(CourierFactory::settings));
            if (schema.isEmpty() && paymentSources.containsKey(connection.id())) {
                continue;
            }
            if (schema.isEmpty()) {
                problems.add("connection " + connection.id() + " leads to " + connection.system()
                        + ", for which there is no connector; there are channels " + connectors.keySet()
                        + " and couriers " + couriers.keySet());
                continue;
            }
            try {
                complete.put(connection.id(), schema.get().complete(connection.id(), connection.settings()));
            } catch (OrderweaveException fault) {
                problems.add(String.valueOf(fault.getMessage()));
            }
        }
        return complete;
    }

    /** The connections that lead to one of the systems. */
    private Set<ConnectionId> ofSystems(Map<ChannelId, ?> systems) {
        Set<ConnectionId> leading = new LinkedHashSet<>();
        for (Connection connection : connections.values()) {
            if (systems.containsKey(connection.system())) {
                leading.add(connection.id());
            }
        }
        return leading;
    }

    private Outside open(Map<ConnectionId, Settings> settings, Map<ConnectionId, TokenVault> vaults) {
        Map<ConnectionId, ChannelConnector> channels = new LinkedHashMap<>();
        Map<ConnectionId, Courier> courierConnections = new LinkedHashMap<>();
        settings.forEach((id, complete) -> {
            ChannelId system = Objects.requireNonNull(connections.get(id)).system();
            ChannelConnectorFactory channel = connectors.get(system);
            if (channel != null) {
                TokenVault vault = Objects.requireNonNull(vaults.get(id));
                channels.put(id, channel.create(complete, new Context(id, clock, vault)));
            } else {
                courierConnections.put(
                        id, Objects.requireNonNull(couriers.get(system)).create(id, complete, clock));
            }
        });
        return new Outside(channels, courierConnections, paymentSources);
    }

    private record Context(ConnectionId connection, Clock clock, TokenVault tokens) implements ConnectorContext {}
}
