package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cancels pieces, one call each, with one of Kaufland's reasons; Kaufland pays the buyer back by itself. What its answers name as
 * reasons is more than what may be asked for.
 */
final class KauflandCancellations implements Cancellations {

    private static final Map<CancellationReason, String> REASONS = Map.of(
            CancellationReason.NO_STOCK, "NoInventory",
            CancellationReason.BUYER_CANCELLED, "BuyerCancelled",
            CancellationReason.BUYER_NOT_REACHED, "NoReactionBuyer",
            CancellationReason.ADDRESS_UNDELIVERABLE, "ShippingAddressUndeliverable",
            CancellationReason.WRONG_PRICE, "WrongPrice",
            CancellationReason.WRONG_DESCRIPTION, "WrongCatalogData",
            CancellationReason.OTHER, "GeneralAdjustment");

    private final KauflandApi api;
    private final KauflandOrderUnits orders;
    private final KauflandUnitStatuses statuses;

    KauflandCancellations(KauflandApi api, KauflandOrderUnits orders, KauflandUnitStatuses statuses) {
        this.api = api;
        this.orders = orders;
        this.statuses = statuses;
    }

    @Override
    public Set<CancellationReason> reasons() {
        return REASONS.keySet();
    }

    @Override
    public WriteAnswer cancel(Cancellation cancellation) {
        KauflandOrderUnits.Reading reading = orders.read(cancellation.externalId());
        if (reading instanceof KauflandOrderUnits.Refused refused) {
            return new WriteAnswer.Rejected(refused.reason());
        }
        KauflandOrderUnits.Units units = (KauflandOrderUnits.Units) reading;
        KauflandReasonDto reason =
                new KauflandReasonDto(REASONS.getOrDefault(cancellation.reason(), "GeneralAdjustment"));
        KauflandUnitActions actions = new KauflandUnitActions(
                id -> api.cancel(id, reason), id -> statuses.is(id, KauflandTerms.CANCELLED::equals));
        units.unknown(cancellation.lines()).ifPresent(line -> actions.refuse("line " + line + " is not of the order"));
        return actions.perform(live(units, cancellation.lines()));
    }

    @Override
    public Lookup find(Cancellation cancellation) {
        return orders.ifThere(cancellation.externalId())
                .filter(units -> units.unknown(cancellation.lines()).isEmpty()
                        && live(units, cancellation.lines()).isEmpty())
                .map(cancelled -> Lookup.found(cancellation.externalId()))
                .orElseGet(Lookup::absent);
    }

    private static List<Long> live(KauflandOrderUnits.Units units, Set<LineId> lines) {
        Stream<KauflandLine> named =
                units.lines().stream().filter(line -> lines.isEmpty() || lines.contains(line.id()));
        return named.flatMap(line -> line.live().stream()).map(KauflandLine::id).toList();
    }
}
