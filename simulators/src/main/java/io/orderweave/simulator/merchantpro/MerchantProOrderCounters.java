package io.orderweave.simulator.merchantpro;

import java.util.List;
import java.util.Map;

/**
 * What was stored for one order, counted. Immutable.
 *
 * @param actions every status that the API set, in order
 * @param trackingNumbers how often each number is entered, by the API or elsewhere
 * @param trackingWrites every text that the API wrote into the tracking field, in order
 * @param invoices how often the shop was told to issue its invoice
 * @param lineReplacements how often the lines were replaced
 * @param refusals how often a write was refused, by error name
 */
public record MerchantProOrderCounters(
        String orderId,
        List<String> actions,
        Map<String, Integer> trackingNumbers,
        List<String> trackingWrites,
        int invoices,
        int lineReplacements,
        Map<String, Integer> refusals) {

    public MerchantProOrderCounters {
        actions = List.copyOf(actions);
        trackingNumbers = Map.copyOf(trackingNumbers);
        trackingWrites = List.copyOf(trackingWrites);
        refusals = Map.copyOf(refusals);
    }
}
