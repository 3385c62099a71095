package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
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
final class OrderWork implements WorkingOrder {

    private final Optional<Versioned<OrderRecord>> stored;
    private final boolean olderSchema;
    private final List<JournalRow> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Order now;

    /** The order as it is now; made when first asked for, since several events may leave it as it is. */
    private Optional<JsonNode> tree = Optional.empty();

    /** Made with the first entry: most orders of a feed have not changed. */
    private Optional<JournalWriter> journal = Optional.empty();

    private OrderWork(Optional<Versioned<OrderRecord>> stored, Order now, boolean olderSchema) {
        this.stored = stored;
        this.now = now;
        this.olderSchema = olderSchema;
    }

    static OrderWork created(Order order) {
        return new OrderWork(Optional.empty(), order, false);
    }

    static OrderWork loaded(Versioned<OrderRecord> stored, boolean olderSchema) {
        return new OrderWork(Optional.of(stored), stored.value().order(), olderSchema);
    }

    @Override
    public Order now() {
        return now;
    }

    @Override
    public void become(Order after) {
        if (journal.isEmpty()) {
            journal = Optional.of(openJournal());
        }
        now = after;
        tree = Optional.empty();
    }

    @Override
    public void enter(JournalWriter.Heading heading, Event event) {
        if (journal.isEmpty()) {
            journal = Optional.of(openJournal());
        }
        rows.add(journal.get().entry(heading, event, tree()));
        events.add(event);
    }

    boolean isChanged() {
        return !rows.isEmpty();
    }

    boolean isNew() {
        return stored.isEmpty();
    }

    OrderRecord record() {
        return new OrderRecord(journal.map(JournalWriter::sequence).orElse(0L), now);
    }

    /** What replaces the order as it was loaded. */
    Versioned<OrderRecord> saved() {
        Versioned<OrderRecord> before = stored.orElseThrow();
        return new Versioned<>(record(), before.version(), before.schema());
    }

    List<JournalRow> rows() {
        return rows;
    }

    OrderChange change() {
        return new OrderChange(stored.map(before -> before.value().order()), now, events);
    }

    private JsonNode tree() {
        if (tree.isEmpty()) {
            tree = Optional.of(Json.tree(now));
        }
        return tree.get();
    }

    /** The journal where the store left it: called before anything happens to the order. */
    private JournalWriter openJournal() {
        Subject subject = Subject.of(now.id());
        return stored.map(before -> new JournalWriter(
                        subject, RecordTypes.ORDER.schema(), before.value().entries(), tree(), olderSchema))
                .orElseGet(
                        () -> new JournalWriter(subject, RecordTypes.ORDER.schema(), 0, NullNode.getInstance(), false));
    }
}
