package io.orderweave.simulator.kaufland;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All that the simulated Kaufland remembers; guarded by its state store. */
final class KauflandState {

    /** Counts what ids are made of. */
    long made;

    final Map<String, KauflandOrder> orders = new LinkedHashMap<>();
    final Map<Long, ReturnEntry> returns = new LinkedHashMap<>();
    final Map<Long, OfferEntry> offers = new LinkedHashMap<>();
    final Map<Long, Subscription> subscriptions = new LinkedHashMap<>();

    long next() {
        return ++made;
    }

    Optional<OrderUnit> unit(long id) {
        return orders.values().stream()
                .flatMap(order -> order.units.stream())
                .filter(unit -> unit.id == id)
                .findFirst();
    }

    /** The order that has the unit. */
    Optional<KauflandOrder> orderOf(long unitId) {
        return orders.values().stream()
                .filter(order -> order.units.stream().anyMatch(unit -> unit.id == unitId))
                .findFirst();
    }

    Optional<ReturnEntry> returnOf(long returnUnitId) {
        return returns.values().stream()
                .filter(entry -> entry.units.stream().anyMatch(unit -> unit.id == returnUnitId))
                .findFirst();
    }
}
