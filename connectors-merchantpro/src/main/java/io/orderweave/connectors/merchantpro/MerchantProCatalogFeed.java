package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.CatalogFeed;
import java.util.List;
import java.util.Optional;

/** Brings new and changed products, each variant as an offer of its own. */
final class MerchantProCatalogFeed implements CatalogFeed {

    private final MerchantProListWalk walk;
    private final MerchantProProductMapper mapper;

    MerchantProCatalogFeed(MerchantProListWalk walk, MerchantProProductMapper mapper) {
        this.walk = walk;
        this.mapper = mapper;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        MerchantProListWalk.Step step = walk.step(from, limit);
        List<Item> items =
                step.rows().stream().flatMap(row -> mapper.items(row).stream()).toList();
        return new Batch(items, step.next(), step.more());
    }
}
