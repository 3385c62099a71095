package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.NullNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DecisionId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.journal.JournalWriter;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderListener;
import io.orderweave.order.StatusIntent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.store.JournalRow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private static final String CONFLICT_HOLD = "effect-conflict";

    private final Book book;
    private final Setup setup;
    private final EffectPlanner planner;
    private final List<OrderListener> listeners;
    private final Instant now;
    private final Map<OrderId, OrderWork> orders = new TreeMap<>();
    private final List<JournalRow> otherRows = new ArrayList<>();
    private final Map<Subject, JournalWriter> otherJournals = new LinkedHashMap<>();
    private final List<DraftDecision> decisions = new ArrayList<>();
    private final Map<EffectKey, WantedEffect> wanted = new LinkedHashMap<>();
    private final Deque<WantedEffect> unsettled = new ArrayDeque<>();
    private final Set<Subject> toWake = new HashSet<>();

    ChangeScope(Book book, Setup setup, EffectPlanner planner, List<OrderListener> listeners) {
        this.book = book;
        this.setup = setup;
        this.planner = planner;
        this.listeners = listeners;
        this.now = book.now();
    }

    public Instant now() {
        return now;
    }

    public Book book() {
        return book;
    }

    public Setup setup() {
        return setup;
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
        OrderWork work = OrderWork.created(order);
        orders.put(order.id(), work);
        happen(work, trace, events, new HashSet<>());
    }

    /** Changes an order; a change without event is none. Returns the entry of the first event. */
    public Optional<EntryId> change(OrderId id, Trace trace, Function<Order, Outcome> change) {
        return apply(existing(id), trace, change, new HashSet<>());
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
        otherRows.add(journal.entry(new JournalWriter.Heading(id, now, trace.actor(), origin, trace.cause()), event));
        return id;
    }

    /** Plans an effect that no rule but a table, a command or another effect asks for. */
    public void plan(PlannedEffect effect, EntryId entry, Origin origin) {
        want(effect, new Cause(entry, Optional.empty()), origin, Optional.empty(), true);
    }

    /** Writes everything. Nothing may be changed afterwards. */
    public void save() {
        settle();
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
        book.decisions()
                .insertAllNew(decisions.stream().map(DraftDecision::decision).toList());
        toWake.forEach(planner::wake);
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

    private Optional<EntryId> apply(OrderWork work, Trace trace, Function<Order, Outcome> change, Set<RuleId> fired) {
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

    private EntryId happen(OrderWork work, Trace trace, List<Event> events, Set<RuleId> fired) {
        List<EntryId> entries = new ArrayList<>();
        Optional<Origin> origin = trace.origin();
        for (Event event : events) {
            EntryId id = new EntryId(book.newId());
            Origin from = origin.orElseGet(() -> Origin.of(id));
            origin = Optional.of(from);
            work.enter(new JournalWriter.Heading(id, now, trace.actor(), from, trace.cause()), event);
            entries.add(id);
        }
        for (int i = 0; i < events.size(); i++) {
            Happening happening = new Happening(entries.get(i), events.get(i), origin.orElseThrow());
            follow(work, happening, trace.actor());
            decide(work, happening, fired);
        }
        return entries.get(0);
    }

    /** What follows from an event by tables rather than rules. */
    private void follow(OrderWork work, Happening happening, Actor actor) {
        Order order = work.now();
        if (happening.event() instanceof OrderEvent.HoldReleased) {
            toWake.add(Subject.of(order.id()));
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

    private void decide(OrderWork work, Happening happening, Set<RuleId> fired) {
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
                new DecisionId(book.newId()),
                Subject.of(work.now().id()),
                happening,
                setup.rules().version(),
                firing);
        decisions.add(draft);
        for (RuleOutcome outcome : firing) {
            Rule rule = setup.rules().find(outcome.rule()).orElseThrow();
            for (Action action : rule.actions()) {
                act(work, happening, draft, rule.id(), action, fired);
            }
        }
    }

    private void act(
            OrderWork work, Happening happening, DraftDecision draft, RuleId rule, Action action, Set<RuleId> fired) {
        Origin origin = happening.origin().then("rule:" + rule);
        if (action instanceof Action.OnOrder onOrder) {
            Actor actor = new Actor(Actor.Kind.RULE, rule.value());
            apply(
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
            want(
                    effect,
                    new Cause(happening.entry(), Optional.of(draft.id())),
                    origin,
                    Optional.of(new Wisher(rule, draft)),
                    changed && !isOwnDoing(effect.key(), origin));
        }
    }

    private List<PlannedEffect> effects(Action.Plans action, Order order, Happening happening, Origin origin) {
        if (action instanceof Action.CreditDocuments credit) {
            return ActionPlans.credits(credit, order, book.documentsOf(order.id()));
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

    private void want(PlannedEffect effect, Cause cause, Origin origin, Optional<Wisher> wisher, boolean mayRearm) {
        WantedEffect known = wanted.get(effect.key());
        if (known == null) {
            known = new WantedEffect(effect, origin, mayRearm);
            wanted.put(effect.key(), known);
            unsettled.add(known);
        }
        known.join(effect, cause, wisher);
    }

    /** Settles every wanted effect. Conflicts first: each holds its order, which may lead to further wishes. */
    private void settle() {
        while (!unsettled.isEmpty()) {
            Optional<WantedEffect> conflict =
                    unsettled.stream().filter(WantedEffect::isContradictory).findFirst();
            if (conflict.isPresent()) {
                unsettled.remove(conflict.get());
                holdForConflict(conflict.get());
                conflict.get().settled(Decision.Fate.CONFLICT);
            } else {
                settleAgreed();
            }
        }
    }

    /** Plans what is wanted and contradicts nothing, together; what is armed again is an event, which may lead to further wishes. */
    private void settleAgreed() {
        List<WantedEffect> agreed = List.copyOf(unsettled);
        unsettled.clear();
        List<WantedEffect> toPlan = new ArrayList<>();
        for (WantedEffect effect : agreed) {
            if (isObserved(effect)) {
                effect.settled(Decision.Fate.OBSERVED);
            } else {
                toPlan.add(effect);
            }
        }
        List<Decision.Fate> fates = planner.plan(
                toPlan.stream().map(effect -> effect.planned(goFirst(effect))).toList());
        for (int i = 0; i < toPlan.size(); i++) {
            toPlan.get(i).settled(fates.get(i));
        }
        for (int i = 0; i < toPlan.size(); i++) {
            if (fates.get(i) == Decision.Fate.REARMED) {
                tellRearmed(toPlan.get(i));
            }
        }
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
                        List.of(new EffectEvent.EffectRearmed(key, planner.arming(key))),
                        new HashSet<>()));
    }

    /** The order that the effect is of. */
    private Optional<OrderWork> workOf(EffectKey key) {
        return Optional.of(key.subject())
                .filter(subject -> subject.kind().equals(Subject.ORDER))
                .flatMap(subject -> work(new OrderId(subject.id())));
    }

    /** That an order is on its way is not told before its tracking numbers. */
    private List<EffectKey> goFirst(WantedEffect effect) {
        if (!ActionPlans.tellsDispatch(effect.effect())) {
            return List.of();
        }
        Subject subject = effect.key().subject();
        Set<EffectKey> tracking = new LinkedHashSet<>(planner.pending(subject, EffectKind.TRACKING));
        wanted.keySet().stream()
                .filter(key ->
                        key.kind().equals(EffectKind.TRACKING) && key.subject().equals(subject))
                .forEach(tracking::add);
        return List.copyOf(tracking);
    }

    private void holdForConflict(WantedEffect effect) {
        OrderWork work = existing(new OrderId(effect.key().subject().id()));
        String reason = "rules " + effect.rules() + " want " + effect.key().kind() + " "
                + effect.key().discriminator() + " with different content";
        Trace trace = Trace.of(Actor.system(), effect.cause().entry(), effect.origin());
        apply(
                work,
                trace,
                order -> {
                    Outcome held =
                            OrderChanges.hold(order, CONFLICT_HOLD, reason, Optional.empty(), Actor.system(), now);
                    List<Event> events = new ArrayList<>(held.events());
                    events.add(new EffectEvent.EffectConflict(effect.key(), effect.rules()));
                    return new Outcome(held.order(), events);
                },
                new HashSet<>());
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

    /** An event with its entry. */
    record Happening(EntryId entry, Event event, Origin origin) {}

    /** The rule that wants an effect, and the decision to record it in. */
    record Wisher(RuleId rule, DraftDecision decision) {}
}
