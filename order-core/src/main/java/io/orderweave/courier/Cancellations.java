package io.orderweave.courier;

import io.orderweave.connection.WriteAnswer;

/** Takes announced shipments back, at couriers that can. Implemented by courier modules; thread-safe. */
public interface Cancellations {

    /**
     * Cancels a shipment. Called with no transaction open, and again after a lost answer: one that is cancelled already is
     * {@link WriteAnswer.AlreadyApplied}.
     *
     * @param shipmentId the courier's
     * @return Rejected with the courier's reason once it cannot be cancelled any more; never Accepted
     * @throws io.orderweave.connection.OutsideFault when it could not be asked
     */
    WriteAnswer cancel(String shipmentId);
}
