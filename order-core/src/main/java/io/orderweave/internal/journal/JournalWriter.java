package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.effect.Origin;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.JsonDifference;
import io.orderweave.rule.FieldValue;
import io.orderweave.store.JournalRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the entries of one subject: the first, every fiftieth, and the first after a change of schema hold the whole record, the
 * others how it differs.
 */
public final class JournalWriter {

    private static final int SNAPSHOT_EVERY = 50;

    private final Subject subject;
    private final int schema;
    private long sequence;
    private JsonNode record;
    private boolean snapshotNext;

    /**
     * @param schema shape of the subject's record
     * @param sequence of the subject's last entry, 0 when it has none
     * @param record the subject's record after that entry
     * @param snapshotNext whether the next entry must be a snapshot
     */
    public JournalWriter(Subject subject, int schema, long sequence, JsonNode record, boolean snapshotNext) {
        this.subject = subject;
        this.schema = schema;
        this.sequence = sequence;
        this.record = record;
        this.snapshotNext = snapshotNext;
    }

    public long sequence() {
        return sequence;
    }

    /** The entry of an event after which the record is {@code after}. */
    public JournalRow entry(Heading heading, Event event, JsonNode after) {
        sequence++;
        boolean snapshot = snapshotNext || sequence == 1 || sequence % SNAPSHOT_EVERY == 0;
        JsonNode content = snapshot ? after : JsonDifference.between(record, after);
        snapshotNext = false;
        record = after;
        return new JournalRow(
                heading.id().value(),
                subject.toString(),
                sequence,
                heading.at(),
                event.eventName().toString(),
                heading.cause().map(EntryId::value),
                snapshot,
                Json.bytes(new EntryContent(
                        heading.actor(),
                        heading.origin(),
                        Json.tree(event),
                        schema,
                        content,
                        heading.mappings(),
                        RecordedFacts.write(heading.facts()))));
    }

    /** An entry of a subject that has no record of its own. */
    public JournalRow entry(Heading heading, Event event) {
        return entry(heading, event, NullNode.getInstance());
    }

    /**
     * What stands above an entry: who, when, from where.
     *
     * @param mappings version of the mappings by which it came about; empty where none acted
     * @param facts what rules had from beside the subject, by field
     */
    public record Heading(
            EntryId id,
            Instant at,
            Actor actor,
            Origin origin,
            Optional<EntryId> cause,
            Optional<Integer> mappings,
            Map<String, FieldValue> facts) {

        /** Above an event on which neither mappings nor facts from beside its subject had a part. */
        public Heading(EntryId id, Instant at, Actor actor, Origin origin, Optional<EntryId> cause) {
            this(id, at, actor, origin, cause, Optional.empty(), Map.of());
        }
    }
}
