package io.orderweave.crash.judge;

import java.util.List;
import java.util.Map;

/**
 * One order as the marketplace keeps it, what was done for it included. Immutable.
 *
 * @param id the marketplace's own id
 * @param waybills every waybill entered, one that is there twice twice
 * @param invoices the number of every invoice, one that is there twice twice
 * @param uploads the number of every invoice that has its file
 * @param digests SHA-256 of the file by invoice number
 * @param statuses every status written, in order
 */
public record Sale(
        String id,
        Expectation expectation,
        List<String> waybills,
        List<String> invoices,
        List<String> uploads,
        Map<String, String> digests,
        List<String> statuses) {

    public Sale {
        waybills = List.copyOf(waybills);
        invoices = List.copyOf(invoices);
        uploads = List.copyOf(uploads);
        digests = Map.copyOf(digests);
        statuses = List.copyOf(statuses);
    }
}
