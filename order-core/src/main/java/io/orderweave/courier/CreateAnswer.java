package io.orderweave.courier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a courier answered an announcement. A lost answer is an {@link io.orderweave.connection.OutsideFault} instead. */
public sealed interface CreateAnswer {

    /**
     * Announced.
     *
     * @param shipmentId the courier's key for label and cancellation
     * @param trackingNumber what the customer tracks it by; may equal the shipment id
     */
    record Created(String shipmentId, String trackingNumber, Optional<String> trackingUrl) implements CreateAnswer {}

    /** Taken, not decided: ask again by the handle. */
    record Accepted(String handle, Duration lookAgainAfter, Duration giveUpAfter) implements CreateAnswer {}

    /** Refused; each reason names a field or rule and holds no personal data. */
    record Rejected(List<String> reasons) implements CreateAnswer {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
