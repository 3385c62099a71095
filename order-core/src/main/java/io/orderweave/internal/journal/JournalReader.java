package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.JsonDifference;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.journal.JournalEntry;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads entries and rebuilds any past version of a record. */
public final class JournalReader {

    private static final int CHUNK = 200;

    private final JournalStore store;
    private final ArchivedEntries archived;

    public JournalReader(JournalStore store) {
        this(store, ArchivedEntries.NONE);
    }

    public JournalReader(JournalStore store, ArchivedEntries archived) {
        this.store = store;
        this.archived = archived;
    }

    public Optional<JournalEntry> find(EntryId id) {
        return store.get(id.value()).or(() -> archived.find(id.value())).map(JournalReader::entry);
    }

    public List<JournalEntry> history(Subject subject, long from, int limit) {
        return read(subject.toString(), from, limit).stream()
                .map(JournalReader::entry)
                .toList();
    }

    /** As {@link #history}, with all that is needed to play the entries again. */
    public List<RecordedEntry> recorded(Subject subject, long from, int limit) {
        return read(subject.toString(), from, limit).stream()
                .map(JournalReader::recorded)
                .toList();
    }

    /** The subject's record as it was after the entry of that sequence, in the present shape. */
    public Optional<JsonNode> recordAt(Subject subject, long sequence, Upcasts upcasts) {
        if (sequence > lastSequence(subject.toString())) {
            return Optional.empty();
        }
        return lastSnapshot(subject.toString(), sequence)
                .map(snapshot -> upcasts.lift(
                        replay(snapshot, sequence), content(snapshot).schema()));
    }

    private long lastSequence(String subject) {
        long last = store.lastSequence(subject);
        return last > 0
                ? last
                : archived.of(subject).stream()
                        .mapToLong(JournalRow::sequence)
                        .max()
                        .orElse(0);
    }

    private Optional<JournalRow> lastSnapshot(String subject, long sequence) {
        return store.lastSnapshot(subject, sequence)
                .or(() -> archived.of(subject).stream()
                        .filter(row -> row.snapshot() && row.sequence() <= sequence)
                        .reduce((first, second) -> second));
    }

    private List<JournalRow> read(String subject, long from, int limit) {
        List<JournalRow> rows = store.read(subject, from, limit);
        return rows.isEmpty()
                ? archived.of(subject).stream()
                        .filter(row -> row.sequence() >= from)
                        .limit(limit)
                        .toList()
                : rows;
    }

    private JsonNode replay(JournalRow snapshot, long until) {
        JsonNode record = content(snapshot).difference();
        long next = snapshot.sequence() + 1;
        while (next <= until) {
            int limit = (int) Math.min(CHUNK, until - next + 1);
            for (JournalRow row : read(snapshot.subject(), next, limit)) {
                record = JsonDifference.apply(record, content(row).difference());
            }
            next += limit;
        }
        return record;
    }

    private static JournalEntry entry(JournalRow row) {
        return entry(row, content(row));
    }

    private static RecordedEntry recorded(JournalRow row) {
        EntryContent content = content(row);
        return new RecordedEntry(entry(row, content), content.origin(), content.schema());
    }

    private static JournalEntry entry(JournalRow row, EntryContent content) {
        EventName name = EventName.parse(row.event());
        return JournalEntry.builder()
                .id(new EntryId(row.id()))
                .subject(Subject.parse(row.subject()))
                .sequence(row.sequence())
                .at(row.at())
                .actor(content.actor())
                .name(name)
                .event(EventTypes.read(name, content.event()))
                .cause(row.cause().map(EntryId::new))
                .mappings(content.mappings())
                .difference(content.difference())
                .snapshot(row.snapshot())
                .facts(content.facts().map(RecordedFacts::read).orElse(Map.of()))
                .build();
    }

    private static EntryContent content(JournalRow row) {
        return Json.read(row.json(), EntryContent.class);
    }
}
