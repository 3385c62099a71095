package io.orderweave.internal.intake;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.ConnectionId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.CheckpointRecord;
import io.orderweave.internal.book.Versioned;
import java.util.Optional;

/** How far the feeds of a connection were read. */
final class Checkpoints {

    private final Book book;

    Checkpoints(Book book) {
        this.book = book;
    }

    Optional<Checkpoint> get(ConnectionId connection, String feed) {
        return book.checkpoints().find(id(connection, feed)).map(CheckpointRecord::checkpoint);
    }

    /** In the open transaction, together with what was read. One that has not moved is not written. */
    void save(ConnectionId connection, String feed, Checkpoint checkpoint) {
        CheckpointRecord reached = new CheckpointRecord(id(connection, feed), checkpoint);
        Optional<Versioned<CheckpointRecord>> before = book.checkpoints().findVersioned(reached.id());
        if (before.isEmpty()) {
            book.checkpoints().put(reached);
        } else if (!before.get().value().equals(reached)) {
            book.checkpoints().update(reached, before.get().version());
        }
    }

    private static String id(ConnectionId connection, String feed) {
        return connection + "/" + feed;
    }
}
