package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invoices of an order; one without a file is an entry whose upload was not finished. */
record AllegroInvoicesDto(@Nullable List<@Nullable Invoice> invoices) {

    record Invoice(
            @Nullable String id,
            @Nullable String invoiceNumber,
            @Nullable File file) {

        /** The verdict of the virus scan; absent before it. */
        @Nullable
        String scan() {
            return file == null || file.securityVerification() == null
                    ? null
                    : file.securityVerification().status();
        }

        /** Whether the file has come; an entry alone has only the file's name. */
        boolean uploaded() {
            return file != null
                    && (file.uploadedAt() != null || "ACCEPTED".equals(scan()) || "REJECTED".equals(scan()));
        }
    }

    record File(@Nullable String uploadedAt, @Nullable Scan securityVerification) {}

    /** WAITING, ACCEPTED or REJECTED. */
    record Scan(@Nullable String status) {}

    /** The answer to a new entry. */
    record Created(@Nullable String id) {}
}
