package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.error.FaultCategory;
import java.util.Optional;

/**
 * Tells tracking numbers, which marks the pieces of the parcel as sent, one call each; a further parcel of pieces that are sent goes
 * another way. Kaufland shows no tracking number to the seller, so whether a lost one arrived is judged by what is sent.
 */
final class KauflandTrackingUpdates implements TrackingUpdates {

    private static final int LONGEST_NUMBER = 64;

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final KauflandCarriers carriers;

    KauflandTrackingUpdates(KauflandApi api, KauflandOrderUnits orders, KauflandCarriers carriers) {
        this.api = api;
        this.orders = orders;
        this.carriers = carriers;
    }

    @Override
    public WriteAnswer add(TrackingUpdate update) {
        String number = update.trackingNumber();
        if (number.isBlank() || number.length() > LONGEST_NUMBER || number.contains(",")) {
            return new WriteAnswer.Rejected(
                    "a tracking number has 1 to " + LONGEST_NUMBER + " characters and no comma, which separates them");
        }
        KauflandOrderUnits.Reading reading = orders.read(update.externalId());
        if (reading instanceof KauflandOrderUnits.Refused refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        KauflandOrderUnits.Units units = (KauflandOrderUnits.Units) reading;
        return units.unknown(update.lines().keySet())
                .<WriteAnswer>map(line -> new WriteAnswer.Rejected("the order has no line " + line + " at Kaufland"))
                .orElseGet(() ->
                        tell(KauflandParcel.of(units, update.lines()), number, carriers.codeOf(update.courier())));
    }

    private WriteAnswer tell(KauflandParcel parcel, String number, String carrier) {
        if (!parcel.open().isEmpty()) {
            return new WriteAnswer.Rejected("unit " + parcel.open().get(0) + " is not released yet, so it is not sent");
        }
        if (!parcel.waiting().isEmpty()) {
            // A piece that somebody else has sent meanwhile went with another number or none: that it is sent says
            // nothing.
            KauflandUnitActions sending =
                    new KauflandUnitActions(id -> api.send(id, new KauflandSendDto(number, carrier)), id -> false);
            WriteAnswer answer = sending.perform(parcel.waiting());
            return told(answer, sending, !parcel.away().isEmpty());
        }
        if (parcel.away().isEmpty()) {
            return new WriteAnswer.Rejected("everything in the parcel was cancelled at Kaufland");
        }
        KauflandShipmentDto.Information information = new KauflandShipmentDto.Information(carrier, number);
        KauflandUnitActions adding =
                new KauflandUnitActions(id -> api.addShipment(new KauflandShipmentDto(id, information)), id -> true);
        return told(adding.perform(parcel.away()), adding, false);
    }

    /**
     * What is told in part is in doubt until everything is sent, and not refused: what is refused may be armed again, and pieces that
     * have the number would get it as a further shipment. Only where somebody else sent some would being sent hide that the number is
     * missing; that is refused, for a person.
     *
     * @param othersAreSent whether pieces of the parcel were sent before, with this number or another
     */
    private static WriteAnswer told(WriteAnswer answer, KauflandUnitActions actions, boolean othersAreSent) {
        boolean inPart = actions.done() > 0 || othersAreSent;
        if (answer instanceof WriteAnswer.Rejected rejected && inPart && !actions.metDuplicates()) {
            throw OutsideFault.of(FaultCategory.REJECTED, Reached.PERHAPS, "kaufland tracking: " + rejected.reason())
                    .build();
        }
        return answer;
    }

    /**
     * By what is sent. Of a line that goes in several parcels Kaufland shows nothing that tells which pieces went in which: that is a
     * person's to look at.
     */
    @Override
    public Lookup find(TrackingUpdate update) {
        if (!(orders.read(update.externalId()) instanceof KauflandOrderUnits.Units units)) {
            return Lookup.absent();
        }
        KauflandParcel parcel = KauflandParcel.of(units, update.lines());
        if (parcel.isDecidable()) {
            return parcel.isAway() ? new Lookup.Found(Optional.empty()) : Lookup.absent();
        }
        throw OutsideFault.of(
                        FaultCategory.REJECTED,
                        Reached.NO,
                        "kaufland shows no tracking numbers, and pieces of this parcel's lines are both sent and not sent:"
                                + " look at order " + update.externalId() + " in the seller portal and resolve by hand")
                .build();
    }
}
