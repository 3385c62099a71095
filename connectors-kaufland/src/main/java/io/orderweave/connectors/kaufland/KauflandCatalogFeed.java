package io.orderweave.connectors.kaufland;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.http.JsonCheckpoint;
import io.orderweave.http.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * Brings the offers of every storefront, one after the other. Kaufland cannot tell what changed, so a whole round brings every offer
 * again; an offer that comes twice because rows moved meanwhile does no harm.
 */
final class KauflandCatalogFeed implements CatalogFeed {

    private static final String FEED = "the Kaufland catalogue";
    private static final int VERSION = 1;
    private static final int MOST_PER_PAGE = 100;

    private final KauflandApi api;
    private final KauflandStorefronts storefronts;

    KauflandCatalogFeed(KauflandApi api, KauflandStorefronts storefronts) {
        this.api = api;
        this.storefronts = storefronts;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        List<Storefront> all = storefronts.served();
        Place place = from.map(Place::parse).orElse(Place.BEGINNING);
        if (place.storefront() >= all.size()) {
            return new Batch(List.of(), Place.BEGINNING.toCheckpoint(), false);
        }
        Storefront storefront = all.get(place.storefront());
        int size = Math.max(1, Math.min(limit, MOST_PER_PAGE));
        List<RawJson> rows = KauflandRows.of(api.units(storefront.value(), place.skip(), size), "units");
        List<Item> items = rows.stream()
                .map(row -> KauflandOfferMapper.item(storefront, row))
                .toList();
        Place next = rows.size() < size ? place.nextStorefront() : place.further(rows.size());
        return next.storefront() < all.size()
                ? new Batch(items, next.toCheckpoint(), true)
                : new Batch(items, Place.BEGINNING.toCheckpoint(), false);
    }

    /**
     * Where a round is.
     *
     * @param storefront which of the storefronts, from 0
     * @param skip of its offers the first, already read
     */
    record Place(int storefront, int skip) {

        static final Place BEGINNING = new Place(0, 0);

        static Place parse(Checkpoint checkpoint) {
            return JsonCheckpoint.read(checkpoint, FEED, VERSION, Place.class);
        }

        Checkpoint toCheckpoint() {
            return JsonCheckpoint.write(this, FEED, VERSION);
        }

        Place further(int rows) {
            return new Place(storefront, skip + rows);
        }

        Place nextStorefront() {
            return new Place(storefront + 1, 0);
        }
    }
}
