package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A part of the configuration that the shop versions as a whole: each version is kept and never changes, the newest is in force.
 * Thread-safe.
 */
public final class VersionedPart<T> {

    private final Book book;
    private final InForceMarks marks;
    private final String name;
    private final String words;
    private final Class<T> type;
    private final ToIntFunction<T> version;

    /**
     * @param name in ids and as the subject of its entries
     * @param words what it is called in messages
     */
    VersionedPart(Book book, InForceMarks marks, String name, String words, Class<T> type, ToIntFunction<T> version) {
        this.book = book;
        this.marks = marks;
        this.name = name;
        this.words = words;
        this.type = type;
        this.version = version;
    }

    public String name() {
        return name;
    }

    /** Whose entries tell what was put in force. */
    public Subject subject() {
        return Subject.configuration(name);
    }

    public int versionOf(T value) {
        return version.applyAsInt(value);
    }

    /** A version that is or was in force. */
    public Optional<T> version(int version) {
        return book.configuration().find(id(version)).map(record -> Json.read(record.content(), type));
    }

    /** What the marks say is in force; empty before the first version. */
    Optional<T> inForce(JsonNode marks) {
        return InForceMarks.version(marks, name)
                .map(newest -> version(newest)
                        .orElseThrow(() -> new OrderweaveException(
                                FaultCategory.INTERNAL, words + " version " + newest + " is in force and not stored")));
    }

    /**
     * Puts a newer version in force, in the open transaction.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when it is not newer
     */
    public void put(T value) {
        int wanted = versionOf(value);
        newest().filter(newest -> newest >= wanted).ifPresent(newest -> {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    words + " version " + wanted + " is not newer than " + newest
                            + ", which is in force; raise its version");
        });
        set(value);
    }

    /**
     * Puts what a node was started with in force, in the open transaction, when it is newer than what is. A node that was started with an
     * older version does not go back.
     *
     * @return whether it is in force now and was not before
     * @throws OrderweaveException (INVALID_CONFIGURATION) when its version is stored with other content
     */
    public boolean offer(T value) {
        int offered = versionOf(value);
        Optional<T> stored = version(offered);
        if (stored.isPresent()) {
            if (!Json.tree(stored.get()).equals(Json.tree(value))) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        words + " version " + offered
                                + " differs from the one stored under this version; raise its version");
            }
            return false;
        }
        if (newest().orElse(-1) >= offered) {
            return false;
        }
        set(value);
        return true;
    }

    private Optional<Integer> newest() {
        return InForceMarks.version(marks.read(), name);
    }

    private void set(T value) {
        book.configuration().insertAbsent(new ConfigurationRecord(id(versionOf(value)), name, Json.tree(value)));
        marks.set(name, versionOf(value));
    }

    private String id(int version) {
        return name + "/" + version;
    }
}
