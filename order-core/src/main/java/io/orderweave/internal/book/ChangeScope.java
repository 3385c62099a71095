package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.document.DocumentChain;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderListener;
import io.orderweave.rule.FieldValue;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.JournalRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that happens in one transaction: orders are loaded, changed by pure functions, each event is entered in the journal and
 * decided upon, and {@link #save} writes it all. Belongs to one thread and one transaction.
 */
public final class ChangeScope {

    private final Book book;
    private final Setup setup;
    private final EffectPlanner planner;
    private final List<OrderListener> listeners;
    private final Instant now;
    private final SetupInForce inForce;
    private final BesideFacts facts;
    private final Map<OrderId, OrderWork> orders = new TreeMap<>();

    /** Read when first something asks: it costs a statement. */
    private Optional<Setup> setupInForce = Optional.empty();

    /** Made when first something happens. */
    private Optional<Deciding> deciding = Optional.empty();

    private final List<JournalRow> otherRows = new ArrayList<>();
    private final Map<Subject, JournalWriter> otherJournals = new LinkedHashMap<>();

    /** @param facts of the call that the scope is of */
    ChangeScope(
            Book book,
            SetupInForce inForce,
            Setup setup,
            EffectPlanner planner,
            List<OrderListener> listeners,
            BesideFacts facts) {
        this.book = book;
        this.setup = setup;
        this.planner = planner;
        this.listeners = listeners;
        this.now = book.now();
        this.inForce = inForce;
        this.facts = facts;
    }

    public Instant now() {
        return now;
    }

    public Book book() {
        return book;
    }

    /** The configuration this node was started with; which rules and mappings are in force, {@link #inForce()} tells. */
    public Setup setup() {
        return setup;
    }

    /** The configuration in force. */
    public Setup inForce() {
        if (setupInForce.isEmpty()) {
            setupInForce = Optional.of(inForce.setup());
        }
        return setupInForce.get();
    }

    /** The order as it is in this scope. */
    public Optional<Order> find(OrderId id) {
        return work(id).map(OrderWork::now);
    }

    /** The order as it is in this scope. */
    public Order order(OrderId id) {
        return existing(id).now();
    }

    /** An order read in this transaction, which need not be read again. One that the scope knows stays as it is there. */
    public void know(Versioned<OrderRecord> stored) {
        orders.computeIfAbsent(
                stored.value().order().id(),
                id -> OrderWork.loaded(stored, book.orders().isOlder(stored)));
    }

    /** Whether the scope has read the order. */
    public boolean knows(OrderId id) {
        return orders.containsKey(id);
    }

    /** Takes a new order into the book. */
    public void create(Order order, Trace trace, List<Event> events) {
        if (orders.containsKey(order.id())) {
            throw new IllegalStateException("order " + order.id() + " exists in this change already");
        }
        OrderWork work = OrderWork.created(order.toBuilder().statusSince(now).build());
        orders.put(order.id(), work);
        deciding().happen(work, trace, events);
    }

    /** Changes an order; a change without event is none. Returns the entry of the first event. */
    public Optional<EntryId> change(OrderId id, Trace trace, Function<Order, Outcome> change) {
        return deciding().change(existing(id), trace, change);
    }

    /** Has rules look at an order as it is, whatever triggers them. */
    public void runByHand(OrderId id, Set<RuleId> chosen, Actor actor) {
        deciding().runByHand(existing(id), chosen, actor);
    }

    /** Enters an event of a subject that is no order. Returns the entry. */
    public EntryId note(Subject subject, Trace trace, Event event) {
        JournalWriter journal = otherJournals.computeIfAbsent(
                subject,
                key -> new JournalWriter(
                        key,
                        Upcasts.NONE.schema(),
                        book.stores().journal().lastSequence(key.toString()),
                        NullNode.getInstance(),
                        false));
        EntryId id = new EntryId(book.newId());
        Origin origin = trace.origin().orElseGet(() -> Origin.of(id));
        otherRows.add(journal.entry(
                new JournalWriter.Heading(id, now, trace.actor(), origin, trace.cause()), event));
        return id;
    }

    /** Plans an effect that no rule but a table, a command or another effect asks for. */
    public void plan(PlannedEffect effect, EntryId entry, Origin origin) {
        deciding().plan(effect, entry, origin);
    }

    /** Tells what rules would do, with what is known from beside the orders. */
    public PaperChange onPaper() {
        return new PaperChange(book, inForce(), planner, facts);
    }

    /**
     * Writes everything, unless rules asked for what must be fetched first: then nothing is written and nobody told, for the change runs
     * again. Nothing may be changed afterwards.
     */
    public void save() {
        if (!facts.areAskedFor()) {
            deciding.ifPresent(Deciding::settle);
        }
        // To settle may lead to further events, and rules on them to further questions.
        if (!facts.areAskedFor()) {
            write();
        }
    }

    private void write() {
        List<OrderWork> changed =
                orders.values().stream().filter(OrderWork::isChanged).toList();
        book.orders()
                .updateAll(changed.stream()
                        .filter(work -> !work.isNew())
                        .map(OrderWork::saved)
                        .toList());
        insert(changed.stream().filter(OrderWork::isNew).toList());
        List<JournalRow> rows = new ArrayList<>();
        changed.forEach(work -> rows.addAll(work.rows()));
        rows.addAll(otherRows);
        if (!rows.isEmpty()) {
            book.stores().journal().append(rows);
        }
        deciding.ifPresent(decided -> {
            book.decisions().insertAllNew(decided.decisions());
            decided.released().forEach(planner::wake);
        });
        changed.forEach(work -> tell(work.change()));
    }

    private void insert(List<OrderWork> works) {
        Set<String> refused =
                book.orders().insertAll(works.stream().map(OrderWork::record).toList());
        if (!refused.isEmpty()) {
            // Another node imported the same channel order a moment ago: seen when the change runs again.
            throw new StaleVersionException("order " + refused.iterator().next());
        }
    }

    private void tell(OrderChange change) {
        for (OrderListener listener : listeners) {
            try {
                listener.changed(change);
            } catch (RuntimeException fault) {
                throw new ListenerFault(fault);
            }
        }
    }

    private Deciding deciding() {
        if (deciding.isEmpty()) {
            deciding = Optional.of(new Deciding(inForce(), new Around(), planner, now));
        }
        return deciding.get();
    }

    private OrderWork existing(OrderId id) {
        return work(id).orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
    }

    private Optional<OrderWork> work(OrderId id) {
        if (!orders.containsKey(id)) {
            book.orders()
                    .findVersioned(id.value())
                    .or(() -> book.archive().restore(id))
                    .ifPresent(this::know);
        }
        return Optional.ofNullable(orders.get(id));
    }

    /** This change, as deciding sees it. */
    private final class Around implements Surroundings {

        @Override
        public String newId() {
            return book.newId();
        }

        @Override
        public Optional<OrderWork> find(OrderId id) {
            return work(id);
        }

        @Override
        public Map<String, FieldValue> factsOf(OrderId order, EntryId entry) {
            return facts.of(order);
        }

        @Override
        public void askFor(Order order, String field) {
            facts.ask(order, field);
        }

        @Override
        public DocumentChain documentsOf(OrderId order) {
            return book.documentsOf(order);
        }

        @Override
        public List<Shipment> shipmentsOf(OrderId order) {
            return book.shipmentsOf(order);
        }
    }
}
