package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.WhyNot;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.TextField;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rehearsals and explanations go by what was recorded from beside the order, not by what is true today. */
class RecordedFactsTest {

    private static final TextField GROUP = TextField.beside("customer.group", "The customer's group.");

    private final TestShop shop = new TestShop();
    private BigDecimal weight = new BigDecimal("1200");

    private OrderHub hub(RuleSet rules) {
        return shop.open(builder -> builder.ruleFields(FieldCatalogue.standard().with(GROUP))
                .ruleFact(Field.WEIGHT, order -> Optional.of(weight))
                .ruleFact(GROUP, order -> Optional.of("friends of Greta"))
                .rules(rules));
    }

    private static RuleSet heavierThan(int version, long grams) {
        return RuleSet.of(version, bill("heavy", Field.WEIGHT.atLeast(grams)));
    }

    private static Rule bill(String id, Condition condition) {
        return TestShop.rule(id, "order.confirmed", condition, Sets.issue(DocumentKind.INVOICE));
    }

    private Order sold(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        return TestShop.order(hub, "A1");
    }

    private Rehearsal rehearse(OrderHub hub, RuleSet rules) {
        return hub.journal().rehearse(rules, Instant.EPOCH, shop.clock.instant());
    }

    @Test
    void decideAgainAsRecordedWhateverIsTrueToday() {
        OrderHub hub = hub(heavierThan(1, 1_000));
        sold(hub);
        weight = BigDecimal.ONE;

        assertThat(rehearse(hub, heavierThan(1, 1_000)).requireSame().unrecorded())
                .isZero();
        assertThat(rehearse(hub, heavierThan(2, 1_200)).requireSame().unrecorded())
                .isZero();
        assertThat(rehearse(hub, heavierThan(2, 1_201)).of(EffectKind.INVOICE).removed())
                .isEqualTo(1);
    }

    @Test
    void whatNobodyRecordedIsUnknownAndCounted() {
        OrderHub hub = hub(heavierThan(1, 1_000));
        sold(hub);

        Rehearsal rehearsal = rehearse(
                hub,
                RuleSet.of(
                        2,
                        bill("heavy", Field.WEIGHT.atLeast(1_000)),
                        bill("loyal", Field.CUSTOMER_ORDERS.atLeast(0)),
                        bill("none", Field.CUSTOMER_ORDERS.isAbsent())));

        assertThat(rehearsal.requireSame().unrecorded())
                .as("asked once of one event")
                .isEqualTo(1);
    }

    @Test
    void whyNotSeesWhatTheRuleSaw() {
        OrderHub hub = hub(heavierThan(1, 2_000));
        Order order = sold(hub);
        weight = new BigDecimal("9000");

        WhyNot whyNot = hub.journal().whyNot(order.id(), EffectKind.INVOICE);

        assertThat(whyNot.rules())
                .singleElement()
                .satisfies(miss -> assertThat(miss.first().orElseThrow().finding())
                        .extracting(Condition.Finding::field, Condition.Finding::seen, Condition.Finding::asked)
                        .containsExactly("weight", "1200", "at least 2000"));
        assertThat(whyNot.text()).contains("1200");
    }

    @Test
    void whyTellsTheValueThatLedToIt() {
        OrderHub hub = hub(heavierThan(1, 1_000));
        Order order = sold(hub);
        weight = BigDecimal.ONE;

        assertThat(hub.journal()
                        .why(hub.effects().of(Subject.of(order.id())).get(0).key())
                        .text())
                .contains("weight")
                .contains("1200");
    }

    @Test
    void anErasureTakesWhatOnlyTheHostKnows() {
        OrderHub hub = hub(RuleSet.of(1, bill("known", Condition.all(GROUP.isPresent(), Field.WEIGHT.isPresent()))));
        OrderId order = sold(hub).id();
        hub.orders().cancel(order, "cancelled", ShopHistory.ANNA);

        hub.privacy().erase(order, "asked for", ShopHistory.ANNA);

        List<JournalEntry> history = hub.journal().history(Subject.of(order), 1, 100);
        assertThat(history)
                .filteredOn(entry -> entry.name().name().equals("order.confirmed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .isEqualTo(Map.of(
                                "customer.group",
                                new FieldValue.Text("erased"),
                                "weight",
                                io.orderweave.rule.Measure.parse("1200"))));
        assertThat(rehearse(hub, hub.rules().current()).requireSame().unrecorded())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64})
    void theUnchangedSetDiffersInNothingOverAHistoryFullOfThem(long seed) {
        Random random = new Random(seed);
        RuleSet rules = Sets.with(
                3,
                TestShop.rule("heavy", "order.confirmed", Field.WEIGHT.atLeast(500), new Action.AddTag("tag-0")),
                TestShop.rule("loyal", "order.tag-added", Field.CUSTOMER_ORDERS.atLeast(5), new Action.AddTag("loyal")),
                TestShop.rule(
                        "bill",
                        "payment.received",
                        Condition.any(Field.WEIGHT.isAbsent(), Field.CUSTOMER_ORDERS.atMost(5)),
                        Sets.issue(DocumentKind.INVOICE)),
                TestShop.rule(
                        "uploads", "document.uploaded", Field.WEIGHT.atLeast(500), new Action.AddTag("uploaded")));
        ShopHistory history = new ShopHistory(
                builder -> builder.ruleFact(Field.WEIGHT, order -> byChance(random, 1_000))
                        .ruleFact(Field.CUSTOMER_ORDERS, order -> byChance(random, 10)),
                rules,
                seed);
        history.live(100);

        Rehearsal rehearsal = history.rehearse(rules);

        assertThat(rehearsal.requireSame().unrecorded()).isZero();
        assertThat(rehearsal.orders()).isGreaterThan(8);
    }

    private static Optional<BigDecimal> byChance(Random random, int bound) {
        int number = random.nextInt(bound);
        if (number % 10 == 0) {
            throw new IllegalStateException("not today");
        }
        return number % 10 == 1 ? Optional.empty() : Optional.of(BigDecimal.valueOf(number));
    }
}
