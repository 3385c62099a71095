package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Tracking;
import io.orderweave.couriers.internal.LocalMoment;
import io.orderweave.couriers.internal.StatusTranslator;
import io.orderweave.error.FaultCategory;
import io.orderweave.shipment.TrackingEvent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks Packeta where packets are: one call for each. */
final class PacketaTracking implements Tracking {

    private static final String METHOD = "packetTracking";

    /** Times come without an offset. UNCONFIRMED, but Packeta's home is Prague. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private final PacketaClient client;
    private final StatusTranslator statuses = new StatusTranslator("Packeta", PacketaStatuses.TABLE);

    PacketaTracking(PacketaClient client) {
        this.client = client;
    }

    @Override
    public Map<TrackedShipment, List<TrackingEvent>> track(List<TrackedShipment> shipments) {
        Map<TrackedShipment, List<TrackingEvent>> tracked = new LinkedHashMap<>();
        for (TrackedShipment shipment : shipments) {
            List<TrackingEvent> events = events(shipment.shipmentId());
            if (!events.isEmpty()) {
                tracked.put(shipment, events);
            }
        }
        return tracked;
    }

    private List<TrackingEvent> events(String packetId) {
        PacketaAnswer answer = client.packetTracking(packetId);
        if (answer instanceof PacketaAnswer.Ok ok) {
            return ok.result().children("record").stream()
                    .map(record -> event(packetId, record))
                    .toList();
        }
        PacketaAnswer.Fault fault = (PacketaAnswer.Fault) answer;
        if (fault.name().equals(PacketaFaults.UNKNOWN_PACKET)) {
            return List.of();
        }
        throw PacketaFaults.outside(METHOD, fault, Reached.NO);
    }

    private TrackingEvent event(String packetId, XmlNode record) {
        try {
            String code = record.textOf("statusCode").orElse("");
            return new TrackingEvent(
                    statuses.translate(code),
                    code,
                    LocalMoment.parse(record.textOf("dateTime").orElse(""), ZONE));
        } catch (DateTimeException e) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.NO,
                            "packeta " + METHOD + " of packet " + packetId + ": a record's dateTime is not a time")
                    .build();
        }
    }
}
