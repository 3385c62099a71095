package io.orderweave.couriers.inpost;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.courier.Cancellations;
import io.orderweave.http.Reply;
import java.util.Optional;

/** Cancels shipments that InPost has not confirmed; from then on only its portal and its support can. */
final class InPostCancellations implements Cancellations {

    private final InPostApi api;

    InPostCancellations(InPostApi api) {
        this.api = api;
    }

    @Override
    public WriteAnswer cancel(String shipmentId) {
        Reply<byte[]> reply = api.cancel(shipmentId);
        if (reply instanceof Reply.Done<byte[]>) {
            return new WriteAnswer.Applied(Optional.empty());
        }
        Reply.Refused<byte[]> refused = (Reply.Refused<byte[]>) reply;
        return isCancelled(shipmentId)
                ? new WriteAnswer.AlreadyApplied(Optional.empty())
                : new WriteAnswer.Rejected("InPost cancels only what it has not confirmed: " + refused.reason());
    }

    /** ShipX refuses a second cancellation like any other action that does not fit the status. */
    private boolean isCancelled(String shipmentId) {
        return api.shipment(shipmentId) instanceof Reply.Done<InPostShipmentDto> done
                && InPostPurchase.isCancelled(done.body());
    }
}
