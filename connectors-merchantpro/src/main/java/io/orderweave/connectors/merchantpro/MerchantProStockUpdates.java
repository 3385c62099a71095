package io.orderweave.connectors.merchantpro;

import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.StockUpdates;
import java.math.BigDecimal;
import java.util.List;

/** Tells the shop how many pieces there are. */
final class MerchantProStockUpdates implements StockUpdates {

    private final MerchantProOfferWriter writer;

    MerchantProStockUpdates(MerchantProOfferWriter writer) {
        this.writer = writer;
    }

    @Override
    public int batchSize() {
        return MerchantProOfferWriter.BATCH_SIZE;
    }

    @Override
    public BatchAnswer update(String key, List<StockLevel> levels) {
        return writer.write(levels.stream()
                .map(level ->
                        new MerchantProOfferWriter.Wanted(level.offer(), BigDecimal.valueOf(level.available()), null))
                .toList());
    }

    /** A shop finishes at once; whoever asks all the same is told by doing it again, which is harmless. */
    @Override
    public BatchAnswer resume(String handle, List<StockLevel> levels) {
        return update(handle, levels);
    }
}
