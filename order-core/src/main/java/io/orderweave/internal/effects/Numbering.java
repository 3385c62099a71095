package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.NumberSeries;
import io.orderweave.id.DocumentId;
import io.orderweave.payment.PaymentMatcher;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the moment of issue gives a document: its identity, its number and its days.
 *
 * @param day the day of issue in the seller's zone
 */
record Numbering(DocumentId id, NumberSeries series, String number, Instant at, LocalDate day) {

    private static final int LONGEST_SYMBOL = 10;

    /** The document with all of that, supplied and due on the day of issue. */
    Document.Builder stamp(Document.Builder document) {
        return document.id(id)
                .kind(series.kind())
                .number(number)
                .series(series.id())
                .issuedAt(at)
                .issueDate(day)
                .taxDate(day)
                .dueDate(day)
                .variableSymbol(symbol());
    }

    /** The number's digits, the last ten of them: what banks take as variable symbol. */
    private String symbol() {
        String digits = PaymentMatcher.canonicalSymbol(number);
        return digits.substring(Math.max(0, digits.length() - LONGEST_SYMBOL));
    }
}
