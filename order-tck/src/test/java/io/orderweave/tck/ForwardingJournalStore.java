package io.orderweave.tck;

import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.util.List;
import java.util.Optional;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingJournalStore implements JournalStore {

    private final JournalStore right;

    ForwardingJournalStore(JournalStore right) {
        this.right = right;
    }

    @Override
    public void append(List<JournalRow> rows) {
        right.append(rows);
    }

    @Override
    public Optional<JournalRow> get(String id) {
        return right.get(id);
    }

    @Override
    public List<JournalRow> read(String subject, long from, int limit) {
        return right.read(subject, from, limit);
    }

    @Override
    public Optional<JournalRow> lastSnapshot(String subject, long sequence) {
        return right.lastSnapshot(subject, sequence);
    }

    @Override
    public long lastSequence(String subject) {
        return right.lastSequence(subject);
    }

    @Override
    public boolean replace(String id, byte[] json) {
        return right.replace(id, json);
    }

    @Override
    public void remove(String subject) {
        right.remove(subject);
    }
}
