package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;
import java.time.Clock;
import java.util.Optional;

/**
 * Brings orders of which a unit was updated since the last pull; each is read anew, because the list tells only ids. Push
 * notifications, where they are switched on, are a hint to poll earlier; this stays the truth.
 */
final class KauflandOrderFeed implements OrderFeed {

    private final KauflandWindow<Item> window;
    private final Optional<KauflandSubscriptions> subscriptions;

    KauflandOrderFeed(
            KauflandApi api,
            KauflandOrderReader reader,
            KauflandConfig config,
            Clock clock,
            Optional<KauflandSubscriptions> subscriptions) {
        this.window = new KauflandWindow<>(new Orders(api), reader, config, clock);
        this.subscriptions = subscriptions;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        subscriptions.ifPresent(KauflandSubscriptions::keep);
        KauflandWindow.Batch<Item> batch = window.poll(from, limit);
        return new Batch(batch.items(), batch.next(), batch.more());
    }

    /** The list of orders. */
    private record Orders(KauflandApi api) implements KauflandWindow.Listing {

        @Override
        public String call() {
            return "orders";
        }

        @Override
        public RawJson page(String since, int offset, int limit) {
            return api.orders(since, offset, limit);
        }

        @Override
        public String idField() {
            return "id_order";
        }

        @Override
        public String updatedField() {
            return "ts_units_updated_iso";
        }
    }
}
