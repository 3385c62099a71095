package io.orderweave.tck;

import io.orderweave.store.Transactor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes that outlive a rollback, as those of a store that works on a connection of its own: they are made again after it.
 */
final class Escapes extends ForwardingTransactor {

    private final ThreadLocal<List<Supplier<?>>> writes = ThreadLocal.withInitial(ArrayList::new);

    Escapes(Transactor right) {
        super(right);
    }

    /** Makes the write now and again after a rollback. */
    <T> T write(Supplier<T> write) {
        if (active()) {
            writes.get().add(write);
        }
        return write.get();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (active()) {
            return super.inTransaction(work);
        }
        try {
            return super.inTransaction(work);
        } catch (RuntimeException | Error fault) {
            writeAgain();
            throw fault;
        } finally {
            writes.remove();
        }
    }

    private void writeAgain() {
        for (Supplier<?> write : writes.get()) {
            Object ignored = write.get();
        }
    }
}
