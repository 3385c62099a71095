package io.orderweave.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.internal.json.JsonDifference;
import io.orderweave.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entries that one happening made together, with the record before and after them.
 *
 * @param entries of one actor, origin and moment, one behind the other
 * @param before the recorded order before the first; a null node when there was none
 * @param after the recorded order after the last
 * @param schema shape of the recorded order
 */
record Step(List<RecordedEntry> entries, JsonNode before, JsonNode after, int schema) {

    Step {
        entries = List.copyOf(entries);
    }

    /** The history of one order in steps. */
    static List<Step> of(List<RecordedEntry> history) {
        List<Step> steps = new ArrayList<>();
        JsonNode record = NullNode.getInstance();
        int begin = 0;
        for (int end = 1; end <= history.size(); end++) {
            if (end == history.size() || !isOneHappening(history.get(begin), history.get(end))) {
                List<RecordedEntry> entries = history.subList(begin, end);
                JsonNode after = record;
                for (RecordedEntry entry : entries) {
                    after = after(after, entry.entry());
                }
                steps.add(new Step(entries, record, after, entries.get(0).schema()));
                record = after;
                begin = end;
            }
        }
        return steps;
    }

    private static boolean isOneHappening(RecordedEntry one, RecordedEntry next) {
        return one.entry().at().equals(next.entry().at())
                && one.entry().actor().equals(next.entry().actor())
                && one.origin().equals(next.origin())
                && one.schema() == next.schema();
    }

    private static JsonNode after(JsonNode record, JournalEntry entry) {
        return entry.snapshot() ? entry.difference() : JsonDifference.apply(record, entry.difference());
    }

    /** Of its first entry. */
    EntryId id() {
        return first().id();
    }

    Instant at() {
        return first().at();
    }

    Actor actor() {
        return first().actor();
    }

    Optional<EntryId> cause() {
        return first().cause();
    }

    Optional<Integer> mappings() {
        return first().mappings();
    }

    Origin origin() {
        return entries.get(0).origin();
    }

    /** Without those of a kind that only a newer library knows. */
    List<Event> events() {
        return entries.stream().flatMap(entry -> entry.entry().event().stream()).toList();
    }

    /** The entries of {@link #events}. */
    List<EntryId> ids() {
        return entries.stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event().isPresent())
                .map(JournalEntry::id)
                .toList();
    }

    /** Whether the rules in force, or the library for them, did it: then it is decided anew. */
    boolean isDecided() {
        return actor().kind() == Actor.Kind.RULE || (actor().kind() == Actor.Kind.SYSTEM && cause().isPresent());
    }

    private JournalEntry first() {
        return entries.get(0).entry();
    }
}
