package io.orderweave.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.rule.FieldValue;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing that happened to a subject. Prints nothing of its content. */
@Value.Immutable
@ValueStyle
public interface JournalEntry {

    EntryId id();

    Subject subject();

    /** Position in the subject's history: 1, 2, 3, ... */
    long sequence();

    Instant at();

    Actor actor();

    EventName name();

    /** The event; empty when a newer version of the library wrote a kind this one does not know. */
    @Value.Redacted
    Optional<Event> event();

    /** The entry that led to this one; empty when it came from outside. */
    Optional<EntryId> cause();

    /** Version of the mappings by which it came about: a channel's words were read, a milestone made a status; empty where none acted. */
    Optional<Integer> mappings();

    /** The whole record after the event, or how it differs from before; null node when the event changed nothing. */
    @Value.Redacted
    JsonNode difference();

    /** Whether {@link #difference()} is the whole record. */
    boolean snapshot();

    /**
     * What rules had from beside the subject when they looked at the event, by field; empty when no rule asked for anything. A value that
     * could not be read is {@link FieldValue.Faulty}.
     */
    @Value.Redacted
    Map<String, FieldValue> facts();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link JournalEntry}s. */
    final class Builder extends ImmutableJournalEntry.Builder {
        Builder() {}
    }
}
