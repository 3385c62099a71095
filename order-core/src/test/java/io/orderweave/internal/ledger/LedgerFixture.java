package io.orderweave.internal.ledger;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Attempt;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.IdSource;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.json.Json;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.CommandPolicy;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderListener;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A ledger with one scripted remote and one scripted local kind, and one order, on memory stores. */
final class LedgerFixture {

    static final OrderId ORDER = new OrderId("o1");
    static final ConnectionId AWAY = new ConnectionId("away");
    /** How long a doubt lasts before somebody is told. */
    static final Duration ALERT = Duration.ofHours(1);

    static final Actor ANNA = Actor.operator("anna");

    final TestClock clock = new TestClock(TestOrders.NOON);
    final Stores stores;
    final ScriptedRemote remote = new ScriptedRemote(EffectKind.SHIPMENT);
    final ScriptedLocal local = new ScriptedLocal(EffectKind.INVOICE);
    final List<OrderListener> listeners = new ArrayList<>();
    final ConnectionHealth health = new ConnectionHealth();
    final Book book;
    final Ledger ledger;
    final Handlers handlers;
    Changes changes;
    EffectRunner runner;
    Effects effects;

    LedgerFixture(EffectHandler... more) {
        this(UnaryOperator.identity(), more);
    }

    LedgerFixture(UnaryOperator<Stores> around, EffectHandler... more) {
        List<EffectHandler> all = new ArrayList<>(List.of(remote, local));
        all.addAll(List.of(more));
        handlers = new Handlers(all);
        stores = around.apply(MemoryStores.create(clock));
        book = new Book(stores, clock, new IdSource(clock, new Random(1)));
        ledger = new Ledger(book);
        wire(RuleSet.EMPTY, away(Mode.LIVE));
        take(TestOrders.plain(ORDER.value()).build());
    }

    LedgerFixture rules(io.orderweave.rule.Rule... rules) {
        wire(RuleSet.of(7, rules), away(Mode.LIVE));
        return this;
    }

    void mode(Mode mode) {
        wire(RuleSet.EMPTY, away(mode));
    }

    void callsAtOnce(int most) {
        wire(RuleSet.EMPTY, TestShop.connection().id(AWAY).callsAtOnce(most).build());
    }

    private static Connection away(Mode mode) {
        return TestShop.connection().id(AWAY).mode(mode).build();
    }

    private void wire(RuleSet rules, Connection connection) {
        Setup setup = Setup.builder()
                .statuses(StatusCatalogue.standard())
                .rules(rules)
                .putConnection(AWAY, connection)
                .build();
        changes = new Changes(
                book, setup, ledger, List.of(change -> List.copyOf(listeners).forEach(it -> it.changed(change))));
        runner = new EffectRunner(changes, ledger, handlers, health, new EffectRunner.Terms("node-1", ALERT));
        effects = new EffectsService(changes, ledger, handlers, runner, new Gate(CommandPolicy.everything()));
    }

    void take(Order order) {
        changes.run(
                scope -> scope.create(order, Trace.outside(Actor.system()), List.of((Event) new OrderEvent.Placed())));
    }

    void change(OrderId id, Function<Order, Outcome> change) {
        changes.run(scope -> scope.change(id, Trace.outside(ANNA), change));
    }

    void tag(String tag) {
        change(ORDER, order -> OrderChanges.addTag(order, tag));
    }

    Order order() {
        return changes.call(scope -> scope.order(ORDER));
    }

    EffectKey planRemote(String discriminator) {
        return plan(wish(EffectKind.SHIPMENT, discriminator).connection(AWAY).build());
    }

    EffectKey planLocal(String discriminator) {
        return plan(wish(EffectKind.INVOICE, discriminator).build());
    }

    static PlannedEffect.Builder wish(EffectKind kind, String discriminator) {
        PlannedEffect.Builder wish = PlannedEffect.builder();
        wish.key(key(kind, discriminator)).payload(Json.object().put("choice", discriminator));
        return wish;
    }

    static EffectKey key(EffectKind kind, String discriminator) {
        return new EffectKey(Subject.of(ORDER), kind, discriminator);
    }

    /** Plans as a person's command does. */
    EffectKey plan(PlannedEffect wish) {
        changes.run(scope -> {
            EntryId entry = scope.change(
                            ORDER,
                            Trace.outside(ANNA),
                            order -> new Outcome(order, List.of(new EffectEvent.TimerElapsed("asked"))))
                    .orElseThrow();
            scope.plan(wish, entry, Origin.of(entry));
        });
        return wish.key();
    }

    Effect effect(EffectKey key) {
        return effects.find(key).orElseThrow();
    }

    EffectState state(EffectKey key) {
        return effect(key).state();
    }

    List<Attempt.Outcome> outcomes(EffectKey key) {
        return effect(key).attempts().stream().map(Attempt::outcome).toList();
    }

    Effects.RunReport run() {
        return effects.runDue();
    }

    Effects.RunReport runAfter(Duration duration) {
        clock.advance(duration);
        return run();
    }

    List<Decision> decisions() {
        return book.decisions().find(book.decisions().query().where("subject", "order/" + ORDER)).stream()
                .sorted(Comparator.comparing(decision -> decision.id().value()))
                .toList();
    }

    List<JournalEntry> history() {
        return new JournalReader(stores.journal()).history(Subject.of(ORDER), 1, 1000);
    }

    List<Event> events() {
        return history().stream().flatMap(entry -> entry.event().stream()).toList();
    }
}
