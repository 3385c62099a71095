package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.PaymentTerms;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final OrderEvent CONFIRMED = new OrderEvent.Confirmed();
    private static final Condition TRUE = Condition.oneOf(Field.STATUS, "new");
    private static final Condition FALSE = Condition.oneOf(Field.STATUS, "paid");
    /** The event of this test says nothing of a status. */
    private static final Condition UNKNOWN = Condition.oneOf(Field.STATUS_TO, "paid");

    private final Order order = TestOrders.plain("o").addTags("vip", "gift").build();

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE, FALSE",
        "TRUE, FALSE, FALSE, TRUE, FALSE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE, FALSE",
        "FALSE, FALSE, FALSE, FALSE, TRUE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void knowsThreeTruths(Verdict a, Verdict b, Verdict all, Verdict any, Verdict none) {
        assertThat(verdict(Condition.all(of(a), of(b)))).isEqualTo(all);
        assertThat(verdict(Condition.all(of(b), of(a)))).isEqualTo(all);
        assertThat(verdict(Condition.any(of(a), of(b)))).isEqualTo(any);
        assertThat(verdict(Condition.any(of(b), of(a)))).isEqualTo(any);
        assertThat(verdict(Condition.none(of(a), of(b)))).isEqualTo(none);
        assertThat(verdict(Condition.none(of(b), of(a)))).isEqualTo(none);
    }

    @Test
    void isTrueOfNothingUnlessItAsksForSome() {
        assertThat(verdict(Condition.always())).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Condition.any())).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Condition.none())).isEqualTo(Verdict.TRUE);
        assertThat(Condition.any().problems()).containsExactly("an 'any' without conditions is never true");
    }

    @Test
    void comparesTextsFlagsAndAmounts() {
        assertThat(verdict(Condition.oneOf(Field.TAGS, "vip", "none"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Condition.oneOf(Field.TAGS, "none"))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Condition.is(Field.BUYER_IS_COMPANY, false))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Condition.is(Field.DELIVERY_TO_POINT, true))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Condition.atLeast(Field.TOTAL, Money.of("120.00", "PLN"))))
                .isEqualTo(Verdict.TRUE);
        assertThat(verdict(Condition.atLeast(Field.TOTAL, Money.of("120.01", "PLN"))))
                .isEqualTo(Verdict.FALSE);
        assertThat(verdict(Condition.atLeast(Field.TOTAL, Money.of("1.00", "EUR"))))
                .isEqualTo(Verdict.FALSE);
    }

    @Test
    void doesNotKnowAFieldOfAnotherTypeOrName() {
        assertThat(verdict(new Condition.Is("status", true))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(new Condition.OneOf("colour", java.util.Set.of("red"))))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(new Condition.Is("status", true).problems())
                .containsExactly("'is' does not compare field status, which is of type TEXT");
        assertThat(new Condition.OneOf("colour", java.util.Set.of("red")).problems())
                .singleElement()
                .asString()
                .startsWith("no field colour; there are [channel, connection,");
    }

    @Test
    void writesDownEveryValueItSaw() {
        List<Condition.Finding> findings = new ArrayList<>();

        Condition.any(TRUE, FALSE, UNKNOWN).evaluate(order, CONFIRMED, findings);

        assertThat(findings)
                .extracting(Condition.Finding::field, Condition.Finding::seen, Condition.Finding::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("status", "new", Verdict.TRUE),
                        org.assertj.core.groups.Tuple.tuple("status", "new", Verdict.FALSE),
                        org.assertj.core.groups.Tuple.tuple("event.status-to", "unknown", Verdict.UNKNOWN));
    }

    @Test
    void readsEveryFieldOfEveryOrderAndPrintsNothingPersonal() {
        for (Order each : List.of(order, TestOrders.rich())) {
            for (Field field : Field.values()) {
                FieldValue value = field.read(each, CONFIRMED);
                assertThat(value.toString()).as(field.text()).doesNotContain("Jan", "Polna", "@", "call first");
                assertThat(fits(value, field.type())).as(field.text()).isTrue();
            }
        }
        assertThat(Field.names()).doesNotHaveDuplicates();
    }

    @Test
    void writesConstantsAsRulesDo() {
        Order cod = TestOrders.plain("o")
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.ON_DELIVERY)
                        .build())
                .build();

        assertThat(Field.PAYMENT_TIMING.read(cod, CONFIRMED)).hasToString("on-delivery");
        assertThat(Field.STATUS_TO.read(cod, new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid"))))
                .hasToString("paid");
    }

    @Test
    void decidesTheSameAgain() {
        RuleSet rules = TestShop.rules();
        OrderEvent event = new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid"));

        List<RuleOutcome> first = rules.evaluate(order, event);

        assertThat(first).extracting(RuleOutcome::rule).hasToString("[pack-paid]");
        for (int i = 0; i < 20; i++) {
            assertThat(rules.evaluate(order, event)).isEqualTo(first);
        }
    }

    @Test
    void firesOnlyEnabledRulesOfTheEvent() {
        Rule disabled = Rule.builder()
                .from(TestShop.rule("off", "order.confirmed", Condition.always(), new Action.AddTag("x")))
                .enabled(false)
                .build();
        Rule other = TestShop.rule("other", "order.imported", Condition.always(), new Action.AddTag("x"));
        Rule unknown = TestShop.rule("unknown", "order.confirmed", UNKNOWN, new Action.AddTag("x"));
        Rule good = TestShop.rule("good", "order.confirmed", TRUE, new Action.AddTag("x"));

        assertThat(RuleSet.of(1, disabled, other, unknown, good).evaluate(order, CONFIRMED))
                .filteredOn(RuleOutcome::fired)
                .extracting(outcome -> outcome.rule().value())
                .containsExactly("good");
    }

    private Verdict verdict(Condition condition) {
        return condition.evaluate(order, CONFIRMED, new ArrayList<>());
    }

    private static Condition of(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> TRUE;
            case FALSE -> FALSE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static boolean fits(FieldValue value, Field.Type type) {
        return value instanceof FieldValue.Unknown
                || switch (type) {
                    case TEXT -> value instanceof FieldValue.Text;
                    case TEXTS -> value instanceof FieldValue.Texts;
                    case FLAG -> value instanceof FieldValue.Flag;
                    case AMOUNT -> value instanceof FieldValue.Amount;
                };
    }
}
