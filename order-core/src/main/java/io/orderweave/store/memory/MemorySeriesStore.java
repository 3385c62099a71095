package io.orderweave.store.memory;

import io.orderweave.store.SeriesStore;
import java.util.HashMap;
import java.util.OptionalLong;

/** The last number of each counter; the transaction's lock makes others wait for its end. */
final class MemorySeriesStore implements SeriesStore {

    private final MemoryTransactor transactor;
    private final RollbackMap<String, Long> last;

    MemorySeriesStore(MemoryTransactor transactor) {
        this.transactor = transactor;
        this.last = new RollbackMap<>(transactor, new HashMap<>());
    }

    @Override
    public long next(String counter, long first) {
        transactor.requireActive("next");
        return transactor.inTransaction(() -> {
            Long spent = last.get(counter);
            long number = spent == null ? first : Math.addExact(spent, 1);
            last.put(counter, number);
            return number;
        });
    }

    @Override
    public OptionalLong last(String counter) {
        return transactor.inTransaction(() -> {
            Long spent = last.get(counter);
            return spent == null ? OptionalLong.empty() : OptionalLong.of(spent);
        });
    }

    @Override
    public void raiseTo(String counter, long number) {
        transactor.inTransaction(() -> {
            Long spent = last.get(counter);
            boolean raised = spent == null || spent < number;
            if (raised) {
                last.put(counter, number);
            }
            return raised;
        });
    }
}
