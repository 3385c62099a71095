package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.json.Json;
import java.util.Optional;

/**
 * Which version of each part of the configuration is in force: one record, so that knowing all of them costs one small read. A mark names
 * the act that set it too: a version that was rolled back may be put in force again with other content. Thread-safe.
 */
final class InForceMarks {

    /** Before any part is in force. */
    static final JsonNode NONE = Json.object();

    private static final String ID = "in-force";

    private final Book book;

    InForceMarks(Book book) {
        this.book = book;
    }

    /** The marks of all parts. */
    JsonNode read() {
        return book.configuration().find(ID).map(ConfigurationRecord::content).orElse(NONE);
    }

    /** The version that the marks name of a part; empty before its first. */
    static Optional<Integer> version(JsonNode marks, String part) {
        return Optional.ofNullable(marks.get(part))
                .map(mark -> mark.get("version").asInt());
    }

    /**
     * Marks a version of one part as in force, in the open transaction; the marks of the others stay as they are.
     *
     * @throws StaleVersionException when somebody else has put one in force meanwhile that is not older
     */
    void set(String part, int version) {
        Optional<Versioned<ConfigurationRecord>> stored = book.configuration().findVersioned(ID);
        Optional<Integer> newest = stored.flatMap(old -> version(old.value().content(), part));
        if (newest.filter(other -> other >= version).isPresent()) {
            throw new StaleVersionException(ID);
        }
        ObjectNode marks = Json.object();
        stored.ifPresent(old -> marks.setAll((ObjectNode) old.value().content()));
        marks.set(part, Json.object().put("version", version).put("act", book.newId()));
        ConfigurationRecord record = new ConfigurationRecord(ID, ID, marks);
        if (stored.isPresent()) {
            book.configuration().update(record, stored.get().version());
        } else {
            book.configuration().insertAbsent(record);
        }
    }
}
