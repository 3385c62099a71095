package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.store.JournalRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One order on its way through a change. */
final class OrderWork {

    private final Optional<Order> before;
    private final long version;
    private final JournalWriter journal;
    private final List<JournalRow> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Order now;

    private OrderWork(Optional<Order> before, Order now, long version, JournalWriter journal) {
        this.before = before;
        this.now = now;
        this.version = version;
        this.journal = journal;
    }

    static OrderWork created(Order order) {
        JournalWriter journal = new JournalWriter(Subject.of(order.id()), 0, NullNode.getInstance(), false);
        return new OrderWork(Optional.empty(), order, 0, journal);
    }

    static OrderWork loaded(Versioned<OrderRecord> stored, boolean olderSchema) {
        Order order = stored.value().order();
        JournalWriter journal =
                new JournalWriter(Subject.of(order.id()), stored.value().entries(), Json.tree(order), olderSchema);
        return new OrderWork(Optional.of(order), order, stored.version(), journal);
    }

    Order now() {
        return now;
    }

    /** The order is {@code after}; the next entry tells the difference. */
    void become(Order after) {
        now = after;
    }

    /** Appends the entry of an event after which the order is as it is now. */
    void enter(JournalWriter.Heading heading, Event event) {
        rows.add(journal.entry(heading, event, Json.tree(now)));
        events.add(event);
    }

    boolean isChanged() {
        return !rows.isEmpty();
    }

    boolean isNew() {
        return before.isEmpty();
    }

    long version() {
        return version;
    }

    OrderRecord record() {
        return new OrderRecord(journal.sequence(), now);
    }

    List<JournalRow> rows() {
        return rows;
    }

    OrderChange change() {
        return new OrderChange(before, now, events);
    }
}
