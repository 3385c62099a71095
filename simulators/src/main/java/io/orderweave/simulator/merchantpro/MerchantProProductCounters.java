package io.orderweave.simulator.merchantpro;

import java.util.List;
import java.util.Map;

/**
 * What was stored for one product, counted. Immutable.
 *
 * @param variants ids of the variants there are
 * @param writes every stock and price written, as {@code sku field=value}, in order
 * @param refusals how often a write was refused, by error name
 */
public record MerchantProProductCounters(
        String productId, List<String> variants, List<String> writes, Map<String, Integer> refusals) {

    public MerchantProProductCounters {
        variants = List.copyOf(variants);
        writes = List.copyOf(writes);
        refusals = Map.copyOf(refusals);
    }
}
