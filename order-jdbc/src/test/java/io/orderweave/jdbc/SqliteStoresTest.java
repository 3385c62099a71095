package io.orderweave.jdbc;

import io.orderweave.store.Stores;
import io.orderweave.tck.StoreTck;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends StoreTck {

    @TempDir
    Path folder;

    @Override
    protected Stores createStores(Clock clock) {
        JdbcStores stores = JdbcStores.sqlite(folder.resolve("book.db"), clock);
        stores.migrate();
        return stores;
    }
}
