package io.orderweave.internal.explain;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.SetupInForce;
import io.orderweave.internal.journal.Chain;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.rehearsal.Rehearsals;
import io.orderweave.internal.rehearsal.Terms;
import io.orderweave.journal.Journal;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.RehearsalProgress;
import io.orderweave.journal.Why;
import io.orderweave.journal.WhyNot;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** The journal as hosts read it. */
public final class JournalService implements Journal {

    private final Book book;
    private final Supplier<Setup> setup;
    private final JournalReader reader;
    private final BookRecords records;
    private final Chain chain;
    private final Obstacles obstacles;
    private final Rehearsals rehearsals;
    private final EngineFacts engine;

    /**
     * @param inForce the configuration in force
     * @param engine what explaining and rehearsing must know of the engine
     */
    public JournalService(Book book, SetupInForce inForce, Effects effects, EngineFacts engine) {
        this.book = book;
        this.setup = inForce::setup;
        this.engine = engine;
        this.reader = new JournalReader(book.stores().journal(), book.archive());
        this.records = new BookRecords(book, effects);
        this.chain = new Chain(new RecordedChain(records, effects));
        this.obstacles = new Obstacles(
                book,
                setup,
                effects,
                engine.takes(),
                new NearMisses(setup, reader, records::decisions, new RuleAges(inForce.rules(), reader)::since));
        this.rehearsals = new Rehearsals(records, chain);
    }

    /**
     * What explaining and rehearsing must know of the engine.
     *
     * @param irreversible the kinds of effects that a hold blocks
     * @param problems everything wrong with a rule set, each as one sentence
     * @param mappingProblems everything wrong with mappings, each as one sentence
     * @param takes whether what is behind a channel's connection takes effects of that kind
     */
    public record EngineFacts(
            Set<EffectKind> irreversible,
            Function<RuleSet, List<String>> problems,
            Function<MappingSet, List<String>> mappingProblems,
            BiPredicate<ConnectionId, EffectKind> takes) {

        public EngineFacts {
            irreversible = Set.copyOf(irreversible);
        }
    }

    @Override
    public List<JournalEntry> history(Subject subject, long from, int limit) {
        return reader.history(subject, from, limit);
    }

    @Override
    public Optional<Order> orderAt(OrderId order, long sequence) {
        return reader.recordAt(Subject.of(order), sequence, Book.orderShapes())
                .map(json -> Json.read(json, Order.class));
    }

    @Override
    public List<Decision> decisions(Subject subject) {
        return records.decisions(subject);
    }

    @Override
    public Why why(EffectKey effect) {
        return chain.to(effect);
    }

    @Override
    public WhyNot whyNot(OrderId id, EffectKind kind) {
        Order order = book.findOrder(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no order " + id));
        return obstacles.against(order, kind);
    }

    @Override
    public Rehearsal rehearse(RuleSet rules, Instant from, Instant to, RehearsalProgress progress) {
        return rehearsals.all(terms(setup.get(), rules, from, to), progress);
    }

    @Override
    public Rehearsal rehearse(
            RuleSet rules, MappingSet mappings, Instant from, Instant to, RehearsalProgress progress) {
        requireSound("mappings", engine.mappingProblems().apply(mappings));
        return rehearsals.all(terms(setup.get().with(mappings), rules, from, to), progress);
    }

    @Override
    public Rehearsal rehearse(RuleSet rules, OrderId order) {
        return rehearsals.one(order, terms(setup.get(), rules, Instant.EPOCH, endOfNow()));
    }

    /** What happens at this very moment belongs to what has happened. */
    private Instant endOfNow() {
        return book.now().plus(1, ChronoUnit.MICROS);
    }

    private static void requireSound(String what, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION, what + ": " + String.join("; ", problems));
        }
    }

    private Terms terms(Setup base, RuleSet rules, Instant from, Instant to) {
        requireSound("rule set", engine.problems().apply(rules));
        Instant now = endOfNow();
        return new Terms(
                base.with(rules), Book.orderShapes(), engine.irreversible(), from, to.isBefore(now) ? to : now);
    }
}
