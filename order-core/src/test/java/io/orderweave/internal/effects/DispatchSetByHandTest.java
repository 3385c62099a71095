package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A status that a person sets long after the tracking numbers were published. */
class DispatchSetByHandTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule("ship", "order.confirmed", Condition.always(), TestShop.ship()),
            TestShop.rule("track", "shipment.created", Condition.always(), new Action.PublishTracking()))));

    private Order ship() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        return TestShop.order(hub, "A1");
    }

    private Order shipWithTrackingPutOff() {
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        return ship();
    }

    private Effect effect(Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Effect shipped(Order order) {
        hub.orders().setStatus(order.id(), new StatusId("shipped"), ANNA);
        return effect(order, EffectKind.STATUS);
    }

    @Test
    void waitsForATrackingNumberStillUntold() {
        Order order = shipWithTrackingPutOff();

        assertThat(shipped(order).behind())
                .containsExactly(effect(order, EffectKind.TRACKING).key());
        hub.effects().runDue();
        assertThat(shop.channel.statuses()).isEmpty();
        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();
        assertThat(shop.channel.statuses()).hasSize(1);
    }

    @Test
    void doesNotWaitForOneThatIsTold() {
        assertThat(shipped(ship()).behind()).isEmpty();
    }

    @Test
    void doesNotWaitForOneThatIsNotWanted() {
        Order order = shipWithTrackingPutOff();
        hub.effects().cancel(effect(order, EffectKind.TRACKING).key(), "typed in by hand", ANNA);

        assertThat(shipped(order).behind()).isEmpty();
    }
}
