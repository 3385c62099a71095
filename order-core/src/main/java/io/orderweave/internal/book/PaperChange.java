package io.orderweave.internal.book;

import io.orderweave.document.DocumentChain;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.rule.RulePlan;
import io.orderweave.shipment.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules would do to one order, decided by the same code as a change and written nowhere. */
public final class PaperChange {

    private final Book book;
    private final Setup setup;
    private final EffectPlanner ledger;
    private final BesideFacts facts;

    /** @param ledger asked what is there, never given anything */
    PaperChange(Book book, Setup setup, EffectPlanner ledger, BesideFacts facts) {
        this.book = book;
        this.setup = setup;
        this.ledger = ledger;
        this.facts = facts;
    }

    /** What would happen to the order; empty when no rule would fire. */
    public Optional<RulePlan.Row> run(Order order, Set<RuleId> rules) {
        PaperOrder paper = new PaperOrder(order);
        Deciding deciding = new Deciding(setup, new Around(paper), new PaperLedger(), book.now());
        deciding.runByHand(paper, rules, Actor.system());
        deciding.settle();
        List<Decision> decisions = deciding.decisions();
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new RulePlan.Row(
                        order.id(),
                        decisions.stream()
                                .flatMap(decision -> decision.fired().stream())
                                .map(RuleOutcome::rule)
                                .toList(),
                        paper.happened,
                        decisions.stream()
                                .flatMap(decision -> decision.wishes().stream())
                                .toList(),
                        decisions.stream()
                                .flatMap(decision -> decision.faults().stream())
                                .toList()));
    }

    /** The order on paper. */
    private static final class PaperOrder implements WorkingOrder {

        private final List<EventName> happened = new ArrayList<>();
        private Order now;

        private PaperOrder(Order order) {
            this.now = order;
        }

        @Override
        public Order now() {
            return now;
        }

        @Override
        public void become(Order after) {
            now = after;
        }

        @Override
        public void enter(JournalWriter.Heading heading, Event event) {
            if (!(event instanceof RuleEvent.RulesRunByHand)) {
                happened.add(event.eventName());
            }
        }
    }

    /** The book around the order, read only. */
    private final class Around implements Surroundings {

        private final PaperOrder paper;

        private Around(PaperOrder paper) {
            this.paper = paper;
        }

        @Override
        public String newId() {
            return book.newId();
        }

        @Override
        public Optional<PaperOrder> find(OrderId id) {
            return Optional.of(paper).filter(order -> order.now.id().equals(id));
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

    /** The ledger, asked only. */
    private final class PaperLedger implements EffectPlanner {

        @Override
        public List<Decision.Fate> plan(List<Planned> effects) {
            return effects.stream().map(ledger::fateOf).toList();
        }

        @Override
        public Decision.Fate fateOf(Planned effect) {
            return ledger.fateOf(effect);
        }

        @Override
        public List<EffectKey> pending(Subject subject, EffectKind kind) {
            return ledger.pending(subject, kind);
        }

        @Override
        public List<EffectKey> withdraw(List<EffectKey> effects, String reason) {
            // On paper nothing ends.
            return List.of();
        }

        @Override
        public int arming(EffectKey key) {
            return ledger.arming(key) + 1;
        }

        @Override
        public void wake(Subject subject) {
            // On paper nothing begins.
        }
    }
}
