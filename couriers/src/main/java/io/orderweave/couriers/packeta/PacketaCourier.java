package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Cancellations;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierProfile;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.Labels;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.courier.Tracking;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One account at Packeta. */
final class PacketaCourier implements Courier {

    /** No packet has it. */
    private static final String NO_PACKET = "0";

    private final PacketaSettings settings;
    private final PacketaClient client;
    private final PacketaShipmentMapper mapper;
    private final PacketaCancellations cancellations;
    private final PacketaLabels labels;
    private final PacketaTracking tracking;

    PacketaCourier(PacketaSettings settings, PacketaClient client) {
        this.settings = settings;
        this.client = client;
        this.mapper = new PacketaShipmentMapper(settings.sender(), settings.homeCarriers());
        this.cancellations = new PacketaCancellations(client);
        this.labels = new PacketaLabels(client, settings.labelFormat());
        this.tracking = new PacketaTracking(client);
    }

    @Override
    public CourierProfile profile() {
        return CourierProfile.builder()
                .collectOnDeliveryCurrencies(PacketaMoney.CURRENCIES)
                .deliversToPoints(true)
                .deliversToAddresses(true)
                .trackingBatch(1)
                // Nothing is looked up here, so there is nothing to wait for.
                .settleTime(Duration.ZERO)
                .callDeadline(settings.callDeadline())
                .build();
    }

    /** Packeta has no call for this; asked after a packet that is none, it refuses a wrong password first. */
    @Override
    public void probe() {
        PacketaAnswer answer = client.packetStatus(NO_PACKET);
        if (answer instanceof PacketaAnswer.Fault fault && !fault.name().equals(PacketaFaults.UNKNOWN_PACKET)) {
            throw PacketaFaults.outside("packetStatus", fault, Reached.NO);
        }
    }

    @Override
    public CreateAnswer create(ShipmentRequest request) {
        Checked<PacketAttributes> checked = mapper.map(request);
        if (checked instanceof Checked.Ready<PacketAttributes> ready) {
            return send(ready.body(), request.reference());
        }
        return new CreateAnswer.Rejected(((Checked.Refused<PacketAttributes>) checked).reasons());
    }

    private CreateAnswer send(PacketAttributes packet, String reference) {
        PacketaAnswer answer = client.createPacket(packet);
        if (answer instanceof PacketaAnswer.Ok ok) {
            return created(ok.result(), reference);
        }
        PacketaAnswer.Fault fault = (PacketaAnswer.Fault) answer;
        List<String> reasons = PacketaFaults.refusal(fault, packet)
                .orElseThrow(() -> PacketaFaults.outside("createPacket", fault, Reached.PERHAPS));
        return new CreateAnswer.Rejected(reasons);
    }

    /** The tracking number is the barcode, Z and the id: it is on the label, and the customer's tracking page searches by it. */
    private CreateAnswer created(XmlNode result, String reference) {
        String id = result.textOf("id")
                .orElseThrow(() -> OutsideFault.of(
                                FaultCategory.CONTRACT,
                                Reached.PERHAPS,
                                "packeta createPacket: the answer for " + reference + " has no id")
                        .build());
        return new CreateAnswer.Created(
                id,
                result.textOf("barcode").orElse("Z" + id),
                Optional.of(settings.trackingPage().of(id)));
    }

    /** Never needed: Packeta decides at once, {@link #create} does not answer with a handle. */
    @Override
    public CreateAnswer resume(String handle) {
        throw new OrderweaveException(
                FaultCategory.INTERNAL,
                "Packeta creates packets at once and gives no handle, so there is none " + handle);
    }

    /** Packeta cannot search, and takes the same number twice. */
    @Override
    public Optional<ShipmentSearch> search() {
        return Optional.empty();
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return Optional.of(cancellations);
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public Tracking tracking() {
        return tracking;
    }
}
