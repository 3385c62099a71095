package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.Tally;
import java.util.List;
import java.util.Map;

/**
 * What was stored for one order, counted. Immutable.
 *
 * @param formId the checkout form's id
 * @param shipmentsByWaybill how often each waybill is entered, by the API or elsewhere
 * @param invoicesByNumber how many invoices have this number; those without a number count under the empty text
 * @param uploadsByNumber how many of them got their file
 * @param sha256ByNumber the digest of the latest file per invoice number, in hexadecimal
 * @param fulfillmentWrites every status written, in order
 * @param refunds every refund that was taken, in order
 * @param refusals how often a write was refused, by error code
 */
public record AllegroFormCounters(
        String formId,
        Map<String, Integer> shipmentsByWaybill,
        Map<String, Integer> invoicesByNumber,
        Map<String, Integer> uploadsByNumber,
        Map<String, String> sha256ByNumber,
        List<String> fulfillmentWrites,
        List<AllegroRefund> refunds,
        Map<String, Integer> refusals) {

    public AllegroFormCounters {
        shipmentsByWaybill = Map.copyOf(shipmentsByWaybill);
        invoicesByNumber = Map.copyOf(invoicesByNumber);
        uploadsByNumber = Map.copyOf(uploadsByNumber);
        sha256ByNumber = Map.copyOf(sha256ByNumber);
        fulfillmentWrites = List.copyOf(fulfillmentWrites);
        refunds = List.copyOf(refunds);
        refusals = Map.copyOf(refusals);
    }

    /** How many waybills are entered, duplicates counted. */
    public int shipments() {
        return sum(shipmentsByWaybill);
    }

    /** How many refunds have this command id; those without one count under the empty text. */
    public Map<String, Integer> refundsByCommand() {
        return Tally.of(refunds.stream().map(AllegroRefund::commandId).toList());
    }

    /** How many invoices there are, duplicates and those without a file counted. */
    public int invoices() {
        return sum(invoicesByNumber);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
