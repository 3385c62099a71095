package io.orderweave.courier;

import java.util.Optional;

/**
 * One account at a courier. Implemented by courier modules; thread-safe.
 *
 * <p>Every method may throw {@link io.orderweave.connection.OutsideFault}; none is called with a transaction open.
 */
public interface Courier {

    CourierProfile profile();

    /** Tests the credentials. */
    void probe();

    /** Announces the shipment. */
    CreateAnswer create(ShipmentRequest request);

    /**
     * Asks after a shipment that {@link #create} answered with {@link CreateAnswer.Accepted}.
     *
     * @return never blocks for the courier; Accepted again while it is not decided
     */
    CreateAnswer resume(String handle);

    /** Looking up by our reference; absent where the courier cannot, and then a lost answer waits for a person. */
    Optional<ShipmentSearch> search();

    /** Taking announced shipments back; absent where the courier's interface cannot. */
    default Optional<Cancellations> cancellations() {
        return Optional.empty();
    }

    Labels labels();

    Tracking tracking();
}
