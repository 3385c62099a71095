package io.orderweave.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.StatusId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The host's statuses in their order; the first is where new orders start when no map says otherwise. Immutable. */
public final class StatusCatalogue {

    private final Map<StatusId, OrderStatus> statuses = new LinkedHashMap<>();
    private final List<OrderStatus> ordered;

    private StatusCatalogue(List<OrderStatus> statuses) {
        this.ordered = List.copyOf(statuses);
        ordered.forEach(status -> this.statuses.putIfAbsent(status.id(), status));
    }

    /** A catalogue as given; {@link #problems()} tells what is wrong with it. */
    @JsonCreator
    public static StatusCatalogue of(List<OrderStatus> statuses) {
        return new StatusCatalogue(statuses);
    }

    /** Ready statuses for a shop that does not care yet: one for each phase, and "paid" beside "new". */
    public static StatusCatalogue standard() {
        return of(List.of(
                OrderStatus.of("waiting", Phase.PENDING, "Waiting"),
                OrderStatus.of("new", Phase.OPEN, "New"),
                OrderStatus.of("paid", Phase.OPEN, "Paid"),
                OrderStatus.of("packing", Phase.IN_PROGRESS, "Packing"),
                OrderStatus.of("ready", Phase.READY, "Ready to ship"),
                OrderStatus.of("shipped", Phase.SHIPPED, "Shipped"),
                OrderStatus.of("delivered", Phase.DELIVERED, "Delivered"),
                OrderStatus.of("returned", Phase.RETURNED, "Returned"),
                OrderStatus.of("cancelled", Phase.CANCELLED, "Cancelled")));
    }

    @JsonValue
    public List<OrderStatus> statuses() {
        return ordered;
    }

    public Optional<OrderStatus> find(StatusId id) {
        return Optional.ofNullable(statuses.get(id));
    }

    /**
     * The status of that id.
     *
     * @throws OrderweaveException (NOT_FOUND) naming the id
     */
    public OrderStatus get(StatusId id) {
        return find(id).orElseThrow(() -> new OrderweaveException(
                FaultCategory.NOT_FOUND, "no status " + id + " in the catalogue; there are " + statuses.keySet()));
    }

    public Phase phase(StatusId id) {
        return get(id).phase().orElseThrow(() -> new IllegalStateException("status " + id + " has no phase"));
    }

    /** Where new orders start when no status map says otherwise. */
    public StatusId initial() {
        return ordered.get(0).id();
    }

    /** The first status of that phase. */
    public Optional<StatusId> firstOf(Phase phase) {
        return ordered.stream()
                .filter(status -> status.phase().equals(Optional.of(phase)))
                .map(OrderStatus::id)
                .findFirst();
    }

    /** Whether a status comes before another: by phase, within a phase by their places in the catalogue. */
    public boolean isBefore(StatusId status, StatusId other) {
        int phases = phase(status).compareTo(phase(other));
        return phases < 0 || (phases == 0 && ordered.indexOf(get(status)) < ordered.indexOf(get(other)));
    }

    /** Whether an order may go from one status to the other. */
    public boolean allows(StatusId from, StatusId to) {
        Set<StatusId> next = get(from).next();
        return next.isEmpty() || next.contains(to);
    }

    /** Everything wrong with the catalogue, each as one sentence that names the status; empty when it is sound. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (ordered.isEmpty()) {
            problems.add("the status catalogue is empty");
        }
        Set<StatusId> seen = new HashSet<>();
        for (OrderStatus status : ordered) {
            if (!seen.add(status.id())) {
                problems.add("status " + status.id() + " is declared twice");
            }
            if (status.phase().isEmpty()) {
                problems.add("status " + status.id() + " has no phase");
            }
            for (StatusId next : status.next()) {
                if (!statuses.containsKey(next)) {
                    problems.add("status " + status.id() + " may be followed by " + next
                            + ", which is not in the catalogue");
                }
            }
        }
        for (OrderStatus status : ordered) {
            if (!reachesFinal(status)) {
                problems.add(
                        "status " + status.id()
                                + " is a dead end: no status with a final phase (delivered, returned, cancelled) can be reached from it");
            }
        }
        return problems;
    }

    private boolean reachesFinal(OrderStatus start) {
        Set<StatusId> visited = new HashSet<>();
        List<OrderStatus> toVisit = new ArrayList<>(List.of(start));
        while (!toVisit.isEmpty()) {
            OrderStatus status = toVisit.remove(toVisit.size() - 1);
            if (status.phase().map(Phase::isFinal).orElse(false)) {
                return true;
            }
            if (visited.add(status.id())) {
                if (status.next().isEmpty()) {
                    toVisit.addAll(ordered);
                } else {
                    status.next().forEach(id -> find(id).ifPresent(toVisit::add));
                }
            }
        }
        return false;
    }
}
