package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderPage;
import io.orderweave.order.OrderQuery;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.store.memory.MemoryStores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rehearses fifty rules over orders with eight events each from outside, in memory and on one thread: what reading a database takes is not
 * in it. A year of a shop is a hundred thousand orders.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@SuppressWarnings("NullAway.Init") // JMH calls live
public class RehearsalBenchmark {

    private static final Actor CLERK = Actor.operator("clerk");
    private static final int RULES = 50;

    @Param("5000")
    public int orders = 5_000;

    private OrderHub hub;

    /** The shop lives. */
    @Setup
    public void live() {
        hub = Shop.open(
                MemoryStores.create(Clock.systemUTC()),
                new ShopFeed(new Catalogue(20260404).orders(orders), 100),
                "node-1",
                rules(1));
        hub.pull(Shop.CHANNEL);
        hub.effects().runDue();
        for (OrderId order : everyOrder()) {
            hub.orders().addTag(order, "seen", CLERK);
            hub.orders().addNote(order, "called", Note.Audience.INTERNAL, CLERK);
            hub.orders().addTag(order, "gift", CLERK);
            hub.orders().hold(order, "look", "the address", CLERK);
            hub.orders().release(order, "look", CLERK);
            hub.orders().removeTag(order, "seen", CLERK);
        }
        hub.effects().runDue();
    }

    @TearDown
    public void close() {
        hub.close();
    }

    private List<OrderId> everyOrder() {
        List<OrderId> ids = new ArrayList<>();
        OrderQuery query = OrderQuery.builder().build();
        OrderPage page = hub.orders().find(query);
        while (true) {
            page.orders().stream().map(Order::id).forEach(ids::add);
            if (page.next().isEmpty()) {
                return ids;
            }
            OrderQuery.Builder next = OrderQuery.builder();
            page = hub.orders().find(next.from(query).after(page.next()).build());
        }
    }

    /** Rehearses the set in force. */
    @Benchmark
    public Rehearsal unchanged() {
        return hub.journal().rehearse(rules(2), Instant.EPOCH, Instant.now());
    }

    /** One rule that acts, and many that look at the same events and do not fire. */
    private static RuleSet rules(int version) {
        List<Rule> rules = new ArrayList<>();
        rules.add(rule(
                "invoice",
                "order.tag-added",
                Field.TAGS.hasAnyOf("gift"),
                new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())));
        rules.add(rule("packing", "document.issued", Condition.always(), new Action.SetStatus(Shop.PACKING)));
        List<String> events = List.of(
                "order.confirmed", "order.tag-added", "order.note-added", "order.status-changed", "timer.elapsed");
        while (rules.size() < RULES) {
            int number = rules.size();
            rules.add(rule(
                    "other-" + number,
                    events.get(number % events.size()),
                    Condition.all(Field.CHANNEL.isOneOf("elsewhere-" + number), Field.TAGS.hasAnyOf("x")),
                    new Action.AddTag("never")));
        }
        return new RuleSet(version, rules);
    }

    private static Rule rule(String id, String event, Condition condition, Action action) {
        return Rule.builder()
                .id(new RuleId(id))
                .trigger(Trigger.on(event))
                .condition(condition)
                .addActions(action)
                .build();
    }
}
