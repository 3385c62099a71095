package io.orderweave.simulator.kaufland;

import java.util.List;
import java.util.Map;

/**
 * What was stored for one ordered piece, counted. Immutable.
 *
 * @param unitId the order unit's id
 * @param status as it is now
 * @param parcelsByNumber how often each tracking number is entered
 * @param carriers the carrier of each tracking number's latest entry
 * @param refundedCents every refund, in order, in cents
 * @param cancelReason why it was cancelled; empty when it is not
 */
public record KauflandUnitCounters(
        long unitId,
        String status,
        Map<String, Integer> parcelsByNumber,
        Map<String, String> carriers,
        List<Long> refundedCents,
        String cancelReason) {

    public KauflandUnitCounters {
        parcelsByNumber = Map.copyOf(parcelsByNumber);
        carriers = Map.copyOf(carriers);
        refundedCents = List.copyOf(refundedCents);
    }
}
