package io.orderweave.internal.rehearsal;

import io.orderweave.connection.Mode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.journal.JournalEntry;
import io.orderweave.rule.RuleEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the history of one order again: what came from outside comes as it was recorded, what rules, timers and effects did is decided
 * anew. Belongs to one thread.
 */
final class OrderRehearsal {

    /** More than any order leads to; rules that go round in a circle are cut off here. */
    private static final int MOST_ANSWERS = 500;

    private final Terms terms;
    private final Subject subject;
    private final List<Step> history;
    private final Recorded recorded;
    private final PaperBook book;
    private final PaperAnswers answers;

    /** Recorded answers to effects that the rehearsal has not planned yet. */
    private final Map<EffectKey, Deque<Step>> early = new HashMap<>();

    private Optional<Step> lastAnswer = Optional.empty();
    private Optional<Actor> lastOutside = Optional.empty();
    private int answered;
    private long played;
    private long skipped;

    OrderRehearsal(OrderId id, Terms terms, Records records) {
        this.terms = terms;
        this.subject = Subject.of(id);
        this.history = Step.of(records.entries(id)).stream()
                .filter(step -> step.at().isBefore(terms.to()))
                .toList();
        this.recorded = new Recorded(records.effects(id), history);
        this.book = new PaperBook(id, terms, records, new KnownFacts(history));
        this.answers = new PaperAnswers(terms.setup(), book.documents(), book.shipments(), records::payment);
    }

    /** Whether nothing of its history lies in the time to rehearse. */
    boolean isIdle() {
        return history.isEmpty() || history.get(history.size() - 1).at().isBefore(terms.from());
    }

    void run() {
        for (Step step : history) {
            if (step.at().isBefore(terms.from())) {
                lead(step);
            } else if (!step.isDecided()) {
                play(step);
            } else if (isOfSettling(step)) {
                endChange();
            }
        }
        endChange();
        advance(terms.to());
    }

    /** What the library enters when it settles what is wanted, at the end of a transaction. */
    private static boolean isOfSettling(Step step) {
        return step.events().stream()
                .anyMatch(event ->
                        event instanceof EffectEvent.EffectConflict || event instanceof EffectEvent.EffectRearmed);
    }

    PaperBook book() {
        return book;
    }

    Recorded recorded() {
        return recorded;
    }

    List<Step> history() {
        return history;
    }

    /** Events from outside that were played. */
    long played() {
        return played;
    }

    /** Events from outside that could not happen: they are about what the rehearsal never made. */
    long skipped() {
        return skipped;
    }

    /** Whether rules went round in a circle. */
    boolean isCutOff() {
        return answered >= MOST_ANSWERS;
    }

    /** Before the rehearsal begins everything is as it was. */
    private void lead(Step step) {
        book.order().follow(step);
        for (RecordedEntry entry : step.entries()) {
            JournalEntry known = entry.entry();
            book.order().enter(known);
            recorded.begunBy(known.id()).forEach(book.ledger()::recorded);
        }
        book.learn(step.events());
        step.events().forEach(event -> decidedByPerson(event, step));
        ownEffect(step).ifPresent(key -> book.ledger().change(key, effect -> effect.in(state(step, effect))));
    }

    private void play(Step step) {
        Optional<EffectKey> effect = ownEffect(step);
        if (effect.isPresent() || !belongsToOpen(step)) {
            endChange();
            advance(step.at());
        }
        if (effect.isPresent()) {
            answer(effect.get(), step);
        } else {
            outside(step);
        }
    }

    /** Of one actor and one moment is of one transaction: what it wants is settled together. */
    private boolean belongsToOpen(Step step) {
        return book.isOpen() && book.now().equals(step.at()) && lastOutside.equals(Optional.of(step.actor()));
    }

    private void endChange() {
        if (book.isOpen()) {
            book.end();
            answerOpen();
        }
    }

    private void outside(Step step) {
        if (isUnfounded(step)) {
            skipped++;
            return;
        }
        played++;
        lastOutside = Optional.of(step.actor());
        if (step.events().size() == 1 && step.events().get(0) instanceof RuleEvent.RulesRunByHand byHand) {
            book.runByHand(step, Set.copyOf(byHand.rules()));
            return;
        }
        book.happen(step, new Trace(step.actor(), step.cause(), Optional.of(step.origin()), step.mappings()));
        planAskedFor(step, step.origin());
        step.events().forEach(event -> decidedByPerson(event, step));
    }

    /** Whether it is about what an effect made that the rehearsal has not done. */
    private boolean isUnfounded(Step step) {
        return step.events().stream()
                .flatMap(event -> recorded.makerOf(event).stream())
                .anyMatch(maker -> book.ledger()
                        .find(maker)
                        .filter(effect -> effect.state() == EffectState.DONE)
                        .isEmpty());
    }

    private void planAskedFor(Step step, Origin origin) {
        for (RecordedEntry entry : step.entries()) {
            EntryId id = entry.entry().id();
            boolean byName = entry.entry()
                    .event()
                    .filter(EffectEvent.EffectRequested.class::isInstance)
                    .isPresent();
            for (Effect effect : recorded.askedForBy(id, byName)) {
                book.plan(Recorded.wish(effect), id, origin);
            }
        }
    }

    /** What a person, or before the rehearsal anybody, decided about an effect. */
    private void decidedByPerson(Event event, Step step) {
        if (step.actor().kind() == Actor.Kind.EFFECT) {
            return;
        }
        if (event instanceof EffectEvent.EffectCancelled cancelled) {
            book.ledger().change(cancelled.effect(), PaperEffect::cancelled);
        } else if (event instanceof EffectEvent.EffectRearmed rearmed) {
            book.ledger().change(rearmed.effect(), PaperEffect::rearmed);
        }
    }

    private void answer(EffectKey key, Step step) {
        boolean continued = lastAnswer
                .filter(last -> last.actor().equals(step.actor()) && last.at().equals(step.at()))
                .isPresent();
        boolean awaited = book.ledger()
                .find(key)
                .filter(effect -> effect.isOpen() && followsRecord(effect))
                .isPresent();
        if (continued || awaited) {
            take(key, step);
        } else {
            early.computeIfAbsent(key, none -> new ArrayDeque<>()).add(step);
        }
    }

    /** Takes a recorded answer. */
    private void take(EffectKey key, Step step) {
        PaperEffect effect = book.ledger().find(key).orElseThrow();
        Origin origin = effect.origin().then("effect:" + key);
        book.happen(step, Trace.of(step.actor(), effect.causes().get(0).entry(), origin));
        planAskedFor(step, origin);
        book.ledger().change(key, it -> it.in(state(step, it)));
        lastAnswer = Optional.of(step);
        book.end();
        answerOpen();
    }

    /** Where a recorded answer leaves the effect. */
    private static EffectState state(Step step, PaperEffect effect) {
        EffectState state = effect.state();
        for (Event event : step.events()) {
            if (event instanceof EffectEvent.EffectRejected) {
                state = EffectState.REJECTED;
            } else if (event instanceof EffectEvent.EffectCancelled) {
                state = EffectState.CANCELLED;
            } else if (event instanceof EffectEvent.EffectResolved resolved) {
                // A mail whose doubt nobody can end is done; else what follows tells.
                state = resolved.finding().equals("unconfirmed") ? EffectState.DONE : state;
            } else if (!(event instanceof EffectEvent.EffectInDoubt)
                    && !(event instanceof EffectEvent.EffectUnresolved)
                    && !(event instanceof RuleEvent.LimitReached)) {
                state = EffectState.DONE;
            }
        }
        return state;
    }

    /** Lets the clock go on: what the rehearsal alone has planned happens when its time comes. */
    private void advance(Instant until) {
        Optional<Instant> next = nextDue(until);
        while (next.isPresent() && !isCutOff()) {
            book.at(next.get());
            answerOpen();
            next = nextDue(until);
        }
        book.at(until);
    }

    /** When it is done by the clock: a timer that a rule withdrew had not elapsed then, however late that was. */
    private Optional<Instant> due(PaperEffect effect) {
        return effect.wish()
                .notBefore()
                .map(due -> recorded.withdrawnAt(effect.key())
                        .filter(withdrawn -> !withdrawn.isBefore(due))
                        .map(withdrawn -> withdrawn.plus(1, ChronoUnit.MICROS))
                        .orElse(due));
    }

    private Optional<Instant> nextDue(Instant until) {
        return book.ledger().effects().stream()
                .filter(effect -> effect.isOpen() && !followsRecord(effect))
                .flatMap(effect -> due(effect).stream())
                .filter(due -> due.isAfter(book.now()) && !due.isAfter(until))
                .min(Instant::compareTo);
    }

    /** Answers everything that can be answered now, and what follows from it. */
    private void answerOpen() {
        boolean more = true;
        while (more) {
            more = false;
            for (PaperEffect planned : List.copyOf(book.ledger().effects())) {
                Optional<PaperEffect> ready =
                        book.ledger().find(planned.key()).filter(this::isReady).filter(effect -> !isCutOff());
                if (ready.isPresent()) {
                    answered++;
                    more = true;
                    go(ready.get());
                }
            }
        }
    }

    private boolean isReady(PaperEffect effect) {
        if (!effect.isOpen()) {
            return false;
        }
        if (followsRecord(effect)) {
            return early.containsKey(effect.key());
        }
        boolean held = terms.irreversible().contains(effect.key().kind())
                && book.order().now().isHeld();
        boolean live = effect.wish()
                .connection()
                .map(connection -> terms.setup().mode(connection) == Mode.LIVE)
                .orElse(true);
        boolean isDue = due(effect).filter(due -> due.isAfter(book.now())).isEmpty();
        return isDue && !held && live && book.ledger().isFree(effect);
    }

    /** Whether what came of it was recorded: the key is in the ledger, and a timer runs as long as it did. */
    private boolean followsRecord(PaperEffect effect) {
        return effect.key().kind().equals(EffectKind.TIMER)
                ? recorded.hasTimer(effect.wish())
                : recorded.find(effect.key()).isPresent();
    }

    private void go(PaperEffect effect) {
        if (followsRecord(effect)) {
            take(effect.key(), nextEarly(effect.key()));
            return;
        }
        PaperAnswer answer = answers.answer(effect.wish(), book.order().now(), book.now());
        if (answer instanceof PaperAnswer.Done done) {
            finish(effect, EffectState.DONE, new Outcome(done.order(), done.events()), done.then());
        } else if (answer instanceof PaperAnswer.NotWanted not) {
            finish(effect, EffectState.CANCELLED, new EffectEvent.EffectCancelled(effect.key(), not.reason()));
        } else {
            PaperAnswer.Impossible impossible = (PaperAnswer.Impossible) answer;
            finish(effect, EffectState.REJECTED, new EffectEvent.EffectRejected(effect.key(), impossible.reason()));
        }
    }

    private Step nextEarly(EffectKey key) {
        Deque<Step> steps = early.getOrDefault(key, new ArrayDeque<>());
        Step next = steps.remove();
        if (steps.isEmpty()) {
            early.remove(key);
        }
        return next;
    }

    private void finish(PaperEffect effect, EffectState state, Event event) {
        finish(effect, state, new Outcome(book.order().now(), List.of(event)), List.of());
    }

    private void finish(PaperEffect effect, EffectState state, Outcome outcome, List<PlannedEffect> then) {
        EffectKey key = effect.key();
        Origin origin = effect.origin().then("effect:" + key);
        EntryId cause = effect.causes().get(0).entry();
        book.ledger().change(key, it -> it.in(state));
        Trace trace = Trace.of(new Actor(Actor.Kind.EFFECT, key.toString()), cause, origin);
        EntryId entry = book.change(trace, outcome).orElse(cause);
        then.forEach(next -> book.plan(next, entry, origin));
        book.end();
    }

    /** The effect of this order whose answer the step is. */
    private Optional<EffectKey> ownEffect(Step step) {
        return Optional.of(step.actor())
                .filter(actor -> actor.kind() == Actor.Kind.EFFECT)
                .map(actor -> EffectKey.parse(actor.name()))
                .filter(key -> key.subject().equals(subject));
    }
}
