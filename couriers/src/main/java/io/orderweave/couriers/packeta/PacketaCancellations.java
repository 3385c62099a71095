package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.courier.Cancellations;
import io.orderweave.shipment.TrackingStatus;
import java.util.Optional;

/** Cancels packets that nobody has taken over. Packeta's public documentation leaves the call out; its own shop plugin uses it. */
final class PacketaCancellations implements Cancellations {

    private static final String METHOD = "cancelPacket";

    private final PacketaClient client;

    PacketaCancellations(PacketaClient client) {
        this.client = client;
    }

    @Override
    public WriteAnswer cancel(String shipmentId) {
        PacketaAnswer answer = client.cancelPacket(shipmentId);
        if (answer instanceof PacketaAnswer.Ok) {
            return new WriteAnswer.Applied(Optional.empty());
        }
        PacketaAnswer.Fault fault = (PacketaAnswer.Fault) answer;
        if (!PacketaFaults.refusesCancelling(fault)) {
            throw PacketaFaults.outside(METHOD, fault, Reached.PERHAPS);
        }
        return isCancelled(shipmentId)
                ? new WriteAnswer.AlreadyApplied(Optional.empty())
                : new WriteAnswer.Rejected("Packeta cancels only packets that nobody has taken over: " + fault.name());
    }

    private boolean isCancelled(String packetId) {
        return client.packetStatus(packetId) instanceof PacketaAnswer.Ok ok
                && ok.result()
                        .textOf("statusCode")
                        .flatMap(PacketaStatuses.TABLE::find)
                        .filter(TrackingStatus.CANCELLED::equals)
                        .isPresent();
    }
}
