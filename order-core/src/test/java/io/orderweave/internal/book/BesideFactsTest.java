package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.DocumentKind;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.IdSource;
import io.orderweave.id.RuleId;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.order.OrderChange;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.FactReader;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Measure;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.TestShop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What rules ask for from beside an order is fetched between two runs of the change, and recorded with the event. */
class BesideFactsTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final FieldValue HEAVY = new Measure.Quantity(new BigDecimal("1200"));

    private final TestShop shop = new TestShop();
    private final List<String> weighed = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final List<OrderChange> told = new ArrayList<>();

    /** Says 1200, and notes who was asked about, which must not happen in a transaction. */
    private Optional<BigDecimal> weight(Order order) {
        assertThat(shop.stores.transactor().active()).as("in a transaction").isFalse();
        weighed.add(order.number());
        return Optional.of(new BigDecimal("1200"));
    }

    private Optional<BigDecimal> count(Order order) {
        counted.add(order.number());
        return Optional.of(BigDecimal.TEN);
    }

    private OrderHub hub(Rule... rules) {
        return hub(builder -> builder.ruleFact(Field.WEIGHT, this::weight), rules);
    }

    private OrderHub hub(UnaryOperator<OrderHubBuilder> more, Rule... rules) {
        return shop.open(builder -> more.apply(builder).listener(told::add).rules(RuleSet.of(1, rules)));
    }

    private static Rule heavy(String id, String trigger) {
        return TestShop.rule(id, trigger, Field.WEIGHT.atLeast(1_000), new Action.AddTag(id));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static List<JournalEntry> history(OrderHub hub, Order order) {
        return hub.journal().history(Subject.of(order.id()), 1, 100);
    }

    @Test
    void aRuleFiresOnWhatTheHostSupplies() {
        OrderHub hub = hub(
                heavy("heavy", "order.confirmed"),
                TestShop.rule(
                        "light", "order.confirmed", Field.WEIGHT.lessThan(BigDecimal.TEN), new Action.AddTag("light")));

        Order order = imported(hub);

        assertThat(order.tags()).containsExactly("heavy");
        assertThat(weighed).containsExactly("A1");
        assertThat(hub.journal().decisions(Subject.of(order.id())))
                .singleElement()
                .satisfies(decision -> assertThat(decision.fired().get(0).findings())
                        .extracting(Condition.Finding::seen)
                        .containsExactly("1200"));
    }

    @Test
    void whatRulesHadStandsInTheJournal() {
        OrderHub hub = hub(heavy("heavy", "order.confirmed"));
        Order order = imported(hub);
        hub.orders().addTag(order.id(), "later", ANNA);

        List<JournalEntry> history = history(hub, order);

        assertThat(history)
                .filteredOn(entry -> entry.name().name().equals("order.confirmed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).isEqualTo(Map.of("weight", HEAVY)));
        assertThat(history.get(history.size() - 1).facts()).isEmpty();
    }

    @Test
    void nobodyIsAskedInVain() {
        Rule off = Rule.builder()
                .from(heavy("off", "order.confirmed"))
                .enabled(false)
                .build();
        OrderHub hub = hub(
                off,
                heavy("other", "order.cancelled"),
                TestShop.rule(
                        "told-by-the-order",
                        "order.confirmed",
                        Condition.all(Field.WEIGHT.atLeast(1), Field.TAGS.hasAnyOf("vip")),
                        new Action.AddTag("x")),
                TestShop.rule(
                        "true-anyway",
                        "order.confirmed",
                        Condition.any(Field.WEIGHT.atLeast(1), Field.TOTAL.isPresent()),
                        new Action.AddTag("fired")));

        Order order = imported(hub);

        assertThat(order.tags()).containsExactly("fired");
        assertThat(weighed).isEmpty();
        assertThat(history(hub, order))
                .allSatisfy(entry -> assertThat(entry.facts()).isEmpty());
    }

    @Test
    void onceForEachOrderAndChangeHoweverManyRulesAsk() {
        OrderHub hub = hub(
                heavy("one", "order.imported"),
                heavy("two", "order.confirmed"),
                heavy("three", "order.confirmed"),
                heavy("four", "order.tag-added"));

        Order order = imported(hub);

        assertThat(order.tags()).containsExactlyInAnyOrder("one", "two", "three", "four");
        assertThat(weighed).containsExactly("A1");
    }

    @Test
    void aRuleThatAFactLedToAsksInItsTurn() {
        OrderHub hub = hub(
                builder -> builder.ruleFact(Field.WEIGHT, this::weight).ruleFact(Field.CUSTOMER_ORDERS, this::count),
                heavy("heavy", "order.confirmed"),
                TestShop.rule(
                        "loyal", "order.tag-added", Field.CUSTOMER_ORDERS.atLeast(5), new Action.AddTag("loyal")));

        Order order = imported(hub);

        assertThat(order.tags()).containsExactlyInAnyOrder("heavy", "loyal");
        assertThat(weighed).containsExactly("A1");
        assertThat(counted).containsExactly("A1");
    }

    @Test
    void aBatchIsAskedAboutAtOnceBeforeAnyOfItIsSaved() {
        List<Long> inTheBook = new ArrayList<>();
        List<OrderHub> opened = new ArrayList<>();
        FactReader<BigDecimal> reader = order -> {
            inTheBook.add(opened.get(0).orders().count(OrderQuery.builder().build()));
            return weight(order);
        };
        OrderHub hub = hub(builder -> builder.ruleFact(Field.WEIGHT, reader), heavy("heavy", "order.confirmed"));
        opened.add(hub);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add("B" + i);
            shop.channel.tell(ChannelOrders.unpaid("B" + i).build());
        }
        // Twice in the batch: it is saved as two runs.
        shop.channel.tell(ChannelOrders.unpaid("B7").term("WAITING").build());

        hub.pull(TestShop.CHANNEL);

        assertThat(weighed).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(inTheBook).hasSize(40).containsOnly(0L);
        assertThat(hub.orders().find(OrderQuery.builder().build()).orders())
                .hasSize(40)
                .allSatisfy(order -> assertThat(order.tags()).containsExactly("heavy"));
    }

    @Test
    void aBatchOfPaymentsIsAskedAboutAtOnce() {
        FakeBank bank = new FakeBank();
        OrderHub hub = hub(
                builder -> builder.paymentSource(FakeBank.BANK, bank).ruleFact(Field.WEIGHT, this::weight),
                heavy("heavy", "payment.received"));
        for (String number : List.of("A11", "A12", "A13")) {
            shop.channel.tell(ChannelOrders.unpaid(number).build());
            bank.tell(FakeBank.transfer("t" + number).message(number).build());
        }
        hub.pull(TestShop.CHANNEL);
        told.clear();

        hub.pull(FakeBank.BANK);

        assertThat(weighed).containsExactly("A11", "A12", "A13");
        assertThat(told)
                .as("nobody hears of the run that was abandoned")
                .extracting(change -> change.after().number())
                .containsExactly("A11", "A12", "A13");
        assertThat(TestShop.order(hub, "A12").tags()).containsExactly("heavy");
    }

    @Test
    void listenersHearOfTheRunThatIsSavedAlone() {
        OrderHub hub = hub(heavy("heavy", "order.confirmed"));

        imported(hub);

        assertThat(told)
                .singleElement()
                .satisfies(change -> assertThat(change.after().tags()).containsExactly("heavy"));
    }

    @Test
    void whatAListenerCommandsAsksAsWell() {
        OrderHub[] self = new OrderHub[1];
        self[0] = hub(
                builder -> builder.ruleFact(Field.WEIGHT, this::weight).listener(change -> {
                    if (change.before().isEmpty()) {
                        self[0].orders().raise(change.after().id(), "weigh", ANNA);
                    }
                }),
                TestShop.rule(
                        "weigh", new Trigger.Manual("weigh"), Field.WEIGHT.atLeast(1), new Action.AddTag("heavy")));

        assertThat(imported(self[0]).tags()).containsExactly("heavy");
        assertThat(weighed).containsExactly("A1");
    }

    @Test
    void inATransactionOfTheHostsItIsUnknown() {
        OrderHub hub = hub(heavy("heavy", "order.confirmed"), heavy("raised", "order.raised"));

        Order order = shop.stores.transactor().inTransaction(() -> hub.orders().place(TestPlaced.order(), ANNA));
        hub.inTransaction(() -> hub.orders().raise(order.id(), "look", ANNA));

        assertThat(TestShop.order(hub, "H1").tags()).isEmpty();
        assertThat(weighed).isEmpty();
        hub.orders().raise(order.id(), "look", ANNA);
        assertThat(TestShop.order(hub, "H1").tags()).containsExactly("raised");
    }

    @Test
    void effectsThatEndLeadToRulesThatAsk() {
        OrderHub hub = hub(heavy("heavy", "document.issued"));
        Order order = imported(hub);
        hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);

        hub.effects().runDue();

        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("heavy");
        assertThat(weighed).containsExactly("A1");
        assertThat(hub.documents().of(order.id()))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number())
                        .as("the run that was abandoned spent no number")
                        .isEqualTo("FV20260001"));
    }

    @Test
    void aPlanSeesWhatItsApplicationSees() {
        OrderHub hub = hub(TestShop.rule(
                "heavy", new Trigger.Manual("never"), Field.WEIGHT.atLeast(1_000), new Action.AddTag("heavy")));
        Order order = imported(hub);

        var plan = hub.rules().plan(Set.of(new RuleId("heavy")), List.of(order.id()));

        assertThat(plan.rows()).hasSize(1);
        assertThat(weighed).hasSize(1);
        hub.rules().apply(plan, ANNA);
        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("heavy");
        assertThat(weighed).hasSize(2);
        assertThat(history(hub, order))
                .filteredOn(entry -> entry.name().name().equals("rules.run-by-hand"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsOnlyKeys("weight"));
    }

    @Test
    void whatWasFetchedIsKeptWhenSomebodyElseWasFaster() {
        OrderHub hub = hub(heavy("heavy", "order.tag-added"));
        Order order = imported(hub);
        int[] runs = new int[1];

        changes().run(scope -> {
            runs[0]++;
            scope.change(order.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
            if (runs[0] == 2) {
                throw new StaleVersionException("order " + order.id());
            }
        });

        assertThat(runs[0]).as("without the fact, overtaken, done").isEqualTo(3);
        assertThat(weighed).containsExactly("A1");
        assertThat(TestShop.order(hub, "A1").tags()).containsExactlyInAnyOrder("x", "heavy");
    }

    @Test
    void whatARunWithoutTheFactThrowsIsNoMatter() {
        OrderHub hub = hub(heavy("heavy", "order.tag-added"));
        Order order = imported(hub);

        changes().run(scope -> {
            scope.change(order.id(), Trace.outside(ANNA), it -> OrderChanges.addTag(it, "x"));
            if (!scope.order(order.id()).tags().contains("heavy")) {
                throw new IllegalStateException("the rule has not fired");
            }
        });

        assertThat(TestShop.order(hub, "A1").tags()).containsExactlyInAnyOrder("x", "heavy");
    }

    /** Changes of another node, by the rules that the hub put in force. */
    private Changes changes() {
        Book book = new Book(shop.stores, shop.clock, new IdSource(shop.clock));
        Setup setup = Setup.builder()
                .statuses(StatusCatalogue.standard())
                .rules(RuleSet.EMPTY)
                .build();
        return new Changes(book, setup, new Ledger(book), List.of(), FactReaders.NONE.with(Field.WEIGHT, this::weight));
    }

    @Test
    void thatThereIsNoneIsKnown() {
        OrderHub hub = hub(
                builder -> builder.ruleFact(Field.WEIGHT, order -> Optional.empty()),
                TestShop.rule(
                        "weightless", "order.confirmed", Field.WEIGHT.isAbsent(), new Action.AddTag("weightless")));

        assertThat(imported(hub).tags()).containsExactly("weightless");
    }

    @Test
    void whatNobodySuppliesIsUnknown() {
        OrderHub hub = hub(
                builder -> builder,
                TestShop.rule(
                        "either",
                        "order.confirmed",
                        Condition.any(Field.WEIGHT.isAbsent(), Field.WEIGHT.isPresent()),
                        new Action.AddTag("known")));

        assertThat(imported(hub).tags()).isEmpty();
        assertThat(told).hasSize(1);
    }
}
