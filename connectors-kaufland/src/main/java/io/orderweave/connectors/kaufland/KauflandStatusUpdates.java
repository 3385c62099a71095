package io.orderweave.connectors.kaufland;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.order.StatusIntent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells how far an order is, where Kaufland has a step for it. PROCESSING releases what is open. SHIPPED marks as sent, without a
 * tracking number, what no parcel has marked so: Kaufland pays out only what is sent. Pieces of an order that is shipped in part are
 * marked by their parcels' tracking numbers alone, for a status does not say which they are.
 *
 * <p>CANCELLED is no status at Kaufland: it pays the buyer back and counts against the seller, so it wants a reason
 * ({@link KauflandCancellations}).
 */
final class KauflandStatusUpdates implements StatusUpdates {

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final KauflandUnitStatuses statuses;

    KauflandStatusUpdates(KauflandApi api, KauflandOrderUnits orders, KauflandUnitStatuses statuses) {
        this.api = api;
        this.orders = orders;
        this.statuses = statuses;
    }

    @Override
    public Set<StatusIntent> supported() {
        return Set.of(StatusIntent.PROCESSING, StatusIntent.SHIPPED);
    }

    @Override
    public WriteAnswer update(StatusUpdate update) {
        KauflandOrderUnits.Reading reading = orders.read(update.externalId());
        if (reading instanceof KauflandOrderUnits.Refused refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        List<KauflandOrderDto.Unit> live = ((KauflandOrderUnits.Units) reading)
                .lines().stream().flatMap(line -> line.live().stream()).toList();
        if (live.isEmpty()) {
            return new WriteAnswer.Rejected("the order was cancelled at Kaufland");
        }
        return switch (update.intent()) {
            case PROCESSING -> release(live);
            case SHIPPED -> update.allShipped() ? send(live) : partly(live);
            case READY_TO_SHIP, READY_FOR_COLLECTION, DELIVERED, CANCELLED ->
                new WriteAnswer.Rejected("Kaufland has no status for " + update.intent());
        };
    }

    private WriteAnswer release(List<KauflandOrderDto.Unit> live) {
        return new KauflandUnitActions(api::fulfil, id -> statuses.is(id, KauflandTerms::isReleased))
                .perform(in(live, KauflandTerms.OPEN));
    }

    private WriteAnswer send(List<KauflandOrderDto.Unit> live) {
        KauflandUnitActions actions = new KauflandUnitActions(
                id -> api.send(id, new KauflandSendDto("", KauflandCarriers.OTHER)),
                id -> statuses.is(id, KauflandTerms::isGoneOut));
        in(live, KauflandTerms.OPEN).forEach(id -> actions.refuse("unit " + id + " is not released yet"));
        return actions.perform(in(live, KauflandTerms.NEED_TO_BE_SENT));
    }

    private static WriteAnswer partly(List<KauflandOrderDto.Unit> live) {
        return live.stream().map(KauflandTerms::status).anyMatch(KauflandTerms::isGoneOut)
                ? new WriteAnswer.AlreadyApplied(Optional.empty())
                : new WriteAnswer.Rejected("Kaufland marks single pieces as sent; their tracking numbers do that");
    }

    private static List<Long> in(List<KauflandOrderDto.Unit> units, String status) {
        return units.stream()
                .filter(unit -> KauflandTerms.status(unit).equals(status))
                .map(KauflandLine::id)
                .toList();
    }
}
