package io.orderweave.examples.marketplace;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import java.util.Map;

/** Adds tracking numbers. Stall takes the same one twice, so it is looked for first. */
final class StallTrackingUpdates implements TrackingUpdates {

    private final StallApi api;

    StallTrackingUpdates(StallApi api) {
        this.api = api;
    }

    @Override
    public WriteAnswer add(TrackingUpdate update) {
        if (find(update) instanceof Lookup.Found found) {
            return new WriteAnswer.AlreadyApplied(found.reference());
        }
        Map<String, String> parcel = Map.of("carrier", update.courier().value(), "number", update.trackingNumber());
        return api.addParcel(update.externalId(), parcel) instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied(update.trackingNumber());
    }

    /** Absent is what Stall says it has not: no order, or a list without the number. Whatever else it answers is a fault. */
    @Override
    public Lookup find(TrackingUpdate update) {
        boolean known = api.parcels(update.externalId()).ifThere("stall parcels").stream()
                .flatMap(answer -> answer.requiredElements("parcels").stream())
                .anyMatch(parcel -> parcel.text("number").equals(update.trackingNumber()));
        return known ? Lookup.found(update.trackingNumber()) : Lookup.absent();
    }
}
