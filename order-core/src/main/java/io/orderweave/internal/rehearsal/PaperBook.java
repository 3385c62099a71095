package io.orderweave.internal.rehearsal;

import io.orderweave.document.DocumentChain;
import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Deciding;
import io.orderweave.internal.book.Surroundings;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.WorkingOrder;
import io.orderweave.internal.journal.Chain;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import io.orderweave.rule.FieldValue;
import io.orderweave.shipment.Shipment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The book of one rehearsed order, on paper. Changes come together as transactions did: what is wanted within one is settled when it
 * ends.
 */
final class PaperBook implements Surroundings, Chain.Source {

    private final OrderId id;
    private final Terms terms;
    private final Records records;
    private final PaperOrder order;
    private final PaperDocuments documents;
    private final PaperShipments shipments;
    private final KnownFacts recorded;
    private final PaperLedger ledger = new PaperLedger();
    private final Map<EntryId, Decision> decisions = new HashMap<>();

    /** Identities that recorded entries have already. */
    private final Deque<EntryId> known = new ArrayDeque<>();

    /** What was recorded from beside the order in the change that is played. */
    private Map<String, FieldValue> facts = Map.of();

    private Optional<Deciding> open = Optional.empty();
    private Instant now = Instant.MIN;
    private long ids;
    private long unrecorded;

    PaperBook(OrderId id, Terms terms, Records records, KnownFacts recorded) {
        this.id = id;
        this.terms = terms;
        this.records = records;
        this.recorded = recorded;
        this.order = new PaperOrder(terms.shapes());
        this.documents = new PaperDocuments(records::document);
        this.shipments = new PaperShipments(records::shipment);
    }

    PaperOrder order() {
        return order;
    }

    PaperLedger ledger() {
        return ledger;
    }

    PaperDocuments documents() {
        return documents;
    }

    PaperShipments shipments() {
        return shipments;
    }

    /** Takes note of what events made beside the order. */
    void learn(List<Event> events) {
        events.forEach(documents::learn);
        events.forEach(shipments::learn);
    }

    Instant now() {
        return now;
    }

    /** Sets the clock; between changes only. */
    void at(Instant moment) {
        now = moment;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** What a recorded step changed happens to the order on paper, in the open change or a new one. */
    void happen(Step step, Trace trace) {
        order.merge(step);
        List<Event> events = step.events();
        if (!events.isEmpty()) {
            learn(events);
            known.addAll(step.ids());
            facts = recorded.of(step);
            deciding().happen(order, trace, events);
        }
    }

    /** A person has rules look at the order. */
    void runByHand(Step step, Set<RuleId> rules) {
        order.merge(step);
        known.addAll(step.ids());
        facts = recorded.of(step);
        deciding().runByHand(order, rules, step.actor());
    }

    /** Something happens that was not recorded. */
    Optional<EntryId> change(Trace trace, Outcome outcome) {
        outcome.events().forEach(shipments::learn);
        facts = Map.of();
        return deciding().change(order, trace, before -> outcome);
    }

    /** Plans what no rule but a command or another effect asks for. */
    void plan(PlannedEffect effect, EntryId entry, Origin origin) {
        deciding().plan(effect, entry, origin);
    }

    /** Ends the open change. */
    void end() {
        open.ifPresent(deciding -> {
            deciding.settle();
            deciding.decisions().forEach(decision -> decisions.put(decision.entry(), decision));
        });
        open = Optional.empty();
        facts = Map.of();
    }

    private Deciding deciding() {
        if (open.isEmpty()) {
            open = Optional.of(new Deciding(terms.setup(), this, ledger, now));
        }
        return open.get();
    }

    /** How many wishes of the rules contradicted each other. */
    long conflicts() {
        return decisions.values().stream()
                .flatMap(decision -> decision.wishes().stream())
                .filter(wish -> wish.fate() == Decision.Fate.CONFLICT)
                .map(Decision.Wish::effect)
                .distinct()
                .count();
    }

    /** How often rules asked for what was not recorded. */
    long unrecorded() {
        return unrecorded;
    }

    @Override
    public String newId() {
        EntryId recorded = known.poll();
        ids++;
        return recorded == null ? "rehearsed-" + ids : recorded.value();
    }

    @Override
    public Optional<? extends WorkingOrder> find(OrderId wanted) {
        return wanted.equals(id) ? Optional.of(order) : Optional.empty();
    }

    @Override
    public Map<String, FieldValue> factsOf(OrderId wanted, EntryId entry) {
        return facts;
    }

    @Override
    public void askFor(Order asked, String field) {
        unrecorded++;
    }

    @Override
    public DocumentChain documentsOf(OrderId wanted) {
        return documents.chain();
    }

    @Override
    public List<Shipment> shipmentsOf(OrderId wanted) {
        return shipments.all();
    }

    @Override
    public Optional<JournalEntry> entry(EntryId entry) {
        return order.entry(entry).or(() -> records.entry(entry));
    }

    @Override
    public Optional<Cause> causeOf(EffectKey effect) {
        return ledger.find(effect).map(it -> it.causes().get(0));
    }

    @Override
    public Optional<Decision> decisionOn(EntryId entry) {
        return Optional.ofNullable(decisions.get(entry));
    }
}
