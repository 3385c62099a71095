package io.orderweave.simulator.allegro;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One invoice of an order: its metadata, and its file once that came. */
record InvoiceEntry(
        String id,
        @Nullable String invoiceNumber,
        String fileName,
        Instant createdAt,
        @Nullable Upload upload) {

    InvoiceEntry with(Upload file) {
        return new InvoiceEntry(id, invoiceNumber, fileName, createdAt, file);
    }

    Optional<Upload> file() {
        return Optional.ofNullable(upload);
    }

    /** The bytes that came, as far as a judge needs them. */
    record Upload(Instant at, int size, String sha256, boolean infected) {

        boolean scanning(Duration scan, Instant now) {
            return at.plus(scan).isAfter(now);
        }

        String verdict(Duration scan, Instant now) {
            if (scanning(scan, now)) {
                return "WAITING";
            }
            return infected ? "REJECTED" : "ACCEPTED";
        }
    }
}
