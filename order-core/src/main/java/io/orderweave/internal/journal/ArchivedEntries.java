package io.orderweave.internal.journal;

import io.orderweave.store.JournalRow;
import java.util.List;
import java.util.Optional;

/** Entries that have left the journal together with their subject's record. */
public interface ArchivedEntries {

    /** Nothing was archived. */
    ArchivedEntries NONE = new ArchivedEntries() {
        @Override
        public Optional<JournalRow> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<JournalRow> of(String subject) {
            return List.of();
        }
    };

    Optional<JournalRow> find(String id);

    /** The whole history of the subject, ascending; empty when it is not archived. */
    List<JournalRow> of(String subject);
}
