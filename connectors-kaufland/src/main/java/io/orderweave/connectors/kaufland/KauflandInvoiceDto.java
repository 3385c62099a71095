package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of an order. Its id is not unique: an invoice of Kaufland's own may share it.
 *
 * @param isMarketplaceDeemedSupplier whether Kaufland provided it
 */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandInvoiceDto(
        @Nullable Long idInvoice,
        @Nullable Boolean isMarketplaceDeemedSupplier,
        @Nullable String originalName) {

    boolean isOwn() {
        return !Boolean.TRUE.equals(isMarketplaceDeemedSupplier);
    }

    /** The answer to an upload. */
    record Envelope(@Nullable KauflandInvoiceDto data) {}
}
