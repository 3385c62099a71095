package io.orderweave.internal.journal;

import io.orderweave.effect.Origin;
import io.orderweave.journal.JournalEntry;

/**
 * An entry with all that is needed to play it again.
 *
 * @param schema shape of the record that the entry's difference is of
 */
public record RecordedEntry(JournalEntry entry, Origin origin, int schema) {}
