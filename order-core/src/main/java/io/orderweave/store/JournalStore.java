package io.orderweave.store;

import java.util.List;
import java.util.Optional;

/** Keeps the journal: appended and read; changed only to erase personal data, taken out only to be archived. Implemented by persistence adapters; thread-safe. */
public interface JournalStore {

    /**
     * Appends all rows, or none.
     *
     * @throws io.orderweave.error.StaleVersionException when a subject already has an entry of that sequence
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when another entry has that id
     */
    void append(List<JournalRow> rows);

    /** The entry of that id. */
    Optional<JournalRow> get(String id);

    /** Entries of the subject with a sequence of at least {@code from}, ascending, at most {@code limit}. */
    List<JournalRow> read(String subject, long from, int limit);

    /** The last snapshot of the subject whose sequence is at most {@code sequence}. */
    Optional<JournalRow> lastSnapshot(String subject, long sequence);

    /** The highest sequence of the subject, 0 when it has no entry. */
    long lastSequence(String subject);

    /**
     * Replaces the JSON of an entry; all else of it stays. Serves the erasure of personal data and nothing else.
     *
     * @return false, and nothing is written, when there is no entry of that id
     */
    boolean replace(String id, byte[] json);

    /**
     * Removes every entry of the subject, and of no other; does nothing when there is none. Serves archiving: the same entries may be
     * appended again.
     */
    void remove(String subject);
}
