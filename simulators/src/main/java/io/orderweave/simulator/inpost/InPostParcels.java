package io.orderweave.simulator.inpost;

import io.orderweave.simulator.internal.StateStore;
import java.time.Clock;
import java.util.Set;

/** What happens to the parcels, told by the test. Hosts call it. Thread-safe; every step is stored before it returns. */
public final class InPostParcels {

    private static final Set<String> UNCONFIRMED =
            Set.of(InPostShipment.CREATED, "offers_prepared", InPostShipment.OFFER_SELECTED, InPostShipment.CANCELED);

    private final StateStore<InPostState> store;
    private final Clock clock;

    InPostParcels(StateStore<InPostState> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Moves the latest shipment with this number or reference to a status, also one nobody knows; from then on it does not
     * go on by itself. A shipment that was not confirmed yet is confirmed first, if the status says that it was.
     *
     * @param which its tracking number or the shop's reference
     * @throws IllegalArgumentException if there is none
     */
    public void moveTo(String which, String status) {
        store.change(state -> {
            InPostShipment found = state.shipments.stream()
                    .filter(shipment -> which.equals(shipment.trackingNumber) || which.equals(shipment.reference()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new IllegalArgumentException("No such shipment: " + which));
            if (found.trackingNumber == null && !UNCONFIRMED.contains(status)) {
                found.confirm(clock.instant());
            }
            if (!found.status.equals(status)) {
                found.move(status, clock.instant());
            }
            found.byHand = true;
            return found.id;
        });
    }

    /** Lets the purchases of the next shipments fail: they stay {@code offer_selected} and are never confirmed. */
    public void failNextPurchases(int count) {
        store.change(state -> state.failingPurchases = count);
    }
}
