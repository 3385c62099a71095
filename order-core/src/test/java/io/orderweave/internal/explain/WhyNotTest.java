package io.orderweave.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.journal.Why;
import io.orderweave.journal.WhyNot;
import io.orderweave.journal.WhyNot.Standing;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why an effect is there, and why one is not. */
class WhyNotTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(4, rules)));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static Action invoice() {
        return new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());
    }

    private static EffectKey key(Order order, EffectKind kind, String discriminator) {
        return new EffectKey(Subject.of(order.id()), kind, discriminator);
    }

    @Test
    void whyLeadsThroughRulesAndEffectsBackToTheOutside() {
        OrderHub hub = shop.open();
        Order order = imported(hub);
        hub.payments().record(order.id(), Money.of("120.00", "PLN"), ANNA);
        hub.effects().runDue();
        String invoice = hub.documents().of(order.id()).stream()
                .filter(it -> it.kind() == DocumentKind.INVOICE)
                .findFirst()
                .orElseThrow()
                .id()
                .value();

        Why why = hub.journal().why(key(order, EffectKind.UPLOAD, invoice));

        assertThat(why.steps())
                .extracting(step -> step.entry().name().name())
                .containsExactly("payment.received", "order.status-changed", "document.issued", "document.rendered");
        assertThat(why.steps())
                .extracting(step ->
                        step.rules().stream().map(it -> it.rule().value()).toList())
                .containsExactly(List.of("paid"), List.of("pack-paid"), List.of(), List.of("upload"));
        assertThat(why.steps()).extracting(Why.Step::ruleSetVersion).containsExactly(1, 1, 0, 1);
        assertThat(why.text())
                .contains(
                        "why order/" + order.id() + "/upload/" + invoice,
                        "payment.received/1 by operator:anna",
                        "rule paid (rule set 1) fired",
                        "payment.state is paid, wanted one of [overpaid, paid]",
                        "document.issued/1 by effect:order/" + order.id() + "/invoice/final/1");
    }

    @Test
    void aCommandIsItsOwnReason() {
        OrderHub hub = hub();
        Order order = imported(hub);
        hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);

        assertThat(hub.journal().why(key(order, EffectKind.INVOICE, "final/1")).steps())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.entry().name().name()).isEqualTo("document.requested");
                    assertThat(step.rules()).isEmpty();
                });
    }

    @Test
    void aRearmedEffectExplainsItsFirstCause() {
        OrderHub hub = hub(
                TestShop.rule("first", "order.tag-added", Condition.always(), invoice()),
                TestShop.rule(
                        "hold", "effect.rearmed", Condition.always(), new Action.StartTimer("t", Duration.ofDays(1))));
        Order order = imported(hub);
        hub.orders().addTag(order.id(), "go", ANNA);
        EffectKey invoice = key(order, EffectKind.INVOICE, "final/1");
        hub.effects().cancel(invoice, "no", ANNA);
        hub.effects().rearm(invoice, ANNA);

        EffectKey timer = hub.effects().of(Subject.of(order.id())).stream()
                .map(it -> it.key())
                .filter(it -> it.kind().equals(EffectKind.TIMER))
                .findFirst()
                .orElseThrow();
        assertThat(hub.journal().why(timer).steps())
                .extracting(step -> step.entry().name().name())
                .containsExactly("effect.rearmed");
        assertThat(hub.journal().why(invoice).steps())
                .extracting(step -> step.entry().name().name())
                .containsExactly("order.tag-added");
    }

    @Test
    void anEffectThatIsNotThereHasNoWhy() {
        OrderHub hub = hub();
        Order order = imported(hub);

        assertThatThrownBy(() -> hub.journal().why(key(order, EffectKind.INVOICE, "final/1")))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NOT_FOUND));
        assertThatThrownBy(() -> hub.journal().whyNot(new OrderId("none"), EffectKind.INVOICE))
                .hasMessageContaining("no order none");
    }

    @Test
    void theNearestRuleComesFirstWithTheComparisonsThatFailed() {
        Condition vip = Field.TAGS.hasAnyOf("vip");
        Condition paid = Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.PAID);
        OrderHub hub = hub(
                TestShop.rule("untriggered", "order.cancelled", Condition.always(), invoice()),
                TestShop.rule("two-fail", "order.confirmed", Condition.all(vip, paid), invoice()),
                TestShop.rule(
                        "one-fails", "order.confirmed", Condition.all(Field.STATUS.isOneOf("new"), paid), invoice()),
                TestShop.rule("other-kind", "order.confirmed", paid, TestShop.ship()),
                Rule.builder()
                        .from(TestShop.rule("disabled", "order.confirmed", paid, invoice()))
                        .enabled(false)
                        .build());
        Order order = imported(hub);

        WhyNot whyNot = hub.journal().whyNot(order.id(), EffectKind.INVOICE);

        assertThat(whyNot.obstacles()).isEmpty();
        assertThat(whyNot.rules())
                .extracting(WhyNot.NearMiss::rule)
                .containsExactly(
                        new RuleId("one-fails"),
                        new RuleId("two-fail"),
                        new RuleId("untriggered"),
                        new RuleId("disabled"));
        WhyNot.NearMiss nearest = whyNot.rules().get(0);
        assertThat(nearest.standing()).isEqualTo(Standing.FAILED);
        assertThat(nearest.missing()).hasSize(1);
        assertThat(nearest.first().orElseThrow().finding().seen()).isEqualTo("unpaid");
        assertThat(whyNot.rules().get(2).standing()).isEqualTo(Standing.NOT_TRIGGERED);
        assertThat(whyNot.rules().get(3).standing()).isEqualTo(Standing.OFF);
        assertThat(whyNot.rules().get(2).first()).isEmpty();
        assertThat(whyNot.text())
                .contains(
                        "why no invoice for order " + order.id(),
                        "rule one-fails\n    payment.state is unpaid, wanted one of [paid]",
                        "rule untriggered: order.cancelled has not happened")
                .doesNotContain("no rule asks");
    }

    @Test
    void theRuleIsHeldAgainstTheLastEventOfItsTrigger() {
        OrderHub hub =
                hub(TestShop.rule("on-packing", "order.status-changed", Field.STATUS_TO.isOneOf("shipped"), invoice()));
        Order order = imported(hub);
        hub.orders().setStatus(order.id(), new StatusId("paid"), ANNA);
        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);

        assertThat(hub.journal()
                        .whyNot(order.id(), EffectKind.INVOICE)
                        .rules()
                        .get(0)
                        .first()
                        .orElseThrow()
                        .finding()
                        .seen())
                .isEqualTo("packing");
    }

    @Test
    void eachActionIsAskedForUnderItsKind() {
        OrderHub hub = hub(
                TestShop.rule(
                        "proforma",
                        "order.cancelled",
                        Condition.always(),
                        new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty())),
                TestShop.rule("invoice", "order.cancelled", Condition.always(), invoice(), new Action.AddTag("x")),
                TestShop.rule("ship", "order.cancelled", Condition.always(), TestShop.ship()),
                TestShop.rule("credit", "order.cancelled", Condition.always(), new Action.CreditDocuments("cancelled")),
                TestShop.rule("upload", "document.rendered", Condition.always(), new Action.UploadDocument()),
                TestShop.rule("tracking", "shipment.created", Condition.always(), new Action.PublishTracking()),
                TestShop.rule(
                        "timer", "order.cancelled", Condition.always(), new Action.StartTimer("t", Duration.ofDays(1))),
                TestShop.rule("tag", "order.cancelled", Condition.always(), new Action.AddTag("x")));
        Order order = imported(hub);

        assertThat(List.of(
                        EffectKind.PROFORMA,
                        EffectKind.INVOICE,
                        EffectKind.SHIPMENT,
                        EffectKind.UPLOAD,
                        EffectKind.TRACKING,
                        EffectKind.TIMER))
                .extracting(kind -> hub.journal().whyNot(order.id(), kind).rules().stream()
                        .map(it -> it.rule().value())
                        .toList())
                .containsExactly(
                        List.of("proforma"),
                        List.of("invoice", "credit"),
                        List.of("ship"),
                        List.of("upload"),
                        List.of("tracking"),
                        List.of("timer"));
        assertThat(hub.journal().whyNot(order.id(), EffectKind.LABEL).text()).contains("no rule asks for it");
    }

    @Test
    void namesAHoldAndAnEffectThatWaits() {
        OrderHub hub = hub(TestShop.rule("invoice", "order.tag-added", Condition.always(), invoice()));
        Order order = imported(hub);
        hub.orders().hold(order.id(), "check", "look", ANNA);
        hub.orders().addTag(order.id(), "go", ANNA);
        hub.effects().runDue();

        assertThat(hub.journal().whyNot(order.id(), EffectKind.INVOICE).obstacles())
                .extracting(WhyNot.Obstacle::toString)
                .containsExactly(
                        "effect order/" + order.id() + "/invoice/final/1 is PLANNED: held: [check]", "held: [check]");
        assertThat(hub.journal().whyNot(order.id(), EffectKind.SHIPMENT).obstacles())
                .extracting(WhyNot.Obstacle::toString)
                .containsExactly("held: [check]");
    }

    @Test
    void whatSomebodyAskedForByHandWaitsForTheObstacleAndNotForARule() {
        OrderHub hub = hub();
        Order order = imported(hub);
        hub.orders().hold(order.id(), "check", "look", ANNA);
        hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();

        assertThat(hub.journal().whyNot(order.id(), EffectKind.INVOICE).text())
                .contains("held: [check]")
                .doesNotContain("no rule asks for it");
    }

    @Test
    void namesHistoryAndAnObservingConnection() {
        OrderHub hub = OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .connection(TestShop.connection()
                        .mode(Mode.OBSERVE)
                        .liveFrom(shop.clock.instant().plusSeconds(60))
                        .build())
                .build();
        Order order = imported(hub);

        assertThat(hub.journal().whyNot(order.id(), EffectKind.INVOICE).obstacles())
                .extracting(WhyNot.Obstacle::toString)
                .containsExactly(
                        "the order was placed before its connection went live: history, until a person adopts it",
                        "its connection only observes");
    }

    @Test
    void namesTheOrderThatTookItsPlace() {
        OrderHub hub = hub();
        Order order = imported(hub);
        shop.channel.tell(ChannelOrders.unpaid("J1")
                .lines(List.of(TestOrders.line("A1-l1", 2, "25.00"), TestOrders.line("A1-l2", 1, "60.00")))
                .build());
        hub.pull(TestShop.CHANNEL);
        Order joint = TestShop.order(hub, "J1");

        assertThat(hub.journal().whyNot(order.id(), EffectKind.INVOICE).obstacles())
                .extracting(WhyNot.Obstacle::toString)
                .containsExactly("order " + joint.id() + " took its place");
    }
}
