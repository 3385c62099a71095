package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.StatusIntent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels refuse a tracking number for an order they have been told is gone. */
class DispatchToldInOrderTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule("ship", "order.confirmed", Condition.always(), TestShop.ship()),
            TestShop.rule(
                    "gone",
                    "shipment.created",
                    Condition.always(),
                    new Action.SetStatus(new StatusId("shipped")),
                    new Action.PublishTracking()))));

    private Order shipped() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        hub.effects().runDue();
        return TestShop.order(hub, "A1");
    }

    private Effect effect(Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<StatusIntent> told() {
        return shop.channel.statuses().stream().map(StatusUpdate::intent).toList();
    }

    @Test
    void thatAnOrderIsOnItsWayIsToldAfterItsTrackingNumbers() {
        Order order = shipped();

        assertThat(shop.channel.tracking()).as("put off").isEmpty();
        assertThat(told()).isEmpty();
        assertThat(effect(order, EffectKind.STATUS).reason())
                .contains("waits for " + effect(order, EffectKind.TRACKING).key() + ", which is PLANNED");
        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();

        assertThat(shop.channel.tracking()).hasSize(1);
        assertThat(told()).containsExactly(StatusIntent.SHIPPED);
    }

    @Test
    void aTrackingNumberPlannedAfterTheStatusIsToldBeforeItAllTheSame() {
        TestShop other = new TestShop();
        OrderHub late = other.open(builder -> builder.rules(RuleSet.of(
                1,
                TestShop.rule(
                        "gone",
                        "order.confirmed",
                        Condition.always(),
                        new Action.SetStatus(new StatusId("shipped")),
                        TestShop.ship()),
                TestShop.rule("number", "shipment.created", Condition.always(), new Action.PublishTracking()))));
        other.channel.tell(ChannelOrders.paid("A1").build());
        late.pull(TestShop.CHANNEL);
        other.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        other.channel.failNextWrite(FakeChannel.lost());

        late.effects().runDue();
        other.clock.advance(Duration.ofSeconds(20));
        late.effects().runDue();

        assertThat(late.effects().of(Subject.of(TestShop.order(late, "A1").id())))
                .filteredOn(effect -> effect.key().kind().equals(EffectKind.TRACKING))
                .extracting(Effect::state)
                .containsExactly(EffectState.IN_DOUBT);
        assertThat(other.channel.statuses()).isEmpty();
        other.clock.advance(Duration.ofMinutes(5));
        late.effects().runDue();
        other.clock.advance(Duration.ofMinutes(5));
        late.effects().runDue();

        assertThat(other.channel.tracking()).hasSize(1);
        assertThat(other.channel.statuses()).extracting(StatusUpdate::intent).containsExactly(StatusIntent.SHIPPED);
    }

    @Test
    void aTrackingNumberThatIsNotWantedAnyMoreHoldsNothingUp() {
        Order order = shipped();

        hub.effects().cancel(effect(order, EffectKind.TRACKING).key(), "typed in by hand", ANNA);
        hub.effects().runDue();

        assertThat(told()).containsExactly(StatusIntent.SHIPPED);
    }

    @Test
    void aRefusedTrackingNumberShowsTheStatusAsBlocked() {
        Order order = shipped();
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.REJECTED));

        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();

        assertThat(effect(order, EffectKind.TRACKING).state()).isEqualTo(EffectState.REJECTED);
        assertThat(effect(order, EffectKind.STATUS).reason())
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("which is REJECTED"));
        assertThat(hub.journal().whyNot(order.id(), EffectKind.STATUS).obstacles())
                .extracting(Object::toString)
                .anySatisfy(obstacle -> assertThat(obstacle).contains("which is REJECTED"));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatDoesNotSayThatItIsGoneDoesNotWait() {
        Order order = shipped();

        hub.orders().setStatus(order.id(), new StatusId("packing"), ANNA);
        hub.effects().runDue();

        assertThat(told()).containsExactly(StatusIntent.PROCESSING);
    }
}
