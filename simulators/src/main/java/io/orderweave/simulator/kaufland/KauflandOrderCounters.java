package io.orderweave.simulator.kaufland;

import java.util.List;
import java.util.Map;

/**
 * What was stored for one order, counted. Immutable.
 *
 * @param orderId the order's id
 * @param units its pieces, in their order
 * @param invoicesByName how many of the seller's invoices have this file name
 * @param sha256ByName the digest of the latest file per name, in hexadecimal
 * @param refusals how often a write was refused, by the status the unit had
 */
public record KauflandOrderCounters(
        String orderId,
        List<KauflandUnitCounters> units,
        Map<String, Integer> invoicesByName,
        Map<String, String> sha256ByName,
        Map<String, Integer> refusals) {

    public KauflandOrderCounters {
        units = List.copyOf(units);
        invoicesByName = Map.copyOf(invoicesByName);
        sha256ByName = Map.copyOf(sha256ByName);
        refusals = Map.copyOf(refusals);
    }

    /** The ids of its pieces. */
    public List<Long> unitIds() {
        return units.stream().map(KauflandUnitCounters::unitId).toList();
    }

    /** The statuses of its pieces. */
    public List<String> statuses() {
        return units.stream().map(KauflandUnitCounters::status).toList();
    }

    /**
     * One piece.
     *
     * @throws IllegalArgumentException if the order has no such unit
     */
    public KauflandUnitCounters unit(long unitId) {
        return units.stream()
                .filter(unit -> unit.unitId() == unitId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit " + unitId + " in " + orderId));
    }
}
