package io.orderweave.tck;

import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * The in-memory stores with exactly one fault.
 *
 * @param name what the page calls the fault
 * @param does what goes wrong, as the page says it
 * @param group the group of the kit that must notice
 * @param fault puts the fault into right stores
 */
record WrongAdapter(String name, String does, KitGroup group, UnaryOperator<AssembledStores> fault) {

    Stores create(Clock clock) {
        return fault.apply(AssembledStores.of(MemoryStores.create(clock)));
    }

    @Override
    public String toString() {
        return group.title() + ": " + name;
    }
}
