package io.orderweave.connectors.kaufland;

import io.orderweave.channel.Storefront;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import java.util.List;

/** Tells how many pieces there are. An offer of none stays, sold out. It may take minutes until Kaufland shows a change. */
final class KauflandStockUpdates implements StockUpdates {

    private static final KauflandOfferWrites.Changes<StockLevel> AMOUNTS = new KauflandOfferWrites.Changes<>() {

        @Override
        public OfferRef offer(StockLevel level) {
            return level.offer();
        }

        @Override
        public KauflandOfferWrites.Wanted change(StockLevel level, Storefront storefront) {
            return new KauflandOfferWrites.Change(KauflandUnitChangeDto.Data.amount(level.available()));
        }
    };

    private final KauflandOfferWrites writes;

    KauflandStockUpdates(KauflandOfferWrites writes) {
        this.writes = writes;
    }

    @Override
    public int batchSize() {
        return KauflandOfferWrites.MOST;
    }

    @Override
    public BatchAnswer update(String key, List<StockLevel> levels) {
        return writes.write(levels, AMOUNTS);
    }

    @Override
    public BatchAnswer resume(String handle, List<StockLevel> levels) {
        throw new IllegalStateException("Kaufland takes amounts at once; there is no handle " + handle);
    }
}
