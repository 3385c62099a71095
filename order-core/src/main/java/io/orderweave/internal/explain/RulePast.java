package io.orderweave.internal.explain;

import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.IdSource;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.VersionedPart;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleLint;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.store.RecordQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules in force have done of late, for {@link RuleLint}: when each fired last, from the decisions of the time that lint looks
 * at; how often it was triggered and fired, from the orders placed last. Holds one page of decisions, or one order's history, at a time.
 * Thread-safe.
 */
public final class RulePast {

    private static final int MOST_ENTRIES = 10_000;

    private final Book book;
    private final JournalReader journal;
    private final RuleAges ages;

    public RulePast(Book book, VersionedPart<RuleSet> rules) {
        this.book = book;
        this.journal = new JournalReader(book.stores().journal(), book.archive());
        this.ages = new RuleAges(rules, journal);
    }

    /** Of the rules of the set that are in force as they are. */
    public Map<RuleId, RuleLint.Firing> of(RuleSet set, Instant now) {
        Instant from = now.minus(RuleLint.LONG);
        Map<Rule, Instant> since = ages.since(set.rules());
        Map<RuleId, Instant> last = lastFired(from);
        Map<Rule, Sample> samples = sample(since);
        Map<RuleId, RuleLint.Firing> past = new HashMap<>();
        since.forEach((rule, inForce) -> {
            Sample sample = samples.getOrDefault(rule, new Sample());
            past.put(
                    rule.id(),
                    new RuleLint.Firing(
                            inForce.isBefore(from) ? from : inForce,
                            sample.events,
                            sample.fired,
                            Optional.ofNullable(last.get(rule.id()))));
        });
        return past;
    }

    /** By the ids of the decisions, which begin with their moment. */
    private Map<RuleId, Instant> lastFired(Instant from) {
        Map<RuleId, Instant> last = new HashMap<>();
        RecordQuery query =
                book.decisions().query().after(new RecordQuery.Position(Optional.empty(), IdSource.before(from)));
        Optional<RecordQuery> next = Optional.of(query);
        while (next.isPresent()) {
            Repository.Page<Decision> page = book.decisions().page(next.get());
            for (Decision decision : page.values()) {
                Instant at = IdSource.moment(decision.id().value());
                decision.fired().forEach(outcome -> last.put(outcome.rule(), at));
            }
            next = page.next().map(query::after);
        }
        return last;
    }

    private Map<Rule, Sample> sample(Map<Rule, Instant> since) {
        Map<Rule, Sample> samples = new HashMap<>();
        RecordQuery newest = book.orders().query().orderedBy("placed_at", true).limit(RuleLint.SAMPLE);
        for (var record : book.orders().find(newest)) {
            Order order = record.order();
            if (!order.history()) {
                count(order, since, samples);
            }
        }
        return samples;
    }

    private void count(Order order, Map<Rule, Instant> since, Map<Rule, Sample> samples) {
        Map<EntryId, Set<RuleId>> fired = fired(order);
        for (JournalEntry entry : journal.history(Subject.of(order.id()), 1, MOST_ENTRIES)) {
            since.forEach((rule, inForce) -> {
                if (!entry.at().isBefore(inForce) && triggers(rule, order, entry)) {
                    Sample sample = samples.computeIfAbsent(rule, none -> new Sample());
                    sample.events++;
                    sample.fired += fired.getOrDefault(entry.id(), Set.of()).contains(rule.id()) ? 1 : 0;
                }
            });
        }
    }

    private static boolean triggers(Rule rule, Order order, JournalEntry entry) {
        return rule.trigger().events().contains(entry.name().name())
                && entry.event()
                        .filter(event -> dependsOnOrder(rule.trigger(), event)
                                || rule.trigger().matches(order, event))
                        .isPresent();
    }

    /** Whether the event alone does not tell. Such a one counts: rather too many are counted, and lint stays silent. */
    private static boolean dependsOnOrder(Trigger trigger, Event event) {
        return trigger instanceof Trigger.PaymentReceived
                || (trigger instanceof Trigger.StatusEntered && !(event instanceof OrderEvent.StatusChanged));
    }

    private Map<EntryId, Set<RuleId>> fired(Order order) {
        Map<EntryId, Set<RuleId>> fired = new HashMap<>();
        for (Decision decision : book.decisions()
                .find(book.decisions()
                        .query()
                        .where("subject", Subject.of(order.id()).toString()))) {
            fired.put(
                    decision.entry(),
                    decision.fired().stream().map(outcome -> outcome.rule()).collect(Collectors.toSet()));
        }
        return fired;
    }

    private static final class Sample {
        private long events;
        private long fired;
    }
}
