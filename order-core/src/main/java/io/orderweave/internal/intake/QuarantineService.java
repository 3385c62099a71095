package io.orderweave.internal.intake;

import io.orderweave.connection.RawDocument;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.QuarantineId;
import io.orderweave.intake.Quarantine;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.QuarantineRecord;
import java.util.List;
import java.util.Optional;

/** The quarantine as hosts use it. */
public final class QuarantineService implements Quarantine {

    private final Changes changes;
    private final Book book;
    private final Outside outside;
    private final Pulls pulls;
    private final Gate gate;

    public QuarantineService(Changes changes, Outside outside, Pulls pulls, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.outside = outside;
        this.pulls = pulls;
        this.gate = gate;
    }

    @Override
    public List<Item> open(int limit) {
        return book
                .quarantine()
                .find(book.quarantine()
                        .query()
                        .where("state", QuarantineRecord.State.OPEN.name())
                        .limit(limit))
                .stream()
                .map(QuarantineService::item)
                .toList();
    }

    @Override
    public Optional<Item> find(QuarantineId id) {
        return book.quarantine().find(id.value()).map(QuarantineService::item);
    }

    @Override
    public Optional<RawDocument> raw(QuarantineId id) {
        return book.quarantine()
                .find(id.value())
                .flatMap(record -> book.stores()
                        .blobs()
                        .get(record.raw())
                        .map(content -> new RawDocument(record.mediaType(), content)));
    }

    @Override
    public boolean retry(QuarantineId id, Actor actor) {
        gate.check(actor, "quarantine.retry", Optional.empty());
        QuarantineRecord record = record(id);
        if (outside.channel(record.connection()).isEmpty()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "quarantined item " + id + " is no order of a channel");
        }
        return switch (pulls.readNow(record.connection(), record.externalId())) {
            case IMPORTED, CHANGED, UNCHANGED -> true;
            case GONE, QUARANTINED -> false;
        };
    }

    @Override
    public void dismiss(QuarantineId id, Actor actor) {
        gate.check(actor, "quarantine.dismiss", Optional.empty());
        changes.run(scope -> new QuarantineDesk(book)
                .settle(book.quarantine().findVersioned(id.value()).orElseThrow(() -> missing(id))));
    }

    private QuarantineRecord record(QuarantineId id) {
        return book.quarantine().find(id.value()).orElseThrow(() -> missing(id));
    }

    private static OrderweaveException missing(QuarantineId id) {
        return new OrderweaveException(FaultCategory.NOT_FOUND, "no quarantined item " + id);
    }

    private static Item item(QuarantineRecord record) {
        return new Item(
                record.id(),
                record.connection(),
                record.externalId(),
                record.reason(),
                record.detail(),
                record.firstSeen(),
                record.lastSeen(),
                record.times());
    }
}
