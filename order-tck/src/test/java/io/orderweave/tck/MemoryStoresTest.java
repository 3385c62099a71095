package io.orderweave.tck;

import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import java.time.Clock;

class MemoryStoresTest extends StoreTck {

    @Override
    protected Stores createStores(Clock clock) {
        return MemoryStores.create(clock);
    }
}
