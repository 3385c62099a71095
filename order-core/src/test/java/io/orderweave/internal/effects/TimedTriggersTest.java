package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moments that come by time alone: only what a rule waits for has a timer, and it counts only while it still holds. */
class TimedTriggersTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final StatusId PACKING = new StatusId("packing");
    private static final Duration DAY = Duration.ofDays(1);

    private final TestShop shop = new TestShop();

    private static Rule marks(Trigger trigger) {
        return TestShop.rule("marks", trigger, new Action.AddTag("marked"));
    }

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(1, rules)));
    }

    private OrderId imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1").id();
    }

    private void later(OrderHub hub, Duration time) {
        shop.clock.advance(time);
        hub.effects().runDue();
    }

    private static boolean isMarked(OrderHub hub, OrderId order) {
        return hub.orders().find(order).orElseThrow().tags().contains("marked");
    }

    private static List<Effect> timers(OrderHub hub, OrderId order) {
        return hub.effects().of(Subject.of(order)).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.TIMER))
                .toList();
    }

    private static void setStatus(OrderHub hub, OrderId order, String status) {
        hub.orders().setStatus(order, new StatusId(status), ANNA);
    }

    @Test
    void theTimeInAStatusIsCountedFromEnteringIt() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(PACKING, DAY)));
        OrderId order = imported(hub);
        later(hub, DAY);
        setStatus(hub, order, "packing");

        later(hub, DAY.minusSeconds(1));
        assertThat(isMarked(hub, order)).isFalse();
        later(hub, Duration.ofSeconds(1));

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void anOrderThatLeftTheStatusAndCameBackIsCountedAnew() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(PACKING, DAY)));
        OrderId order = imported(hub);
        setStatus(hub, order, "packing");
        later(hub, DAY.dividedBy(2));
        setStatus(hub, order, "paid");
        setStatus(hub, order, "packing");

        later(hub, DAY.dividedBy(2));
        assertThat(isMarked(hub, order)).isFalse();
        later(hub, DAY.dividedBy(2));

        assertThat(isMarked(hub, order)).isTrue();
        assertThat(timers(hub, order)).hasSize(2);
    }

    @Test
    void anOrderThatLeftTheStatusIsNotCounted() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(PACKING, DAY)));
        OrderId order = imported(hub);
        setStatus(hub, order, "packing");
        setStatus(hub, order, "shipped");

        later(hub, DAY);

        assertThat(isMarked(hub, order)).isFalse();
        assertThat(timers(hub, order))
                .singleElement()
                .satisfies(timer -> assertThat(timer.reason()).contains("order " + order + " has left status packing"));
    }

    @Test
    void theFirstStatusCountsFromTheOrdersArrival() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(new StatusId("new"), DAY)));
        OrderId order = imported(hub);

        later(hub, DAY);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aStatusAtTheEndOfTheWayIsCountedToo() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(new StatusId("delivered"), DAY)));
        OrderId order = imported(hub);
        setStatus(hub, order, "delivered");

        later(hub, DAY);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void onlyWhatARuleWaitsForHasATimer() {
        Rule off = Rule.builder()
                .from(marks(new Trigger.TimeInStatus(PACKING, DAY)))
                .enabled(false)
                .build();
        OrderHub hub = hub(off, TestShop.rule("other", new Trigger.StatusEntered(PACKING), new Action.AddTag("x")));
        OrderId order = imported(hub);

        setStatus(hub, order, "packing");

        assertThat(timers(hub, order)).isEmpty();
    }

    @Test
    void twoRulesThatWaitForTheSameShareATimer() {
        OrderHub hub = hub(
                marks(new Trigger.TimeInStatus(PACKING, DAY)),
                TestShop.rule("too", new Trigger.TimeInStatus(PACKING, DAY), new Action.AddTag("too")));
        OrderId order = imported(hub);
        setStatus(hub, order, "packing");

        later(hub, DAY);

        assertThat(timers(hub, order)).hasSize(1);
        assertThat(hub.orders().find(order).orElseThrow().tags()).containsExactlyInAnyOrder("marked", "too");
    }

    @Test
    void aNewRuleDoesNotCountOrdersThatAreThere() {
        OrderHub before = hub();
        OrderId order = imported(before);
        setStatus(before, order, "packing");

        OrderHub hub =
                shop.open(builder -> builder.rules(RuleSet.of(2, marks(new Trigger.TimeInStatus(PACKING, DAY)))));
        later(hub, DAY.multipliedBy(3));

        assertThat(isMarked(hub, order)).isFalse();
        assertThat(timers(hub, order)).isEmpty();
    }

    @Test
    void aClockSetBackNeitherLosesNorDoublesIt() {
        OrderHub hub = hub(marks(new Trigger.TimeInStatus(PACKING, DAY)));
        OrderId order = imported(hub);
        setStatus(hub, order, "packing");

        later(hub, DAY.negated());
        later(hub, DAY.multipliedBy(2));
        later(hub, DAY.negated());
        later(hub, DAY);

        assertThat(hub.journal().history(Subject.of(order), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream())
                        .filter(OrderEvent.StatusLasted.class::isInstance))
                .containsExactly(new OrderEvent.StatusLasted(PACKING, DAY));
    }

    @Test
    void anUnpaidOrderIsOverdueAfterItsTime() {
        OrderHub hub = hub(marks(new Trigger.PaymentOverdue(DAY)));
        OrderId order = imported(hub);
        hub.payments().record(order, Money.of("119.99", "PLN"), ANNA);

        later(hub, DAY.minusSeconds(1));
        assertThat(isMarked(hub, order)).isFalse();
        later(hub, Duration.ofSeconds(1));

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aPaidOrCancelledOrderIsNeverOverdue() {
        OrderHub hub = hub(marks(new Trigger.PaymentOverdue(DAY)));
        OrderId paid = imported(hub);
        hub.payments().record(paid, Money.of("120.00", "PLN"), ANNA);
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        hub.pull(TestShop.CHANNEL);
        OrderId cancelled = TestShop.order(hub, "A2").id();
        hub.orders().cancel(cancelled, "by phone", ANNA);

        later(hub, DAY);

        assertThat(isMarked(hub, paid)).isFalse();
        assertThat(isMarked(hub, cancelled)).isFalse();
        assertThat(timers(hub, cancelled).get(0).reason()).contains("order " + cancelled + " is cancelled");
    }

    @Test
    void anOrderPaidOnDeliveryIsNotAwaited() {
        OrderHub hub = hub(marks(new Trigger.PaymentOverdue(DAY)));
        shop.channel.tell(ChannelOrders.onDelivery("A1").build());
        hub.pull(TestShop.CHANNEL);

        assertThat(timers(hub, TestShop.order(hub, "A1").id())).isEmpty();
    }

    @Test
    void aDocumentIsDueFromTheBeginningOfItsDay() {
        OrderHub hub = hub(marks(new Trigger.DocumentDue(DocumentKind.PROFORMA, DAY)));
        OrderId order = imported(hub);
        hub.documents().issue(order, DocumentKind.PROFORMA, ANNA);
        hub.effects().runDue();
        var due = hub.documents()
                .of(order)
                .get(0)
                .dueDate()
                .plusDays(1)
                .atStartOfDay(TestShop.seller().zone());

        later(hub, Duration.between(shop.clock.instant(), due).minusSeconds(1));
        assertThat(isMarked(hub, order)).isFalse();
        later(hub, Duration.ofSeconds(1));

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aDocumentOfAPaidOrderOrACreditedOneIsNotReminded() {
        OrderHub hub = hub(marks(new Trigger.DocumentDue(DocumentKind.INVOICE, DAY)));
        OrderId paid = imported(hub);
        hub.documents().issue(paid, DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();
        hub.payments().record(paid, Money.of("120.00", "PLN"), ANNA);
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        hub.pull(TestShop.CHANNEL);
        OrderId credited = TestShop.order(hub, "A2").id();
        hub.documents().issue(credited, DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();
        hub.documents().credit(hub.documents().of(credited).get(0).id(), "cancelled", ANNA);
        hub.effects().runDue();

        later(hub, DAY.multipliedBy(60));

        assertThat(isMarked(hub, paid)).isFalse();
        assertThat(isMarked(hub, credited)).isFalse();
    }
}
