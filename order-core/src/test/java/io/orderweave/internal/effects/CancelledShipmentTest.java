package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What still waits for a shipment that the courier tells to be cancelled is not done any more. */
class CancelledShipmentTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule("ship", "order.tag-added", Condition.always(), TestShop.ship()),
            TestShop.rule("tracking", "shipment.created", Condition.always(), new Action.PublishTracking()))));

    private Order shipped() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");
        hub.orders().addTag(order.id(), "ship", ANNA);
        hub.effects().runDue();
        return order;
    }

    private Effect afterItsCancelling(Order order, EffectKind kind) {
        shop.courier.scan("T-C1", TrackingStatus.CANCELLED, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        shop.clock.advance(Duration.ofHours(1));
        hub.effects().runDue();
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Shipment shipment(Order order) {
        return hub.shipments().of(order.id()).get(0);
    }

    @Test
    void itsLabelIsNotFetched() {
        shop.courier.failNextLabel(FakeChannel.refused(FaultCategory.TRANSIENT));
        Order order = shipped();

        Effect label = afterItsCancelling(order, EffectKind.LABEL);

        assertThat(label.state()).isEqualTo(EffectState.CANCELLED);
        assertThat(label.reason()).contains("shipment " + shipment(order).id() + " is cancelled");
        assertThat(shipment(order).label()).isEmpty();
    }

    @Test
    void ofACancelledOrderTheNumberOfAParcelThatHasNotLeftIsNotTold() {
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        Order order = shipped();

        hub.orders().cancel(order.id(), "by phone", ANNA);
        shop.clock.advance(Duration.ofHours(1));
        hub.effects().runDue();

        assertThat(hub.effects().of(Subject.of(order.id())))
                .filteredOn(effect -> effect.key().kind().equals(EffectKind.TRACKING))
                .singleElement()
                .satisfies(effect -> assertThat(effect.state()).isEqualTo(EffectState.CANCELLED));
        assertThat(shop.channel.tracking()).isEmpty();
    }

    @Test
    void itsTrackingNumberIsNotTold() {
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        Order order = shipped();

        Effect tracking = afterItsCancelling(order, EffectKind.TRACKING);

        assertThat(tracking.state()).isEqualTo(EffectState.CANCELLED);
        assertThat(tracking.reason()).contains("shipment " + shipment(order).id() + " is cancelled");
        assertThat(shop.channel.tracking()).isEmpty();
    }
}
