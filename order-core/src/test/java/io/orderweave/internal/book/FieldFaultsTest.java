package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.RuleId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.TextField;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A field of the host's that throws: the decision records it, the order is held, nothing else is harmed. */
class FieldFaultsTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final String THROWN = "java.lang.IllegalStateException";

    /** Throws for the order A1, and quotes it. */
    private static final TextField SEGMENT = TextField.of("shop.segment", order -> {
        if (order.number().equals("A1")) {
            throw new IllegalStateException("jan@example.org has none");
        }
        return Optional.of("gold");
    });

    private final TestShop shop = new TestShop();

    private OrderHub hub(UnaryOperator<OrderHubBuilder> more, Rule... rules) {
        return shop.open(builder -> more.apply(builder).rules(RuleSet.of(1, rules)));
    }

    private OrderHub withSegment(Rule... rules) {
        return hub(builder -> builder.ruleFields(FieldCatalogue.standard().with(SEGMENT)), rules);
    }

    private static Rule golden(Trigger trigger) {
        return TestShop.rule("golden", trigger, SEGMENT.isOneOf("gold"), new Action.AddTag("golden"));
    }

    private static Rule beside(Trigger trigger, Action... more) {
        return TestShop.rule("beside", trigger, more);
    }

    /** A1, on which the field throws, and A2 in the same batch, on which it does not. */
    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static List<Decision.Fault> faults(OrderHub hub, Order order) {
        return hub.journal().decisions(Subject.of(order.id())).stream()
                .flatMap(decision -> decision.faults().stream())
                .toList();
    }

    @Test
    void theDecisionRecordsItAndTheOrderIsHeld() {
        OrderHub hub = withSegment(golden(Trigger.on("order.confirmed")));

        Order order = imported(hub);

        assertThat(faults(hub, order))
                .containsExactly(
                        new Decision.Fault(new RuleId("golden"), "the host's field shop.segment", Optional.of(THROWN)));
        assertThat(order.hold("rule-fault").orElseThrow().reason())
                .isEqualTo("rule golden: the host's field shop.segment threw " + THROWN);
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100).toString())
                .doesNotContain("jan@example.org");
    }

    @Test
    void otherRulesAndOtherOrdersAreUnharmed() {
        OrderHub hub = withSegment(
                golden(Trigger.on("order.confirmed")),
                beside(
                        Trigger.on("order.confirmed"),
                        new Action.AddTag("beside"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())));

        Order order = imported(hub);
        hub.effects().runDue();

        assertThat(order.tags()).containsExactly("beside");
        Order other = TestShop.order(hub, "A2");
        assertThat(other.tags()).containsExactlyInAnyOrder("golden", "beside");
        assertThat(other.isHeld()).isFalse();
        assertThat(hub.documents().of(other.id())).hasSize(1);
        assertThat(hub.effects().of(Subject.of(order.id())))
                .as("what cannot be taken back waits for a person")
                .filteredOn(effect -> effect.key().kind().equals(EffectKind.INVOICE))
                .singleElement()
                .satisfies(effect -> assertThat(effect.state()).isEqualTo(EffectState.PLANNED));
        hub.orders().release(order.id(), "rule-fault", ANNA);
        hub.effects().runDue();
        assertThat(hub.documents().of(order.id())).hasSize(1);
    }

    @Test
    void alsoWhenAPersonHasTheRuleLookAtTheOrder() {
        OrderHub hub = withSegment(
                golden(new Trigger.Manual("never")), beside(new Trigger.Manual("never"), new Action.AddTag("beside")));
        Order order = imported(hub);
        Set<RuleId> both = Set.of(new RuleId("golden"), new RuleId("beside"));

        var plan = hub.rules().plan(both, List.of(order.id()));
        hub.rules().apply(plan, ANNA);

        assertThat(plan.rows().get(0).faults())
                .extracting(Decision.Fault::exception)
                .containsExactly(Optional.of(THROWN));
        assertThat(faults(hub, order)).hasSize(1);
        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("beside");
        assertThat(TestShop.order(hub, "A1").hold("rule-fault")).isPresent();
    }

    @Test
    void aReaderOfFactsThatThrowsIsOne() {
        OrderHub hub = hub(
                builder -> builder.ruleFact(Field.WEIGHT, order -> {
                    if (order.number().equals("A1")) {
                        throw new IOException("jan@example.org is not known");
                    }
                    return Optional.of(BigDecimal.TEN);
                }),
                TestShop.rule("heavy", "order.confirmed", Field.WEIGHT.atLeast(10), new Action.AddTag("heavy")),
                TestShop.rule("beside", "order.confirmed", Condition.always(), new Action.AddTag("beside")));

        Order order = imported(hub);

        List<JournalEntry> history = hub.journal().history(Subject.of(order.id()), 1, 100);
        assertThat(order.tags()).containsExactly("beside");
        assertThat(order.hold("rule-fault").orElseThrow().reason())
                .isEqualTo("rule heavy: the host's field weight threw java.io.IOException");
        assertThat(faults(hub, order)).hasSize(1);
        assertThat(history)
                .anySatisfy(entry -> assertThat(entry.facts())
                        .isEqualTo(Map.of("weight", new FieldValue.Faulty("java.io.IOException"))));
        assertThat(history.toString()).doesNotContain("jan@example.org");
        assertThat(TestShop.order(hub, "A2").tags()).containsExactlyInAnyOrder("heavy", "beside");
        assertThat(TestShop.order(hub, "A2").isHeld()).isFalse();
    }

    @Test
    void aValueThatRulesCannotHoldIsOne() {
        OrderHub hub = hub(
                builder -> builder.ruleFact(Field.WEIGHT, order -> Optional.of(new BigDecimal("1e99"))),
                TestShop.rule("heavy", "order.confirmed", Field.WEIGHT.atLeast(10), new Action.AddTag("heavy")));

        assertThat(imported(hub).hold("rule-fault").orElseThrow().reason())
                .isEqualTo("rule heavy: the host's field weight threw java.lang.IllegalArgumentException");
    }
}
