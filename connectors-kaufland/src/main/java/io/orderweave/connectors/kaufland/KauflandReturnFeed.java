package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.http.RawJson;
import java.time.Clock;
import java.util.Optional;

/**
 * Brings returns that were updated since the last pull; each is read anew, with its pieces. UNCONFIRMED, and assumed here alone: that a
 * decision on a piece updates its return too. Kaufland's list of return units cannot be asked by when they changed.
 */
final class KauflandReturnFeed implements ReturnFeed {

    private final KauflandWindow<Item> window;

    KauflandReturnFeed(KauflandApi api, KauflandReturnReader reader, KauflandConfig config, Clock clock) {
        this.window = new KauflandWindow<>(new Returns(api), reader, config, clock);
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        KauflandWindow.Batch<Item> batch = window.poll(from, limit);
        return new Batch(batch.items(), batch.next(), batch.more());
    }

    /** The list of returns. */
    private record Returns(KauflandApi api) implements KauflandWindow.Listing {

        @Override
        public String call() {
            return "returns";
        }

        @Override
        public RawJson page(String since, int offset, int limit) {
            return api.returns(since, offset, limit);
        }

        @Override
        public String idField() {
            return "id_return";
        }

        @Override
        public String updatedField() {
            return "ts_updated_iso";
        }
    }
}
