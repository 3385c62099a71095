package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OrderReader;
import io.orderweave.courier.Courier;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.OrderId;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.PullReport;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.Outside;
import io.orderweave.order.Order;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.PaymentSource;
import io.orderweave.store.LeaseStore.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Pulls everything a connection brings: orders, payments, tracking. One node at a time for each connection. */
public final class Pulls {

    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    /** Longer than a pull takes; a node that dies frees the connection after it. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Changes changes;
    private final Outside outside;
    private final ConnectionHealth health;
    private final String node;
    private final OrderPull orders;
    private final PaymentPull payments;
    private final TrackingPull tracking;

    public Pulls(Changes changes, Outside outside, ConnectionHealth health, PaymentMatcher matcher, String node) {
        this.changes = changes;
        this.outside = outside;
        this.health = health;
        this.node = node;
        this.orders = new OrderPull(changes);
        this.payments = new PaymentPull(changes, matcher);
        this.tracking = new TrackingPull(changes);
    }

    public PullReport pull(ConnectionId id) {
        refuseInTransaction("a pull");
        if (changes.setup().connection(id).mode() == Mode.OFF) {
            return PullReport.NOT_RUN;
        }
        return alone(id, () -> pullNow(id)).orElse(PullReport.NOT_RUN);
    }

    /** Does what reads a connection; empty when somebody else reads it now. What is read later must be saved later. */
    private <T> Optional<T> alone(ConnectionId id, Supplier<T> reading) {
        health.stopped(id).ifPresent(reason -> {
            throw new OrderweaveException(FaultCategory.AUTHORISATION, "connection " + id + " is stopped: " + reason);
        });
        Optional<Lease> lease = changes.book().stores().leases().acquire("pull/" + id, node, LEASE);
        if (lease.isEmpty()) {
            LOG.debug("Connection {} is being pulled by another node", id);
            return Optional.empty();
        }
        MDC.put("connection", id.value());
        try {
            return Optional.of(reading.get());
        } catch (OrderweaveException fault) {
            if (fault.category() == FaultCategory.AUTHORISATION) {
                health.stop(id, String.valueOf(fault.getMessage()));
            }
            throw fault;
        } finally {
            MDC.remove("connection");
            changes.book().stores().leases().release(lease.get());
        }
    }

    private PullReport pullNow(ConnectionId id) {
        PullReport.Counter counter = new PullReport.Counter();
        ChannelConnector channel = outside.channels().get(id);
        if (channel != null) {
            orders.pull(id, channel, counter);
        }
        PaymentSource source = outside.paymentSources().get(id);
        if (source != null) {
            payments.pull(id, source, counter);
        }
        Courier courier = outside.couriers().get(id);
        if (courier != null) {
            tracking.pull(id, courier, counter);
        }
        return counter.report();
    }

    /** Tests the credentials; success lets a stopped connection go on. */
    public void probe(ConnectionId id) {
        refuseInTransaction("a probe");
        changes.setup().connection(id);
        outside.channel(id).ifPresent(ChannelConnector::probe);
        Optional.ofNullable(outside.couriers().get(id)).ifPresent(Courier::probe);
        health.resume(id);
    }

    /** Reads one order as it is at its channel now and puts it into the book; empty when somebody else reads the connection now. */
    Optional<OrderFate> read(ConnectionId id, String externalId) {
        refuseInTransaction("reading an order");
        if (changes.setup().connection(id).mode() == Mode.OFF) {
            throw invalid("connection " + id + " is " + Mode.OFF + " and asked for nothing");
        }
        ChannelConnector channel =
                outside.channel(id).orElseThrow(() -> invalid("connection " + id + " leads to no sales channel"));
        OrderReader reader = channel.orderReader()
                .orElseThrow(() -> invalid("connection " + id + " cannot be asked for a single order"));
        return alone(id, () -> orders.take(id, channel, reader.read(externalId)));
    }

    /** Whether the connection can be asked for a single order. */
    boolean canRead(ConnectionId id) {
        return outside.channel(id).flatMap(ChannelConnector::orderReader).isPresent();
    }

    /** As {@link #read}, for somebody who waits for the outcome. */
    OrderFate readNow(ConnectionId id, String externalId) {
        return read(id, externalId)
                .orElseThrow(() -> new OrderweaveException(
                        FaultCategory.TRANSIENT,
                        "connection " + id + " is being pulled, which may bring the order; try again afterwards"));
    }

    /** Reads an order of the book again. */
    public OrderFate refresh(OrderId id) {
        refuseInTransaction("reading an order");
        Order order = changes.book()
                .findOrder(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
        ConnectionId connection = order.connection()
                .orElseThrow(() -> invalid("order " + id + " came by no channel, which could be asked for it"));
        return readNow(connection, order.ref().orElseThrow().externalId());
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }

    void refuseInTransaction(String what) {
        if (changes.book().stores().transactor().active()) {
            throw new IllegalStateException(what + " calls the outside and must not run inside a transaction");
        }
    }
}
