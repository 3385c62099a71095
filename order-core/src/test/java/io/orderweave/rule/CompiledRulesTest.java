package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.event.Event;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledRulesTest {

    private static final Event CONFIRMED = new OrderEvent.Confirmed();
    private static final Action TAG = new Action.AddTag("x");

    private final Order order = TestOrders.plain("o").addTags("vip", "gift").build();

    @Test
    void decidesTheSameAgain() {
        CompiledRules rules = CompiledRules.of(TestShop.rules(), FieldCatalogue.standard());
        Facts facts = facts(new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid")));

        Evaluation first = rules.evaluate(facts);

        assertThat(first.fired()).extracting(RuleOutcome::rule).hasToString("[pack-paid]");
        for (int i = 0; i < 20; i++) {
            assertThat(rules.evaluate(facts)).isEqualTo(first);
        }
    }

    @Test
    void firesOnlyEnabledRulesOfTheEventWhoseConditionIsTrue() {
        Rule disabled = Rule.builder()
                .from(TestShop.rule("off", "order.confirmed", Condition.always(), TAG))
                .enabled(false)
                .build();
        Rule other = TestShop.rule("other", "order.imported", Condition.always(), TAG);
        Rule unknown = TestShop.rule("unknown", "order.confirmed", Field.STATUS_TO.isOneOf("paid"), TAG);
        Rule good = TestShop.rule("good", "order.confirmed", Field.STATUS.isOneOf("new"), TAG);

        assertThat(fired(FieldCatalogue.standard(), disabled, other, unknown, good))
                .containsExactly("good");
    }

    @Test
    void firesInTheOrderOfTheSetAndOnceWhateverTheyWaitUnder() {
        Rule byTags = TestShop.rule("c", "order.confirmed", Field.TAGS.hasAnyOf("gift", "vip"), TAG);
        Rule always = TestShop.rule("b", "order.confirmed", Condition.always(), TAG);
        Rule byStatus = TestShop.rule("a", "order.confirmed", Field.STATUS.isOneOf("new", "paid"), TAG);

        assertThat(fired(FieldCatalogue.standard(), byTags, always, byStatus)).containsExactly("c", "b", "a");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T22:59:59Z, false", // still the first of March in Warsaw
        "2026-03-01T23:00:00Z, true",
        "2026-03-10T22:59:59Z, true",
        "2026-03-10T23:00:00Z, false"
    })
    void actsFromItsFirstDayToItsLastOnTheSellersCalendar(Instant at, boolean fires) {
        Rule dated = Rule.builder()
                .from(TestShop.rule("dated", "order.confirmed", Condition.always(), TAG))
                .firstDay(LocalDate.of(2026, 3, 2))
                .lastDay(LocalDate.of(2026, 3, 10))
                .build();

        Evaluation evaluation = CompiledRules.of(RuleSet.of(1, dated), FieldCatalogue.standard())
                .evaluate(Facts.of(order, CONFIRMED, at, ZoneId.of("Europe/Warsaw")));

        assertThat(evaluation.fired()).hasSize(fires ? 1 : 0);
    }

    @Test
    void reportsAHostsFieldThatThrows() {
        TextField broken = TextField.of("shop.broken", it -> {
            throw new IllegalStateException("Jan");
        });
        Rule first = TestShop.rule("first", "order.confirmed", broken.isOneOf("x"), TAG);
        Rule second = TestShop.rule("second", "order.confirmed", broken.isPresent(), TAG);
        Rule good = TestShop.rule("good", "order.confirmed", Condition.always(), TAG);

        Evaluation evaluation = CompiledRules.of(
                        RuleSet.of(1, first, second, good),
                        FieldCatalogue.standard().with(broken))
                .evaluate(facts(CONFIRMED));

        assertThat(evaluation.fired()).extracting(RuleOutcome::rule).containsExactly(new RuleId("good"));
        assertThat(evaluation.faults())
                .containsExactly(new Evaluation.FieldFault(
                        new RuleId("first"), "shop.broken", "java.lang.IllegalStateException"));
    }

    @Test
    void readsEachFieldOnce() {
        int[] reads = new int[1];
        TextField counted = TextField.of("shop.counted", it -> {
            reads[0]++;
            return Optional.of("x");
        });
        Rule[] rules = new Rule[20];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = TestShop.rule(
                    "r" + i,
                    "order.confirmed",
                    Condition.any(counted.isOneOf("x"), counted.startsWith("y"), counted.isPresent()),
                    TAG);
        }

        assertThat(fired(FieldCatalogue.standard().with(counted), rules)).hasSize(20);
        assertThat(reads[0]).isEqualTo(1);
    }

    @Test
    void doesNotReadWhatNoRuleOfTheEventNeeds() {
        TextField forbidden = TextField.of("shop.forbidden", it -> {
            throw new AssertionError("read");
        });
        Rule other = TestShop.rule("other", "order.imported", forbidden.isOneOf("x"), TAG);
        Rule refused = TestShop.rule(
                "refused", "order.confirmed", Condition.all(Field.STATUS.isOneOf("paid"), forbidden.isPresent()), TAG);

        assertThat(fired(FieldCatalogue.standard().with(forbidden), other, refused))
                .isEmpty();
    }

    @Test
    void tellsWhatMustBeFetchedFromBesideTheOrder() {
        Rule rule = TestShop.rule("r", "order.confirmed", Field.CUSTOMER_ORDERS.atLeast(2), TAG);
        Rule off = Rule.builder()
                .from(TestShop.rule("off", "order.confirmed", Field.WEIGHT.atLeast(2), TAG))
                .enabled(false)
                .build();

        assertThat(CompiledRules.of(RuleSet.of(1, rule, off), FieldCatalogue.standard())
                        .beside())
                .containsExactly(Field.CUSTOMER_ORDERS);
    }

    @Test
    void tellsWhichFactsFromBesideTheOrderWereAskedFor() {
        TextField group = TextField.beside("customer.group", "The customer's group.");
        FieldCatalogue fields = FieldCatalogue.standard().with(group);
        Rule asks = TestShop.rule(
                "asks", "order.confirmed", Condition.all(Field.WEIGHT.atLeast(1), Field.STATUS.isOneOf("new")), TAG);
        Rule told = TestShop.rule(
                "told", "order.confirmed", Condition.all(group.isOneOf("x"), Field.STATUS.isOneOf("paid")), TAG);
        Rule fires = TestShop.rule(
                "fires",
                "order.confirmed",
                Condition.any(Condition.none(Field.CUSTOMER_ORDERS.atLeast(1)), Field.STATUS.isOneOf("new")),
                TAG);
        CompiledRules rules = CompiledRules.of(RuleSet.of(1, asks, told, fires), fields);

        Evaluation unknown = rules.evaluate(facts(CONFIRMED));
        Evaluation known = rules.evaluate(facts(CONFIRMED).with(Map.of("weight", Measure.parse("2"))));

        assertThat(unknown.asked()).containsExactly("weight");
        assertThat(unknown.fired()).extracting(RuleOutcome::rule).containsExactly(new RuleId("fires"));
        assertThat(known.asked()).containsExactly("weight");
        assertThat(known.fired())
                .extracting(RuleOutcome::rule)
                .containsExactly(new RuleId("asks"), new RuleId("fires"));
    }

    @Test
    void byHandEveryRuleThatHoldsFiresAndWhatThrewIsTold() {
        TextField broken = TextField.of("shop.broken", it -> {
            throw new IllegalStateException("no");
        });
        Rule other = TestShop.rule("other", "order.imported", Field.STATUS.isOneOf("new"), TAG);
        Rule faulty = TestShop.rule("faulty", "order.imported", broken.isPresent(), TAG);
        CompiledRules rules =
                CompiledRules.of(RuleSet.of(1), FieldCatalogue.standard().with(broken));

        Evaluation evaluation = rules.evaluate(List.of(other, faulty), facts(CONFIRMED));

        assertThat(evaluation.fired()).extracting(RuleOutcome::rule).containsExactly(other.id());
        assertThat(evaluation.faults())
                .containsExactly(
                        new Evaluation.FieldFault(faulty.id(), "shop.broken", "java.lang.IllegalStateException"));
    }

    @Test
    void explainsARuleWhetherOrNotItWasTriggered() {
        Rule rule = TestShop.rule("r", "order.imported", Field.STATUS.isOneOf("paid"), TAG);

        RuleOutcome outcome =
                CompiledRules.of(RuleSet.of(1, rule), FieldCatalogue.standard()).evaluate(rule, facts(CONFIRMED));

        assertThat(outcome)
                .isEqualTo(new RuleOutcome(
                        rule.id(),
                        Verdict.FALSE,
                        List.of(new Condition.Finding("status", "new", "one-of", "[paid]", Verdict.FALSE))));
    }

    private List<String> fired(FieldCatalogue fields, Rule... rules) {
        return CompiledRules.of(RuleSet.of(1, rules), fields).evaluate(facts(CONFIRMED)).fired().stream()
                .map(outcome -> outcome.rule().value())
                .toList();
    }

    private Facts facts(Event event) {
        return Facts.of(order, event, TestOrders.NOON, ZoneOffset.UTC);
    }
}
