package io.orderweave.couriers.inpost;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.Tracking;
import io.orderweave.couriers.inpost.InPostTrackingDto.Detail;
import io.orderweave.couriers.internal.LocalMoment;
import io.orderweave.couriers.internal.StatusTranslator;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.shipment.TrackingEvent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks ShipX where parcels are: one call for each tracking number. */
final class InPostTracking implements Tracking {

    private static final String CALL = "inpost tracking";
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    private final InPostApi api;
    private final StatusTranslator statuses;

    InPostTracking(InPostApi api) {
        this.api = api;
        this.statuses = new StatusTranslator("InPost", InPostStatuses.TABLE);
    }

    @Override
    public Map<TrackedShipment, List<TrackingEvent>> track(List<TrackedShipment> shipments) {
        Map<TrackedShipment, List<TrackingEvent>> tracked = new LinkedHashMap<>();
        for (TrackedShipment shipment : shipments) {
            List<TrackingEvent> events = events(shipment);
            if (!events.isEmpty()) {
                tracked.put(shipment, events);
            }
        }
        return tracked;
    }

    /** A number without a scan yet is answered 404, or, on the sandbox, with nothing. */
    private List<TrackingEvent> events(TrackedShipment shipment) {
        Reply<RawJson> reply = api.tracking(shipment.trackingNumber());
        if (reply instanceof Reply.Done<RawJson> done) {
            return done.body().tree().isMissingNode() ? List.of() : read(done.body(), shipment);
        }
        Reply.Refused<RawJson> refused = (Reply.Refused<RawJson>) reply;
        if (refused.status() == 404) {
            return List.of();
        }
        throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, title(shipment) + refused.reason())
                .build();
    }

    private List<TrackingEvent> read(RawJson body, TrackedShipment shipment) {
        try {
            List<Detail> details = body.as(InPostTrackingDto.class).trackingDetails();
            return details == null
                    ? List.of()
                    : details.stream().map(this::event).toList();
        } catch (JsonProcessingException | DateTimeException e) {
            // Without the cause: it quotes what it could not read.
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.NO,
                            title(shipment) + "tracking_details are not statuses with times")
                    .build();
        }
    }

    private TrackingEvent event(Detail detail) {
        String code = detail.status() == null ? "" : detail.status();
        String time = detail.datetime() == null ? "" : detail.datetime();
        return new TrackingEvent(statuses.translate(code), code, LocalMoment.parse(time, ZONE));
    }

    private static String title(TrackedShipment shipment) {
        return CALL + " of shipment " + shipment.shipmentId() + ": ";
    }
}
