package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** The refusal to pay back for a return. */
record AllegroRejectionDto(Rejection rejection) {

    /** {@code reason} is written for the buyer and not printed. */
    record Rejection(String code, @Nullable String reason) {

        @Override
        public String toString() {
            return "Rejection[" + code + "]";
        }
    }
}
