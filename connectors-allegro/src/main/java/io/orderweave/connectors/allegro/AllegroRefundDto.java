package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** A refund as Allegro tells it. It does not tell the command's id. */
record AllegroRefundDto(
        @Nullable String id,
        @Nullable String status,
        @Nullable String sellerComment) {

    @Override
    public String toString() {
        return "AllegroRefundDto[" + id + ", " + status + "]";
    }
}
