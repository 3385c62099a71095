package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.courier.Courier;
import io.orderweave.courier.Tracking.TrackedShipment;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.ShipmentId;
import io.orderweave.intake.PullReport;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.FaultText;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.Versioned;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.Progress;
import io.orderweave.payment.Payment;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.store.RecordQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a courier where the open shipments are; each shipment that moved is one transaction. */
final class TrackingPull {

    private static final Logger LOG = LoggerFactory.getLogger(TrackingPull.class);

    private final Changes changes;
    private final OrderPayments payments;

    TrackingPull(Changes changes) {
        this.changes = changes;
        this.payments = new OrderPayments(changes.book());
    }

    void pull(ConnectionId id, Courier courier, PullReport.Counter counter) {
        Repository<Shipment> shipments = changes.book().shipments();
        RecordQuery query = shipments
                .query()
                .where("connection", id.value())
                .where("tracking_open", "yes")
                .limit(courier.profile().trackingBatch());
        Optional<RecordQuery> next = Optional.of(query);
        while (next.isPresent()) {
            Repository.Page<Shipment> page = shipments.page(next.get());
            ask(id, courier, page.values(), counter);
            next = page.next().map(query::after);
        }
    }

    private void ask(ConnectionId id, Courier courier, List<Shipment> open, PullReport.Counter counter) {
        if (open.isEmpty()) {
            return;
        }
        Map<TrackedShipment, ShipmentId> asked = new HashMap<>();
        open.forEach(shipment ->
                asked.put(new TrackedShipment(shipment.courierShipmentId(), shipment.trackingNumber()), shipment.id()));
        Optional<RuntimeException> failed = Optional.empty();
        for (Map.Entry<TrackedShipment, List<TrackingEvent>> told :
                courier.tracking().track(List.copyOf(asked.keySet())).entrySet()) {
            ShipmentId shipment = asked.get(told.getKey());
            try {
                if (shipment != null && changes.call(scope -> fold(scope, id, shipment, told.getValue()))) {
                    counter.tracking();
                }
            } catch (RuntimeException fault) {
                if (PullFaults.stops(fault)) {
                    throw fault;
                }
                LOG.warn(
                        "Tracking of shipment {} of connection {} could not be saved: {}",
                        shipment,
                        id,
                        FaultText.of(fault));
                failed = failed.or(() -> Optional.of(fault));
            }
        }
        // The others have been saved; the one that failed is asked after again with the next pull.
        failed.ifPresent(fault -> {
            throw fault;
        });
    }

    private boolean fold(ChangeScope scope, ConnectionId courier, ShipmentId id, List<TrackingEvent> told) {
        Versioned<Shipment> stored =
                scope.book().shipments().findVersioned(id.value()).orElseThrow();
        Shipment before = stored.value();
        Shipment after = TrackingFold.fold(before, told);
        if (after.equals(before)) {
            return false;
        }
        scope.book().shipments().update(after, stored.version());
        if (after.status() == before.status() && !left(before, after) && !arrived(before, after)) {
            return false;
        }
        Trace trace = Trace.outside(new Actor(Actor.Kind.COURIER, courier.value()));
        if (arrived(before, after)) {
            collected(after).ifPresent(payment -> {
                if (scope.book().payments().find(payment.id().value()).isEmpty()) {
                    payments.pay(scope, payment, trace);
                }
            });
        }
        scope.change(after.order(), trace, order -> moved(order, before, after));
        return true;
    }

    /** What the courier collected by delivering. */
    private Optional<Payment> collected(Shipment shipment) {
        return shipment.collectOnDelivery()
                .map(amount -> Payment.builder()
                        .id(new PaymentId(Digest.id("collected/" + shipment.id())))
                        .order(shipment.order())
                        .amount(amount)
                        .receivedAt(changes.book().now())
                        .source(Payment.Source.COURIER)
                        .reference(shipment.trackingNumber())
                        .build());
    }

    /** Whether it is news that the parcel has left: by its scans, for a parcel may rest on its way and go on. */
    private static boolean left(Shipment before, Shipment after) {
        return isTold(after, TrackingStatus::isDispatched) && !isTold(before, TrackingStatus::isDispatched);
    }

    /** Whether it is news that the parcel was delivered, even if it was returned since. */
    private static boolean arrived(Shipment before, Shipment after) {
        return isTold(after, TrackingStatus.DELIVERED::equals) && !isTold(before, TrackingStatus.DELIVERED::equals);
    }

    private static boolean isTold(Shipment shipment, Predicate<TrackingStatus> what) {
        return shipment.history().stream().map(TrackingEvent::status).anyMatch(what);
    }

    private static Outcome moved(Order order, Shipment before, Shipment after) {
        Progress progress = order.progress();
        if (left(before, after)) {
            progress = add(
                    progress,
                    after,
                    (done, pieces) ->
                            done.toBuilder().shipped(done.shipped() + pieces).build());
        }
        if (arrived(before, after)) {
            progress = add(
                    progress,
                    after,
                    (done, pieces) -> done.toBuilder()
                            .delivered(done.delivered() + pieces)
                            .build());
        }
        if (before.isLive() && !after.isLive()) {
            progress = OrderChanges.uncovered(progress, before);
        }
        return new Outcome(
                order.toBuilder().progress(progress).build(),
                List.of(new ShipmentEvent.TrackingChanged(
                        after.id(), after.trackingNumber(), before.status(), after.status())));
    }

    private static Progress add(
            Progress progress, Shipment shipment, BiFunction<LineProgress, Integer, LineProgress> change) {
        Progress result = progress;
        for (Map.Entry<LineId, Integer> line : shipment.lines().entrySet()) {
            result = result.withLine(line.getKey(), done -> change.apply(done, line.getValue()));
        }
        return result;
    }
}
