package io.orderweave.internal.book;

import io.orderweave.connection.Mode;
import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Evaluation;
import io.orderweave.rule.Facts;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies changes to orders and decides upon each event: tables and rules lead to further changes and to effects, which {@link #settle}
 * hands to the planner. Does nothing else: where orders, documents and effects lie is its surroundings' and its planner's business, so a
 * rehearsal decides by the same code as a change. Belongs to one thread.
 */
public final class Deciding {

    private static final String CONFLICT_HOLD = "effect-conflict";
    private static final String FAULT_HOLD = "rule-fault";

    private final Setup setup;
    private final Surroundings around;
    private final EffectPlanner planner;
    private final Instant now;
    private final WantedEffects wanted;
    private final Tables tables;
    private final ActionPlans plans;
    private final List<DraftDecision> decisions = new ArrayList<>();
    private final Set<Subject> released = new LinkedHashSet<>();

    public Deciding(Setup setup, Surroundings around, EffectPlanner planner, Instant now) {
        this.setup = setup;
        this.around = around;
        this.planner = planner;
        this.now = now;
        this.wanted = new WantedEffects(planner);
        this.tables = new Tables(setup, around, now);
        this.plans = new ActionPlans(setup, around, now);
    }

    /** Changes an order; a change without event is none. Returns the entry of the first event. */
    public Optional<EntryId> change(WorkingOrder work, Trace trace, Function<Order, Outcome> change) {
        return change(work, trace, change, new Chain());
    }

    /** Enters events after which the order is as it is now, and decides upon each. Returns the entry of the first. */
    public EntryId happen(WorkingOrder work, Trace trace, List<Event> events) {
        return happen(work, trace, events, new Chain());
    }

    /** Has rules look at an order as it is, whatever triggers them; what follows from them follows as ever. */
    public void runByHand(WorkingOrder work, Set<RuleId> chosen, Actor actor) {
        EntryId entry = new EntryId(around.newId());
        Happening happening = new Happening(
                entry,
                new RuleEvent.RulesRunByHand(
                        chosen.stream().sorted().toList(), setup.rules().version()),
                Origin.of(entry));
        enter(work, happening, Trace.outside(actor));
        List<Rule> rules = setup.rules().rules().stream()
                .filter(rule -> rule.enabled() && chosen.contains(rule.id()))
                .toList();
        decide(work, happening, facts -> setup.compiledRules().evaluate(rules, facts), new Chain());
    }

    /** Plans an effect that no rule but a table, a command or another effect asks for. */
    public void plan(PlannedEffect effect, EntryId entry, Origin origin) {
        wanted.want(effect, Cause.of(entry), origin, Optional.empty(), true);
    }

    /** Settles every wanted effect. Conflicts first: each holds its order, which may lead to further wishes. */
    public void settle() {
        while (!wanted.areSettled()) {
            Optional<WantedEffect> conflict = wanted.nextContradiction();
            if (conflict.isPresent()) {
                holdForConflict(conflict.get());
                conflict.get().settled(Decision.Fate.CONFLICT);
            } else {
                // What is armed again is an event, which may lead to further wishes.
                wanted.planAgreed(this::isObserved).forEach(this::tellRearmed);
            }
        }
    }

    /** The decisions in which a rule fired; complete once settled. */
    public List<Decision> decisions() {
        return decisions.stream().map(DraftDecision::decision).toList();
    }

    /** The orders of which a hold was released: what it blocked may go. */
    Set<Subject> released() {
        return released;
    }

    private Optional<EntryId> change(WorkingOrder work, Trace trace, Function<Order, Outcome> change, Chain chain) {
        Order before = work.now();
        Outcome outcome = change.apply(before);
        if (outcome.events().isEmpty()) {
            if (!outcome.order().equals(before)) {
                throw new IllegalStateException("order " + before.id() + " changes without an event");
            }
            return Optional.empty();
        }
        work.become(sinceNow(before, outcome.order()));
        return Optional.of(happen(work, trace, outcome.events(), chain));
    }

    private Order sinceNow(Order before, Order after) {
        return before.status().equals(after.status())
                ? after
                : after.toBuilder().statusSince(now).build();
    }

    private EntryId happen(WorkingOrder work, Trace trace, List<Event> events, Chain chain) {
        List<Happening> happenings = new ArrayList<>();
        Optional<Origin> origin = trace.origin();
        for (Event event : events) {
            EntryId id = new EntryId(around.newId());
            Origin from = origin.orElseGet(() -> Origin.of(id));
            origin = Optional.of(from);
            Happening happening = new Happening(id, event, from);
            enter(work, happening, trace);
            happenings.add(happening);
        }
        for (Happening happening : happenings) {
            follow(work, happening, trace.actor(), chain);
            decide(work, happening, setup.compiledRules()::evaluate, chain);
        }
        return happenings.get(0).entry();
    }

    private void enter(WorkingOrder work, Happening happening, Trace trace) {
        Map<String, FieldValue> facts = around.factsOf(work.now().id(), happening.entry());
        work.enter(
                new JournalWriter.Heading(
                        happening.entry(),
                        now,
                        trace.actor(),
                        happening.origin(),
                        trace.cause(),
                        trace.mappings(),
                        facts),
                happening.event());
    }

    /** What follows from an event by tables rather than rules. */
    private void follow(WorkingOrder work, Happening happening, Actor actor, Chain chain) {
        Order order = work.now();
        if (happening.event() instanceof OrderEvent.HoldReleased) {
            released.add(Subject.of(order.id()));
        }
        if (order.history()) {
            return;
        }
        int mappings = setup.mappings().version();
        tables.told(order, happening, actor)
                .ifPresent(effect -> wanted.want(
                        effect, Cause.mapped(happening.entry(), mappings), happening.origin(), Optional.empty(), true));
        tables.timers(order, happening).forEach(effect -> plan(effect, happening.entry(), happening.origin()));
        tables.statusAfter(order, happening.event(), actor)
                .ifPresent(status -> change(
                        work,
                        Trace.of(
                                        Actor.system(),
                                        happening.entry(),
                                        happening.origin().then("map:" + actor.name()))
                                .by(mappings),
                        it -> OrderChanges.setStatus(it, status, setup.statuses()),
                        chain));
    }

    private void decide(WorkingOrder work, Happening happening, Function<Facts, Evaluation> evaluate, Chain chain) {
        Order order = work.now();
        if (order.history()) {
            return;
        }
        Map<String, FieldValue> known = around.factsOf(order.id(), happening.entry());
        Evaluation evaluation =
                evaluate.apply(setup.facts(order, happening.event(), now).with(known));
        evaluation.asked().stream()
                .filter(field -> !known.containsKey(field))
                .forEach(field -> around.askFor(order, field));
        conclude(work, happening, evaluation, chain);
    }

    private void conclude(WorkingOrder work, Happening happening, Evaluation evaluation, Chain chain) {
        // Once per cause: a rule that its own actions trigger again has had its say.
        List<RuleOutcome> firing = evaluation.fired().stream()
                .filter(outcome -> chain.fires(outcome.rule()))
                .toList();
        if (firing.isEmpty() && evaluation.faults().isEmpty()) {
            return;
        }
        DraftDecision draft = new DraftDecision(
                new DecisionId(around.newId()),
                Subject.of(work.now().id()),
                happening,
                setup.rules().version(),
                firing);
        decisions.add(draft);
        evaluation
                .faults()
                .forEach(fault -> draft.fault(new Decision.Fault(
                        fault.rule(), "the host's field " + fault.field(), Optional.of(fault.exception()))));
        if (!firing.isEmpty() && chain.isTooLong()) {
            RuleId rule = firing.get(0).rule();
            draft.fault(new Decision.Fault(rule, "a chain of more than " + Chain.LONGEST + " rules", Optional.empty()));
            holdForFaults(work, happening, draft, chain);
            return;
        }
        chain.link(() -> {
            for (RuleOutcome outcome : firing) {
                Rule rule = setup.rules().find(outcome.rule()).orElseThrow();
                for (Action action : rule.actions()) {
                    act(work, happening, new Wisher(rule.id(), draft), action, chain);
                }
            }
            holdForFaults(work, happening, draft, chain);
        });
    }

    private void act(WorkingOrder work, Happening happening, Wisher wisher, Action action, Chain chain) {
        Origin origin = happening.origin().then("rule:" + wisher.rule());
        if (action instanceof Action.OnOrder onOrder) {
            Actor actor = actorOf(wisher.rule());
            change(
                    work,
                    Trace.of(actor, happening.entry(), origin),
                    order -> ActionPlans.onOrder(onOrder, order, setup.statuses(), actor, now),
                    chain);
        } else if (action instanceof Action.CancelTimer cancel) {
            withdraw(work, Trace.of(actorOf(wisher.rule()), happening.entry(), origin), cancel, chain);
        } else {
            want((Action.Plans) action, work.now(), happening, origin, wisher);
        }
    }

    private static Actor actorOf(RuleId rule) {
        return new Actor(Actor.Kind.RULE, rule.value());
    }

    private void withdraw(WorkingOrder work, Trace trace, Action.CancelTimer cancel, Chain chain) {
        String reason = "cancelled by " + trace.actor();
        List<EffectKey> timers = planner.pending(Subject.of(work.now().id()), EffectKind.TIMER).stream()
                .filter(key -> key.discriminator().startsWith(cancel.timer() + "/"))
                .toList();
        List<Event> cancelled = planner.withdraw(timers, reason).stream()
                .<Event>map(key -> new EffectEvent.EffectCancelled(key, reason))
                .toList();
        change(work, trace, order -> new Outcome(order, cancelled), chain);
    }

    private void want(Action.Plans action, Order order, Happening happening, Origin origin, Wisher wisher) {
        // An effect's failure is no change of the order: it must not arm what has just failed.
        boolean changed =
                !(happening.event() instanceof EffectEvent) || happening.event() instanceof EffectEvent.TimerElapsed;
        List<PlannedEffect> effects;
        try {
            effects = plans.effects(action, order, happening, origin);
        } catch (HostActionFault fault) {
            wisher.decision().fault(new Decision.Fault(wisher.rule(), fault.what(), Optional.of(fault.kind())));
            return;
        }
        for (PlannedEffect effect : effects) {
            wanted.want(
                    effect,
                    Cause.of(happening.entry(), wisher.decision().id()),
                    origin,
                    Optional.of(wisher),
                    changed && !isOwnDoing(effect.key(), origin));
        }
    }

    /** Whether the effect's own failure led here; one that failed would otherwise be armed by it for ever. A timer ends that. */
    private static boolean isOwnDoing(EffectKey key, Origin origin) {
        List<String> path = origin.path();
        int own = path.lastIndexOf("effect:" + key);
        return own >= 0
                && path.subList(own + 1, path.size()).stream()
                        .filter(step -> step.startsWith("effect:"))
                        .map(step -> EffectKey.parse(step.substring("effect:".length())))
                        .noneMatch(effect -> effect.kind().equals(EffectKind.TIMER));
    }

    private boolean isObserved(WantedEffect effect) {
        return workOf(effect.key()).map(work -> setup.onlyObserves(work.now())).orElse(false)
                || effect.connection().map(id -> setup.mode(id) == Mode.OBSERVE).orElse(false);
    }

    private void tellRearmed(WantedEffect effect) {
        EffectKey key = effect.key();
        workOf(key)
                .ifPresent(work -> happen(
                        work,
                        Trace.of(Actor.system(), effect.cause().entry(), effect.origin()),
                        List.of(new EffectEvent.EffectRearmed(key, planner.arming(key)))));
    }

    /** The order that the effect is of. */
    private Optional<WorkingOrder> workOf(EffectKey key) {
        return Optional.of(key.subject())
                .filter(subject -> subject.kind().equals(Subject.ORDER))
                .flatMap(subject -> around.find(new OrderId(subject.id())));
    }

    private void holdForConflict(WantedEffect effect) {
        String reason = "rules " + effect.rules() + " want " + effect.key().kind() + " "
                + effect.key().discriminator() + " with different content";
        change(
                workOf(effect.key()).orElseThrow(),
                Trace.of(Actor.system(), effect.cause().entry(), effect.origin()),
                order -> {
                    Outcome held =
                            OrderChanges.hold(order, CONFLICT_HOLD, reason, Optional.empty(), Actor.system(), now);
                    List<Event> events = new ArrayList<>(held.events());
                    events.add(new EffectEvent.EffectConflict(effect.key(), effect.rules()));
                    return new Outcome(held.order(), events);
                });
    }

    /** What a rule could not do, a person looks at before anything irreversible is done for the order. */
    private void holdForFaults(WorkingOrder work, Happening happening, DraftDecision draft, Chain chain) {
        if (draft.faults().isEmpty()) {
            return;
        }
        change(
                work,
                Trace.of(Actor.system(), happening.entry(), happening.origin()),
                order -> OrderChanges.hold(
                        order, FAULT_HOLD, draft.faults().get(0).toString(), Optional.empty(), Actor.system(), now),
                chain);
    }
}
