package io.orderweave.internal.book;

import io.orderweave.document.Document;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import java.util.Optional;

/**
 * A document as it lies in the store.
 *
 * @param pdf SHA-256 of its PDF, once drawn
 */
public record DocumentRecord(Document document, Optional<String> pdf) {

    /** By what no two documents are the same. */
    public static String numberKey(SellerId seller, SeriesId series, String number) {
        return seller + "/" + series + "/" + number;
    }
}
