package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Subject;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderHubTest {

    private final TestShop shop = new TestShop();

    @Test
    void takesAPaidOrderFromImportToDelivery() {
        OrderHub hub = shop.open();
        shop.channel.tell(ChannelOrders.paid("A1").build());

        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        shop.courier.scan("T-C1", TrackingStatus.PICKED_UP, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();
        shop.courier.scan("T-C1", TrackingStatus.DELIVERED, shop.clock.instant().plusSeconds(60));
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();

        Order order = TestShop.order(hub, "A1");
        assertThat(order.status().value()).isEqualTo("delivered");
        assertThat(order.axes())
                .isEqualTo(new Axes(
                        Axes.PaymentState.PAID,
                        Axes.ShippingState.DELIVERED,
                        Axes.DocumentState.INVOICED,
                        Axes.ReturnState.NONE));
        assertThat(hub.documents().of(order.id()))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number()).isEqualTo("FV20260001"));
        assertThat(shop.channel.documents()).containsExactly("FV20260001");
        assertThat(shop.channel.tracking())
                .singleElement()
                .satisfies(update -> assertThat(update.trackingNumber()).isEqualTo("T-C1"));
        assertThat(shop.channel.statuses())
                .extracting(update -> update.intent().name())
                .containsExactly("PROCESSING", "SHIPPED");
        assertThat(shop.courier.created()).hasSize(1);
        assertThat(hub.effects().counts().keySet()).containsExactly(EffectState.DONE);
        assertThat(hub.journal()
                        .why(new EffectKey(Subject.of(order.id()), EffectKind.INVOICE, "final/1"))
                        .text())
                .contains("payment.received", "rule paid", "rule pack-paid", "payment.state is paid");
    }

    @Test
    void findsAShipmentWhoseAnswerWasLostInsteadOfAnnouncingItAgain() {
        OrderHub hub = shop.open();
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.courier.loseNextAnswer(FakeChannel.lost());

        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        assertThat(hub.effects().counts()).containsKey(EffectState.IN_DOUBT);
        shop.clock.advance(Duration.ofSeconds(2));
        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(1);
        assertThat(hub.effects().counts().keySet()).containsExactly(EffectState.DONE);
        assertThat(shop.channel.tracking()).hasSize(1);
    }

    @Test
    void goesOnWithAStoppedConnectionAsSoonAsItsProbeSucceeds() {
        OrderHub hub = shop.open();
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.AUTHORISATION));

        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        assertThat(hub.stopped(TestShop.CHANNEL)).isPresent();
        assertThat(shop.channel.statuses()).isEmpty();
        shop.clock.advance(Duration.ofSeconds(5));
        hub.effects().runDue();
        assertThat(shop.channel.statuses()).isEmpty();
        hub.probe(TestShop.CHANNEL);
        hub.effects().runDue();

        assertThat(hub.stopped(TestShop.CHANNEL)).isEmpty();
        assertThat(shop.channel.statuses()).hasSize(1);
        assertThat(shop.channel.tracking()).hasSize(1);
        assertThat(shop.courier.created()).hasSize(1);
    }
}
