package io.orderweave.internal.intake;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.PullReport;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.FaultText;
import io.orderweave.internal.book.ListenerFault;
import io.orderweave.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a channel's order feed batch by batch; each batch and its checkpoint are one transaction. */
final class OrderPull {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPull.class);
    private static final String FEED = "orders";

    private final Changes changes;
    private final Checkpoints checkpoints;
    private final QuarantineDesk quarantine;
    private final Map<ConnectionId, OrderIntake> intakes = new ConcurrentHashMap<>();

    OrderPull(Changes changes) {
        this.changes = changes;
        this.checkpoints = new Checkpoints(changes.book());
        this.quarantine = new QuarantineDesk(changes.book());
    }

    void pull(ConnectionId id, ChannelConnector connector, PullReport.Counter counter) {
        Optional<OrderFeed> feed = connector.orderFeed();
        if (feed.isEmpty()) {
            return;
        }
        OrderIntake intake = intake(id, connector);
        boolean more = true;
        while (more) {
            OrderFeed.Batch batch = feed.get()
                    .poll(checkpoints.get(id, FEED), connector.profile().pageSize());
            save(id, intake, batch, counter);
            more = batch.more();
        }
    }

    /** Takes one order that was read alone; one that cannot be saved is quarantined with its cause. */
    OrderFate take(ConnectionId id, ChannelConnector connector, Item item) {
        OrderIntake intake = intake(id, connector);
        try {
            return changes.attempt(scope -> intake.take(scope, List.of(item)).get(0));
        } catch (ListenerFault fault) {
            // Whether the listener is broken or the order, one order does not tell.
            throw fault.thrown();
        } catch (RuntimeException fault) {
            if (PullFaults.stops(fault)) {
                throw fault;
            }
            changes.run(scope -> put(id, intake, new Failure(item, fault)));
            return OrderFate.QUARANTINED;
        }
    }

    private void save(ConnectionId id, OrderIntake intake, OrderFeed.Batch batch, PullReport.Counter counter) {
        try {
            List<OrderFate> fates = changes.attempt(whole -> {
                List<OrderFate> taken = new ArrayList<>();
                // Each item sees what the one before it saved: a batch may tell of one order twice, or of orders and
                // their joint payment.
                while (taken.size() < batch.items().size()) {
                    List<Item> rest =
                            batch.items().subList(taken.size(), batch.items().size());
                    taken.addAll(changes.attempt(scope -> intake.take(scope, rest)));
                }
                checkpoints.save(id, FEED, batch.next());
                return taken;
            });
            fates.forEach(counter::order);
        } catch (RuntimeException fault) {
            if (PullFaults.stops(fault)) {
                throw fault;
            }
            LOG.warn(
                    "A batch of connection {} could not be saved as a whole; its items are saved one by one: {}",
                    id,
                    FaultText.of(fault));
            saveOneByOne(id, intake, batch, counter);
        }
    }

    /** Each item alone; the one that fails is quarantined with its cause. */
    private void saveOneByOne(ConnectionId id, OrderIntake intake, OrderFeed.Batch batch, PullReport.Counter counter) {
        List<Failure> failures = new ArrayList<>();
        List<OrderFate> fates = new ArrayList<>();
        for (Item item : batch.items()) {
            try {
                OrderFate fate = changes.attempt(
                        scope -> intake.take(scope, List.of(item)).get(0));
                fates.add(fate);
                counter.order(fate);
            } catch (RuntimeException fault) {
                if (PullFaults.stops(fault)) {
                    throw fault;
                }
                failures.add(new Failure(item, fault));
            }
        }
        stopForBrokenListener(fates, failures);
        changes.run(scope -> {
            failures.forEach(failure -> put(id, intake, failure));
            checkpoints.save(id, FEED, batch.next());
        });
        failures.forEach(failure -> counter.order(OrderFate.QUARANTINED));
    }

    /** A listener that fails for every order of the batch that it was told of is broken; the orders are not. */
    private static void stopForBrokenListener(List<OrderFate> fates, List<Failure> failures) {
        boolean worked = fates.contains(OrderFate.IMPORTED) || fates.contains(OrderFate.CHANGED);
        if (!worked
                && !failures.isEmpty()
                && failures.stream().allMatch(failure -> failure.fault() instanceof ListenerFault)) {
            throw ((ListenerFault) failures.get(0).fault()).thrown();
        }
    }

    private void put(ConnectionId id, OrderIntake intake, Failure failure) {
        if (failure.item() instanceof Item.Changed changed) {
            String externalId = changed.order().externalId();
            quarantine.put(
                    id,
                    externalId,
                    intake.keepable(externalId, changed.order().raw()),
                    "NOT_SAVED",
                    FaultText.of(failure.fault()));
        } else {
            // Not even put away: the checkpoint must not pass it.
            throw failure.fault();
        }
    }

    private record Failure(Item item, RuntimeException fault) {}

    private OrderIntake intake(ConnectionId id, ChannelConnector connector) {
        OrderIntake known = intakes.get(id);
        if (known != null) {
            return known;
        }
        Connection connection = changes.setup().connection(id);
        RemoteAccount account = connector.probe();
        claim(connection, account);
        OrderIntake intake = new OrderIntake(changes.book(), changes.setup(), connection, account);
        intakes.put(id, intake);
        return intake;
    }

    /** One account has one connection: two would import every order twice. That of a removed connection is free. */
    private void claim(Connection connection, RemoteAccount account) {
        String owner = changes.call(scope -> {
            String id = "account/" + connection.system() + "/" + account;
            Optional<String> known = scope.book()
                    .configuration()
                    .find(id)
                    .map(claimed -> claimed.content().asText())
                    .filter(name -> changes.setup().connections().containsKey(new ConnectionId(name)));
            if (known.isEmpty()) {
                scope.book()
                        .configuration()
                        .put(new ConfigurationRecord(
                                id, "account", Json.tree(connection.id().value())));
            }
            return known.orElse(connection.id().value());
        });
        if (!owner.equals(connection.id().value())) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "connection " + connection.id() + " leads to account " + account + " of " + connection.system()
                            + ", which connection " + owner + " already serves; remove one of them");
        }
    }
}
