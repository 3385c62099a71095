package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.OrderFeed;
import java.util.List;
import java.util.Optional;

/** Brings new and changed orders. */
final class MerchantProOrderFeed implements OrderFeed {

    private final MerchantProListWalk walk;
    private final MerchantProOrderReader reader;

    MerchantProOrderFeed(MerchantProListWalk walk, MerchantProOrderReader reader) {
        this.walk = walk;
        this.reader = reader;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        MerchantProListWalk.Step step = walk.step(from, limit);
        List<Item> items = step.rows().stream()
                .filter(row -> !MerchantProRows.isTemporary(row))
                .map(reader::read)
                .toList();
        return new Batch(items, step.next(), step.more());
    }
}
