package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
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
import io.orderweave.order.StatusIntent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    private final Setup setup;
    private final Surroundings around;
    private final EffectPlanner planner;
    private final Instant now;
    private final WantedEffects wanted;
    private final List<DraftDecision> decisions = new ArrayList<>();
    private final Set<Subject> released = new LinkedHashSet<>();

    public Deciding(Setup setup, Surroundings around, EffectPlanner planner, Instant now) {
        this.setup = setup;
        this.around = around;
        this.planner = planner;
        this.now = now;
        this.wanted = new WantedEffects(planner);
    }

    /** Changes an order; a change without event is none. Returns the entry of the first event. */
    public Optional<EntryId> change(WorkingOrder work, Trace trace, Function<Order, Outcome> change) {
        return change(work, trace, change, new HashSet<>());
    }

    /** Enters events after which the order is as it is now, and decides upon each. Returns the entry of the first. */
    public EntryId happen(WorkingOrder work, Trace trace, List<Event> events) {
        return happen(work, trace, events, new HashSet<>());
    }

    /** Plans an effect that no rule but a table, a command or another effect asks for. */
    public void plan(PlannedEffect effect, EntryId entry, Origin origin) {
        wanted.want(effect, new Cause(entry, Optional.empty()), origin, Optional.empty(), true);
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

    private Optional<EntryId> change(
            WorkingOrder work, Trace trace, Function<Order, Outcome> change, Set<RuleId> fired) {
        Outcome outcome = change.apply(work.now());
        if (outcome.events().isEmpty()) {
            if (!outcome.order().equals(work.now())) {
                throw new IllegalStateException("order " + work.now().id() + " changes without an event");
            }
            return Optional.empty();
        }
        work.become(outcome.order());
        return Optional.of(happen(work, trace, outcome.events(), fired));
    }

    private EntryId happen(WorkingOrder work, Trace trace, List<Event> events, Set<RuleId> fired) {
        List<EntryId> entries = new ArrayList<>();
        Optional<Origin> origin = trace.origin();
        for (Event event : events) {
            EntryId id = new EntryId(around.newId());
            Origin from = origin.orElseGet(() -> Origin.of(id));
            origin = Optional.of(from);
            work.enter(new JournalWriter.Heading(id, now, trace.actor(), from, trace.cause()), event);
            entries.add(id);
        }
        for (int i = 0; i < events.size(); i++) {
            Happening happening = new Happening(entries.get(i), events.get(i), origin.orElseThrow());
            follow(work.now(), happening, trace.actor());
            decide(work, happening, fired);
        }
        return entries.get(0);
    }

    /** What follows from an event by tables rather than rules. */
    private void follow(Order order, Happening happening, Actor actor) {
        if (happening.event() instanceof OrderEvent.HoldReleased) {
            released.add(Subject.of(order.id()));
        }
        // A status that a rule has left within this change is not told; the one it was left for is told by its own
        // event.
        if (happening.event() instanceof OrderEvent.StatusChanged changed
                && changed.to().equals(order.status())
                && actor.kind() != Actor.Kind.CHANNEL
                && !order.history()
                && order.ref().isPresent()) {
            ConnectionId channel = order.connection().orElseThrow();
            StatusIntent intent = setup.statusMap(channel).outbound().get(order.status());
            if (intent != null) {
                plan(
                        ActionPlans.tellStatus(order, channel, intent, happening.origin()),
                        happening.entry(),
                        happening.origin());
            }
        }
    }

    private void decide(WorkingOrder work, Happening happening, Set<RuleId> fired) {
        if (work.now().history()) {
            return;
        }
        List<RuleOutcome> firing = new ArrayList<>();
        for (RuleOutcome outcome : setup.rules().evaluate(work.now(), happening.event())) {
            // Once per cause: a rule that its own actions trigger again has had its say.
            if (outcome.fired() && fired.add(outcome.rule())) {
                firing.add(outcome);
            }
        }
        if (firing.isEmpty()) {
            return;
        }
        DraftDecision draft = new DraftDecision(
                new DecisionId(around.newId()),
                Subject.of(work.now().id()),
                happening,
                setup.rules().version(),
                firing);
        decisions.add(draft);
        for (RuleOutcome outcome : firing) {
            Rule rule = setup.rules().find(outcome.rule()).orElseThrow();
            for (Action action : rule.actions()) {
                act(work, happening, new Wisher(rule.id(), draft), action, fired);
            }
        }
    }

    private void act(WorkingOrder work, Happening happening, Wisher wisher, Action action, Set<RuleId> fired) {
        Origin origin = happening.origin().then("rule:" + wisher.rule());
        if (action instanceof Action.OnOrder onOrder) {
            Actor actor = new Actor(Actor.Kind.RULE, wisher.rule().value());
            change(
                    work,
                    Trace.of(actor, happening.entry(), origin),
                    order -> ActionPlans.onOrder(onOrder, order, setup.statuses(), actor, now),
                    fired);
            return;
        }
        // An effect's failure is no change of the order: it must not arm what has just failed.
        boolean changed =
                !(happening.event() instanceof EffectEvent) || happening.event() instanceof EffectEvent.TimerElapsed;
        for (PlannedEffect effect : effects((Action.Plans) action, work.now(), happening, origin)) {
            wanted.want(
                    effect,
                    new Cause(happening.entry(), Optional.of(wisher.decision().id())),
                    origin,
                    Optional.of(wisher),
                    changed && !isOwnDoing(effect.key(), origin));
        }
    }

    private List<PlannedEffect> effects(Action.Plans action, Order order, Happening happening, Origin origin) {
        if (action instanceof Action.CreditDocuments credit) {
            return ActionPlans.credits(credit, order, around.documentsOf(order.id()));
        }
        return ActionPlans.effect((Action.PlansOne) action, order, happening.event(), origin, now).stream()
                .toList();
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
}
