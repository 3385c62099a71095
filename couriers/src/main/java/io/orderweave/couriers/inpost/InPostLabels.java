package io.orderweave.couriers.inpost;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Labels;
import io.orderweave.couriers.internal.PdfLabel;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.Reply;

/** Fetches labels of A6 in PDF. */
final class InPostLabels implements Labels {

    private static final String CALL = "inpost label";

    private final InPostApi api;

    InPostLabels(InPostApi api) {
        this.api = api;
    }

    @Override
    public Label fetch(String shipmentId) {
        Reply<byte[]> reply = api.label(shipmentId, "pdf", "A6");
        if (reply instanceof Reply.Done<byte[]> done) {
            return PdfLabel.of(done.body(), CALL);
        }
        throw fault((Reply.Refused<byte[]>) reply, shipmentId);
    }

    /** Before the purchase is through there is no label yet, afterwards there is. */
    private static OutsideFault fault(Reply.Refused<byte[]> refused, String shipmentId) {
        FaultCategory category =
                refused.says(InPostErrors.INVALID_ACTION) ? FaultCategory.TRANSIENT : FaultCategory.REJECTED;
        return OutsideFault.of(category, Reached.NO, CALL + " of shipment " + shipmentId + ": " + refused.reason())
                .build();
    }
}
