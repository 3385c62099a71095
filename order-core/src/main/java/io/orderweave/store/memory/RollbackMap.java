package io.orderweave.store.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map whose changes a rollback takes back. Used inside transactions only. */
final class RollbackMap<K, V> {

    private final MemoryTransactor transactor;
    private final Map<K, V> entries;

    RollbackMap(MemoryTransactor transactor, Map<K, V> entries) {
        this.transactor = transactor;
        this.entries = entries;
    }

    @Nullable
    V get(K key) {
        return entries.get(key);
    }

    boolean containsKey(K key) {
        return entries.containsKey(key);
    }

    void put(K key, V value) {
        V before = entries.put(key, value);
        transactor.onRollback(() -> restore(key, before));
    }

    void remove(K key) {
        V before = entries.remove(key);
        transactor.onRollback(() -> restore(key, before));
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            entries.remove(key);
        } else {
            entries.put(key, before);
        }
    }
}
