package io.orderweave.internal.book;

import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.journal.ArchivedEntries;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders at rest, each with its history in one record beside the working tables. They are found and explained like any; whatever changes
 * one brings it back first. Moving takes the open transaction.
 */
public final class Archive implements ArchivedEntries {

    private static final int ROWS = 500;

    private final JournalStore journal;
    private final Repository<OrderRecord> orders;
    private final Repository<ArchivedOrder> archived;

    Archive(JournalStore journal, Repository<OrderRecord> orders, Repository<ArchivedOrder> archived) {
        this.journal = journal;
        this.orders = orders;
        this.archived = archived;
    }

    public Repository<ArchivedOrder> orders() {
        return archived;
    }

    /** Moves the order aside. */
    public void put(Versioned<OrderRecord> stored) {
        OrderId id = stored.value().order().id();
        String subject = Subject.of(id).toString();
        List<JournalRow> history = history(subject);
        orders.delete(id.value(), stored.version());
        journal.remove(subject);
        archived.insertNew(ArchivedOrder.of(stored.value(), history));
    }

    /** Brings the order back where it was; empty when it is not here. */
    Optional<Versioned<OrderRecord>> restore(OrderId id) {
        return archived.findVersioned(id.value()).flatMap(stored -> {
            archived.delete(id.value(), stored.version());
            journal.append(stored.value().rows());
            if (!orders.insert(stored.value().record())) {
                // Another node brought it back a moment ago: seen when the change runs again.
                throw new StaleVersionException("order " + id);
            }
            // Of the shape it was moved aside in: its journal goes on with a whole record.
            return orders.findVersioned(id.value())
                    .map(back -> new Versioned<>(back.value(), back.version(), stored.schema()));
        });
    }

    @Override
    public Optional<JournalRow> find(String entry) {
        return archived.find(archived.query().where("entries", entry).limit(1)).stream()
                .flatMap(order -> order.rows().stream())
                .filter(row -> row.id().equals(entry))
                .findFirst();
    }

    @Override
    public List<JournalRow> of(String subject) {
        Subject parsed = Subject.parse(subject);
        return parsed.kind().equals(Subject.ORDER)
                ? archived.find(parsed.id()).map(ArchivedOrder::rows).orElse(List.of())
                : List.of();
    }

    private List<JournalRow> history(String subject) {
        List<JournalRow> history = new ArrayList<>();
        List<JournalRow> page;
        do {
            long next = history.isEmpty() ? 1 : history.get(history.size() - 1).sequence() + 1;
            page = journal.read(subject, next, ROWS);
            history.addAll(page);
        } while (page.size() == ROWS);
        return history;
    }
}
