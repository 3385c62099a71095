package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.order.OrderQuery;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RulePlan;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** "Apply to these orders": first a list, of which nothing is done; then exactly that, once. */
class RulePlanTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final RuleId BILLS = new RuleId("bills");
    private static final Set<RuleId> BILLING = Set.of(BILLS);

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule(
                    "bills",
                    Trigger.on("order.confirmed"),
                    Field.PAYMENT_METHOD.isOneOf("bank-transfer"),
                    new Action.AddTag("billed"),
                    new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())),
            TestShop.rule("follows", new Trigger.TagAdded("billed"), new Action.SetStatus(new StatusId("packing"))))));

    /** Orders that came before the rule was there. */
    private List<OrderId> backlog() {
        OrderHub before = shop.open(builder -> builder.rules(RuleSet.of(2)));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.onDelivery("A2").build());
        before.pull(TestShop.CHANNEL);
        return List.of(TestShop.order(hub, "A1").id(), TestShop.order(hub, "A2").id());
    }

    @Test
    void aPlanListsWhatWouldHappenAndDoesNothing() {
        List<OrderId> orders = withRulesAgain(backlog());

        RulePlan plan = hub.rules().plan(BILLING, orders);

        assertThat(plan.rows()).singleElement().satisfies(row -> {
            assertThat(row.order()).isEqualTo(orders.get(0));
            assertThat(row.fired()).containsExactly(BILLS, new RuleId("follows"));
            assertThat(row.events())
                    .extracting(EventName::name)
                    .containsExactly("order.tag-added", "order.status-changed");
            assertThat(row.effects())
                    .extracting(wish -> wish.effect().kind() + " " + wish.fate())
                    .containsExactly("invoice PLANNED");
        });
        assertThat(hub.orders().find(orders.get(0)).orElseThrow().tags()).isEmpty();
        assertThat(hub.effects().of(Subject.of(orders.get(0)))).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(orders.get(0)))).isEmpty();
    }

    private List<OrderId> withRulesAgain(List<OrderId> orders) {
        hub.rules().apply(new RuleSet(3, hub.rules().version(1).orElseThrow().rules()), ANNA, "rules again");
        return orders;
    }

    @Test
    void anAppliedPlanDoesWhatItListedByTheOrdinaryWay() {
        List<OrderId> orders = withRulesAgain(backlog());
        RulePlan plan = hub.rules().plan(BILLING, orders);

        hub.rules().apply(plan, ANNA);
        hub.effects().runDue();

        OrderId billed = orders.get(0);
        assertThat(hub.orders().find(billed).orElseThrow().status()).isEqualTo(new StatusId("packing"));
        assertThat(hub.documents().of(billed)).hasSize(1);
        assertThat(hub.documents().of(orders.get(1))).isEmpty();
        assertThat(hub.journal().history(Subject.of(billed), 1, 100)).anySatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(ANNA);
            assertThat(entry.event()).contains(new RuleEvent.RulesRunByHand(List.of(BILLS), 3));
        });
        assertThat(hub.journal()
                        .why(hub.effects().of(Subject.of(billed)).stream()
                                .filter(effect -> effect.key().kind().equals(EffectKind.INVOICE))
                                .findFirst()
                                .orElseThrow()
                                .key())
                        .text())
                .contains("rules.run-by-hand", "operator:anna", "bills");
    }

    @Test
    void aPlanIsAppliedOnce() {
        RulePlan plan = hub.rules().plan(BILLING, withRulesAgain(backlog()));
        hub.rules().apply(plan, ANNA);

        assertThatThrownBy(() -> hub.rules().apply(plan, ANNA))
                .hasMessage("plan " + plan.id() + " was applied already");
    }

    @Test
    void whatIsThereIsNotDoneAgainByAnotherPlan() {
        List<OrderId> orders = withRulesAgain(backlog());
        hub.rules().apply(hub.rules().plan(BILLING, orders), ANNA);
        hub.effects().runDue();

        RulePlan again = hub.rules().plan(BILLING, orders);
        hub.rules().apply(again, ANNA);
        hub.effects().runDue();

        assertThat(again.rows().get(0).effects())
                .extracting(Decision.Wish::fate)
                .containsExactly(Decision.Fate.DUPLICATE);
        assertThat(hub.documents().of(orders.get(0))).hasSize(1);
    }

    @Test
    void aPlanForAnotherVersionIsRefused() {
        RulePlan plan = hub.rules().plan(BILLING, withRulesAgain(backlog()));
        hub.rules().apply(new RuleSet(4, hub.rules().current().rules()), ANNA, "one more");

        assertThatThrownBy(() -> hub.rules().apply(plan, ANNA))
                .hasMessage("the plan was made for version 3 of the rules, and 4 is in force; make it anew");
    }

    @Test
    void whatChangedSinceThePlanIsLookedAtAgain() {
        List<OrderId> orders = withRulesAgain(backlog());
        RulePlan plan = hub.rules().plan(BILLING, orders);
        shop.channel.tell(ChannelOrders.onDelivery("A1").build());
        hub.pull(TestShop.CHANNEL);

        hub.rules().apply(plan, ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(orders.get(0))).isEmpty();
    }

    @Test
    void aQueryChoosesTheOrders() {
        withRulesAgain(backlog());

        RulePlan plan =
                hub.rules().plan(BILLING, OrderQuery.builder().number("A1").build());

        assertThat(plan.rows()).hasSize(1);
    }

    @Test
    void unknownRulesAndOrdersAreRefused() {
        assertThatThrownBy(() -> hub.rules().plan(Set.of(new RuleId("bill")), List.of()))
                .hasMessage("no rule bill in version 1, which is in force");
        assertThatThrownBy(() -> hub.rules().plan(BILLING, List.of(new OrderId("none"))))
                .hasMessage("no order none");
    }
}
