package io.orderweave.store.memory;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A sorted map of entries for each subject, and all of them by id. */
final class MemoryJournalStore implements JournalStore {

    private final MemoryTransactor transactor;
    private final Map<String, NavigableMap<Long, JournalRow>> bySubject = new HashMap<>();
    private final Map<String, JournalRow> byId = new HashMap<>();

    MemoryJournalStore(MemoryTransactor transactor) {
        this.transactor = transactor;
    }

    @Override
    public void append(List<JournalRow> rows) {
        transactor.inTransaction(() -> {
            rows.forEach(this::append);
            return rows.size();
        });
    }

    @Override
    public Optional<JournalRow> get(String id) {
        return transactor.inTransaction(() -> Optional.ofNullable(byId.get(id)));
    }

    @Override
    public List<JournalRow> read(String subject, long from, int limit) {
        return transactor.inTransaction(() -> history(subject).tailMap(from, true).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<JournalRow> lastSnapshot(String subject, long sequence) {
        return transactor.inTransaction(() -> history(subject).headMap(sequence, true).descendingMap().values().stream()
                .filter(JournalRow::snapshot)
                .findFirst());
    }

    @Override
    public long lastSequence(String subject) {
        return transactor.inTransaction(
                () -> history(subject).isEmpty() ? 0L : history(subject).lastKey());
    }

    @Override
    public boolean replace(String id, byte[] json) {
        return transactor.inTransaction(() -> {
            JournalRow before = byId.get(id);
            if (before == null) {
                return false;
            }
            keep(withJson(before, json));
            transactor.onRollback(() -> keep(before));
            return true;
        });
    }

    /** A refusal leaves earlier rows of the batch to the rollback it causes. */
    private void append(JournalRow given) {
        JournalRow row = toTheMicrosecond(given);
        NavigableMap<Long, JournalRow> history = bySubject.computeIfAbsent(row.subject(), any -> new TreeMap<>());
        if (history.containsKey(row.sequence())) {
            throw new StaleVersionException(row.subject());
        }
        if (byId.putIfAbsent(row.id(), row) != null) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "journal entry " + row.id() + " exists already");
        }
        history.put(row.sequence(), row);
        transactor.onRollback(() -> {
            byId.remove(row.id());
            history.remove(row.sequence());
        });
    }

    @Override
    public void remove(String subject) {
        transactor.inTransaction(() -> {
            List<JournalRow> rows = List.copyOf(history(subject).values());
            rows.forEach(row -> {
                byId.remove(row.id());
                history(subject).remove(row.sequence());
            });
            transactor.onRollback(() -> rows.forEach(this::keep));
            return rows.size();
        });
    }

    private void keep(JournalRow row) {
        byId.put(row.id(), row);
        history(row.subject()).put(row.sequence(), row);
    }

    private static JournalRow withJson(JournalRow row, byte[] json) {
        return new JournalRow(
                row.id(), row.subject(), row.sequence(), row.at(), row.event(), row.cause(), row.snapshot(), json);
    }

    private NavigableMap<Long, JournalRow> history(String subject) {
        return bySubject.getOrDefault(subject, Collections.emptyNavigableMap());
    }

    private static JournalRow toTheMicrosecond(JournalRow row) {
        return new JournalRow(
                row.id(),
                row.subject(),
                row.sequence(),
                row.at().truncatedTo(ChronoUnit.MICROS),
                row.event(),
                row.cause(),
                row.snapshot(),
                row.json());
    }
}
