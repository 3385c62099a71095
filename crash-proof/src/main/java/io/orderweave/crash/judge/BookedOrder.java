package io.orderweave.crash.judge;

import java.math.BigDecimal;
import java.util.List;

/**
 * One order as the book has it. Immutable.
 *
 * @param id the book's id
 * @param saleId the marketplace's id
 * @param replaced whether another order took its place
 * @param status the shop's status
 * @param open what is still to be paid; negative when paid too much
 * @param papers its documents
 * @param trackingNumbers of its shipments
 */
public record BookedOrder(
        String id,
        String saleId,
        boolean replaced,
        String status,
        BigDecimal open,
        List<Paper> papers,
        List<String> trackingNumbers) {

    public BookedOrder {
        papers = List.copyOf(papers);
        trackingNumbers = List.copyOf(trackingNumbers);
    }

    /**
     * One document.
     *
     * @param series whose number it bears
     * @param isInvoice else a proforma
     * @param digest SHA-256 of its stored PDF; empty when there is none
     */
    public record Paper(String series, boolean isInvoice, String number, String digest) {}
}
