package io.orderweave.internal.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.RawDocument;
import io.orderweave.id.QuarantineId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.QuarantineRecord;
import io.orderweave.internal.book.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts away what cannot be read, and takes it out again when it can. In the open transaction. */
final class QuarantineDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineDesk.class);

    private final Book book;

    QuarantineDesk(Book book) {
        this.book = book;
    }

    void put(ConnectionId connection, String externalId, RawDocument raw, String reason, String detail) {
        QuarantineId id = id(connection, externalId);
        Instant now = book.now();
        Optional<Versioned<QuarantineRecord>> known = book.quarantine().findVersioned(id.value());
        QuarantineRecord record = new QuarantineRecord(
                id,
                connection,
                externalId,
                QuarantineRecord.State.OPEN,
                reason,
                detail,
                raw.mediaType(),
                book.stores().blobs().put(raw.content()),
                known.map(it -> it.value().firstSeen()).orElse(now),
                now,
                known.map(it -> it.value().times()).orElse(0) + 1);
        if (known.isPresent()) {
            book.quarantine().update(record, known.get().version());
        } else {
            book.quarantine().insertAbsent(record);
            LOG.warn("Item {} of connection {} is quarantined as {}: {}", externalId, connection, reason, detail);
        }
    }

    /** The item could be read in the end, or somebody has seen to it. */
    void settle(ConnectionId connection, List<String> externalIds) {
        List<String> ids = externalIds.stream()
                .map(externalId -> id(connection, externalId).value())
                .toList();
        book.quarantine().findAll(ids).forEach(this::settle);
    }

    void settle(Versioned<QuarantineRecord> stored) {
        QuarantineRecord item = stored.value();
        if (item.state() == QuarantineRecord.State.OPEN) {
            book.quarantine()
                    .update(
                            new QuarantineRecord(
                                    item.id(),
                                    item.connection(),
                                    item.externalId(),
                                    QuarantineRecord.State.RESOLVED,
                                    item.reason(),
                                    item.detail(),
                                    item.mediaType(),
                                    item.raw(),
                                    item.firstSeen(),
                                    item.lastSeen(),
                                    item.times()),
                            stored.version());
        }
    }

    static QuarantineId id(ConnectionId connection, String externalId) {
        return new QuarantineId(Digest.id(connection + "/" + externalId));
    }
}
