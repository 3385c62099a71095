package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refund to be made, itemised. */
record AllegroNewRefundDto(
        Reference payment,
        Reference order,
        String commandId,
        String reason,
        @Nullable List<Line> lineItems,
        @Nullable List<Deposit> deposits,
        @Nullable Value delivery,
        @Nullable Value additionalServices,
        @Nullable List<Surcharge> surcharges,
        String sellerComment) {

    @Override
    public String toString() {
        return "AllegroNewRefundDto[" + commandId + "]";
    }

    /** QUANTITY: whole pieces, at the price of the order. AMOUNT: a part of the line's price. */
    record Line(
            String id,
            String type,
            @Nullable Integer quantity,
            @Nullable Price value) {

        static Line ofPieces(String id, int quantity) {
            return new Line(id, "QUANTITY", quantity, null);
        }

        static Line ofAmount(String id, Price value) {
            return new Line(id, "AMOUNT", null, value);
        }
    }

    record Deposit(String lineItemId, Price totalValue) {}

    record Value(Price value) {}

    /** {@code id} of the surcharge's own payment, while the refund names the order's first. */
    record Surcharge(String id, Price value) {}
}
