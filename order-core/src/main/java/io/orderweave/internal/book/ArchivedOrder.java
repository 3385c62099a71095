package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import io.orderweave.store.JournalRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order that was moved aside, with its history, in one record. */
public record ArchivedOrder(OrderRecord record, List<Entry> history) {

    public ArchivedOrder {
        history = List.copyOf(history);
    }

    static ArchivedOrder of(OrderRecord record, List<JournalRow> history) {
        return new ArchivedOrder(record, history.stream().map(Entry::of).toList());
    }

    /** The history as it lay in the journal. */
    List<JournalRow> rows() {
        String subject = Subject.of(record.order().id()).toString();
        return history.stream().map(entry -> entry.row(subject)).toList();
    }

    /** One entry. */
    public record Entry(
            String id,
            long sequence,
            Instant at,
            String event,
            Optional<String> cause,
            boolean snapshot,
            JsonNode content) {

        static Entry of(JournalRow row) {
            return new Entry(
                    row.id(),
                    row.sequence(),
                    row.at(),
                    row.event(),
                    row.cause(),
                    row.snapshot(),
                    Json.tree(row.json()));
        }

        JournalRow row(String subject) {
            return new JournalRow(id, subject, sequence, at, event, cause, snapshot, Json.bytes(content));
        }
    }
}
