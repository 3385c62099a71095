package io.orderweave.crash.judge;

import java.util.List;
import java.util.Map;

/**
 * One order as its marketplace keeps it, what was done for it included. Immutable.
 *
 * @param id the marketplace's own id
 * @param parts what is sent and told of each on its own: the whole order, or its pieces
 * @param invoices the number of every invoice, one that is there twice twice
 * @param uploads the number of every invoice that has its file
 * @param digests SHA-256 of the file by invoice number
 * @param way the seller's statuses at the marketplace in the order of an order's life; the last must be told
 */
public record Sale(
        String id,
        Expectation expectation,
        List<Part> parts,
        List<String> invoices,
        List<String> uploads,
        Map<String, String> digests,
        List<String> way) {

    public Sale {
        parts = List.copyOf(parts);
        invoices = List.copyOf(invoices);
        uploads = List.copyOf(uploads);
        digests = Map.copyOf(digests);
        way = List.copyOf(way);
    }

    /**
     * What is sent and told of on its own.
     *
     * @param name for findings
     * @param expectation of a piece that was cancelled another than of its sale
     * @param waybills every waybill entered, one that is there twice twice
     * @param statuses every status written, in order
     */
    public record Part(String name, Expectation expectation, List<String> waybills, List<String> statuses) {

        public Part {
            waybills = List.copyOf(waybills);
            statuses = List.copyOf(statuses);
        }
    }
}
