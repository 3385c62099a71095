package io.orderweave.connectors.allegro;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer return: the parts that are mapped. Nothing here prints personal data. */
record AllegroReturnDto(
        @Nullable String id,
        @Nullable String createdAt,
        @Nullable String orderId,
        @Nullable List<@Nullable Item> items,
        @Nullable List<@Nullable Parcel> parcels,
        @Nullable Rejection rejection,
        @Nullable String status) {

    @Override
    public String toString() {
        return "AllegroReturnDto[" + id + ", " + status + "]";
    }

    record Item(
            @Nullable String offerId,
            @Nullable BigDecimal quantity,
            @Nullable Reason reason) {}

    record Reason(@Nullable String type, @Nullable String userComment) {

        @Override
        public String toString() {
            return "Reason[" + type + "]";
        }
    }

    /** The second number is of the carrier that brings it, where that is another. */
    record Parcel(@Nullable String waybill, @Nullable String transportingWaybill) {}

    record Rejection(@Nullable String code) {}
}
