package io.orderweave.jdbc;

import io.orderweave.store.Stores;
import io.orderweave.tck.StoreTck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

class PostgresStoresTest extends StoreTck {

    @Override
    protected Stores createStores(Clock clock) {
        Instant start = clock.instant();
        Duration fromNowToStart = Duration.between(Instant.now(), start);
        JdbcStores stores = PostgresServer.builder("kit_")
                .clockOffsetForKits(() -> fromNowToStart.plus(Duration.between(start, clock.instant())))
                .build();
        stores.migrate();
        PostgresServer.empty("kit_");
        return stores;
    }
}
