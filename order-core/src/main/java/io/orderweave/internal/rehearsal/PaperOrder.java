package io.orderweave.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.internal.book.WorkingOrder;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rehearsed order: led by recorded differences where the outside changed it, by the rules' own changes else. */
final class PaperOrder implements WorkingOrder {

    private final Upcasts shapes;
    private final Map<EntryId, JournalEntry> entries = new LinkedHashMap<>();

    /** The order as it is now; empty while only {@link #tree} tells. */
    private Optional<Order> order = Optional.empty();

    /** The order as it is now, in shape {@link #schema}; empty while only {@link #order} tells. */
    private Optional<JsonNode> tree = Optional.empty();

    private int schema;

    PaperOrder(Upcasts shapes) {
        this.shapes = shapes;
    }

    @Override
    public Order now() {
        if (order.isEmpty()) {
            JsonNode record = tree.orElseThrow(() -> new IllegalStateException("the order is not in the book yet"));
            order = Optional.of(Json.read(shapes.lift(record, schema), Order.class));
        }
        return order.get();
    }

    @Override
    public void become(Order after) {
        if (order.isEmpty() || order.get() != after) {
            order = Optional.of(after);
            tree = Optional.empty();
        }
    }

    @Override
    public void enter(JournalWriter.Heading heading, Event event) {
        enter(JournalEntry.builder()
                .id(heading.id())
                .subject(Subject.of(now().id()))
                .sequence(entries.size() + 1L)
                .at(heading.at())
                .actor(heading.actor())
                .name(event.eventName())
                .event(event)
                .cause(heading.cause())
                .mappings(heading.mappings())
                .difference(NullNode.getInstance())
                .snapshot(false)
                .facts(heading.facts())
                .build());
    }

    /** Notes an entry of the time before the rehearsal. */
    void enter(JournalEntry entry) {
        entries.put(entry.id(), entry);
    }

    /** The order is as it was recorded after the step. */
    void follow(Step step) {
        become(step.after(), step.schema());
    }

    /** The order with what the step changed. */
    void merge(Step step) {
        if (isAbsent()) {
            follow(step);
        } else if (!step.before().equals(step.after())) {
            JsonNode ours = tree.filter(same -> schema == step.schema()).orElseGet(() -> Json.tree(now()));
            become(ThreeWay.merged(step.before(), step.after(), ours), step.schema());
        }
    }

    /** Whether the order has not entered the book yet. */
    boolean isAbsent() {
        return order.isEmpty() && tree.isEmpty();
    }

    Optional<JournalEntry> entry(EntryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    private void become(JsonNode record, int shape) {
        if (tree.isEmpty() || tree.get() != record) {
            order = Optional.empty();
            tree = Optional.of(record);
            schema = shape;
        }
    }
}
