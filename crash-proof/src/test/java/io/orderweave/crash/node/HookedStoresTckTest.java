package io.orderweave.crash.node;

import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.tck.StoreTck;
import java.time.Clock;

/** The points change nothing of what stores promise. */
class HookedStoresTckTest extends StoreTck {

    @Override
    protected Stores createStores(Clock clock) {
        return new HookedStores(MemoryStores.create(clock), new KillPoints(0, "", point -> {}));
    }
}
