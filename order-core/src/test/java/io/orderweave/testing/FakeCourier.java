package io.orderweave.testing;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.courier.Cancellations;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.courier.Tracking;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A courier in memory: takes shipments, confirms them later, tells where they are. */
public final class FakeCourier implements CourierFactory, Courier {

    public static final ChannelId SYSTEM = new ChannelId("fake-courier");

    private final List<ShipmentRequest> created = new ArrayList<>();
    private final Map<String, List<TrackingEvent>> scans = new HashMap<>();
    private final Deque<RuntimeException> faults = new ArrayDeque<>();
    private final Deque<RuntimeException> faultsAfterCreate = new ArrayDeque<>();
    private final Deque<RuntimeException> labelFaults = new ArrayDeque<>();
    private final Deque<CreateAnswer> answers = new ArrayDeque<>();
    private final List<String> cancelled = new ArrayList<>();
    private final Deque<RuntimeException> faultsAfterCancel = new ArrayDeque<>();
    private Optional<String> cancelRefusal = Optional.empty();
    private boolean cancels = true;
    private int trackingCalls;
    private Runnable whileTracked = () -> {};
    private boolean confirmsLater;
    private boolean searchable = true;
    private boolean findsFinished;

    public List<ShipmentRequest> created() {
        return created;
    }

    /** The next announcement fails before anything happens. */
    public void failNext(RuntimeException fault) {
        faults.add(fault);
    }

    /** The next announcement happens, and its answer is this fault. */
    public void loseNextAnswer(RuntimeException fault) {
        faultsAfterCreate.add(fault);
    }

    /** The next announcement is answered so, without a shipment. */
    public void answerNext(CreateAnswer answer) {
        answers.add(answer);
    }

    /** The next label cannot be fetched. */
    public void failNextLabel(RuntimeException fault) {
        labelFaults.add(fault);
    }

    /** The next cancellation happens, and its answer is this fault. */
    public void loseNextCancelAnswer(RuntimeException fault) {
        faultsAfterCancel.add(fault);
    }

    /** Shipments cannot be cancelled any more. */
    public void refuseToCancel(String reason) {
        cancelRefusal = Optional.of(reason);
    }

    /** Cancels nothing by its interface. */
    public void cancelsNothing() {
        cancels = false;
    }

    /** The shipments cancelled, each once. */
    public List<String> cancelled() {
        return cancelled;
    }

    public void confirmsLater() {
        confirmsLater = true;
    }

    public void notSearchable() {
        searchable = false;
    }

    /** A search finds shipments that are announced to the end, rather than ones underway. */
    public void findsFinished() {
        findsFinished = true;
    }

    public void scan(String trackingNumber, TrackingStatus status, Instant at) {
        scans.computeIfAbsent(trackingNumber, key -> new ArrayList<>())
                .add(new TrackingEvent(status, status.name(), at));
    }

    /** How often it was asked where parcels are. */
    /** What happens while the courier answers where parcels are. */
    public void whileTracked(Runnable meanwhile) {
        whileTracked = meanwhile;
    }

    public int trackingCalls() {
        return trackingCalls;
    }

    @Override
    public ChannelId courier() {
        return SYSTEM;
    }

    @Override
    public SettingsSchema settings() {
        return SettingsSchema.of();
    }

    @Override
    public Courier create(ConnectionId connection, Settings settings, Clock clock) {
        return this;
    }

    @Override
    public CourierProfile profile() {
        return CourierProfile.builder()
                .deliversToAddresses(true)
                .deliversToPoints(true)
                .trackingBatch(10)
                .settleTime(Duration.ofMinutes(5))
                .callDeadline(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public void probe() {}

    @Override
    public synchronized CreateAnswer create(ShipmentRequest request) {
        if (!faults.isEmpty()) {
            throw faults.remove();
        }
        if (!answers.isEmpty()) {
            return answers.remove();
        }
        created.add(request);
        if (!faultsAfterCreate.isEmpty()) {
            throw faultsAfterCreate.remove();
        }
        String id = "C" + created.size();
        return confirmsLater
                ? new CreateAnswer.Accepted(id, Duration.ofSeconds(5), Duration.ofHours(1))
                : announced(id);
    }

    @Override
    public CreateAnswer resume(String handle) {
        return announced(handle);
    }

    private static CreateAnswer announced(String id) {
        return new CreateAnswer.Created(id, "T-" + id, Optional.empty());
    }

    @Override
    public Optional<ShipmentSearch> search() {
        return searchable ? Optional.of(this::find) : Optional.empty();
    }

    private Lookup find(String reference) {
        for (int i = 0; i < created.size(); i++) {
            if (created.get(i).reference().equals(reference)) {
                String id = "C" + (i + 1);
                return findsFinished ? Lookup.found(id) : new Lookup.Underway(id);
            }
        }
        return Lookup.absent();
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return cancels ? Optional.of(this::cancel) : Optional.empty();
    }

    private WriteAnswer cancel(String shipmentId) {
        if (cancelRefusal.isPresent()) {
            return new WriteAnswer.Rejected(cancelRefusal.get());
        }
        if (cancelled.contains(shipmentId)) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        cancelled.add(shipmentId);
        if (!faultsAfterCancel.isEmpty()) {
            throw faultsAfterCancel.remove();
        }
        return new WriteAnswer.Applied(Optional.empty());
    }

    @Override
    public Labels labels() {
        return id -> {
            if (!labelFaults.isEmpty()) {
                throw labelFaults.remove();
            }
            return new Labels.Label(("%PDF label " + id).getBytes(StandardCharsets.UTF_8), "application/pdf");
        };
    }

    @Override
    public Tracking tracking() {
        return shipments -> {
            trackingCalls++;
            whileTracked.run();
            Map<Tracking.TrackedShipment, List<TrackingEvent>> told = new HashMap<>();
            for (Tracking.TrackedShipment shipment : shipments) {
                if (scans.containsKey(shipment.trackingNumber())) {
                    told.put(shipment, List.copyOf(scans.get(shipment.trackingNumber())));
                }
            }
            return told;
        };
    }
}
