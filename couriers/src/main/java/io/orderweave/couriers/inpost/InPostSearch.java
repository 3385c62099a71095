package io.orderweave.couriers.inpost;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.courier.ShipmentSearch;
import io.orderweave.error.FaultCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Looks a shipment up by our reference. ShipX cannot filter by it, so the organisation's list is read from the newest back to the
 * window's beginning and compared here.
 */
final class InPostSearch implements ShipmentSearch {

    /** More pages than any shop fills within the window; giving up says so instead of saying absent. */
    private static final int MOST_PAGES = 1_000;

    private final InPostApi api;
    private final String organization;
    private final Duration window;
    private final Clock clock;

    InPostSearch(InPostApi api, String organization, Duration window, Clock clock) {
        this.api = api;
        this.organization = organization;
        this.window = window;
        this.clock = clock;
    }

    /**
     * A shipment whose purchase failed is told only when there is no better one: it was answered by a rejection, after which the
     * same reference may have been sent again.
     */
    @Override
    public Lookup find(String reference) {
        String createdFrom =
                clock.instant().minus(window).truncatedTo(ChronoUnit.SECONDS).toString();
        Optional<String> failed = Optional.empty();
        long seen = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            InPostPageDto answer = api.shipments(organization, page, createdFrom);
            List<InPostShipmentDto> items = answer.itemsOrNone();
            for (InPostShipmentDto shipment : items) {
                if (!reference.equals(shipment.reference()) || InPostPurchase.isCancelled(shipment)) {
                    continue;
                }
                if (!InPostPurchase.hasFailed(shipment)) {
                    return new Lookup.Underway(id(shipment));
                }
                failed = failed.or(() -> Optional.of(id(shipment)));
            }
            seen += items.size();
            if (items.isEmpty() || answer.count() != null && seen >= answer.count()) {
                return failed.<Lookup>map(Lookup.Underway::new).orElseGet(Lookup::absent);
            }
        }
        throw OutsideFault.of(
                        FaultCategory.CONTRACT,
                        Reached.NO,
                        "inpost search: the list of shipments does not end after " + MOST_PAGES + " pages")
                .build();
    }

    private static String id(InPostShipmentDto shipment) {
        if (shipment.id() == null) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "inpost search: a shipment in the list has no id")
                    .build();
        }
        return shipment.id();
    }
}
