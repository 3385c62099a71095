package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.StatusId;
import io.orderweave.intake.PullReport;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackingPullTest {

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open();

    @Test
    void recordsEachMilestoneOnce() {
        ship(ChannelOrders.paid("A1"));
        scan(1, TrackingStatus.PICKED_UP);
        scan(2, TrackingStatus.DELIVERED);

        assertThat(hub.pull(TestShop.COURIER)).isEqualTo(new PullReport(true, 0, 0, 0, 0, 0, 1));
        assertThat(hub.pull(TestShop.COURIER).tracking()).isZero();

        assertThat(order().axes().shipping()).isEqualTo(Axes.ShippingState.DELIVERED);
        assertThat(order().progress().line(new LineId("A1-l1")).shipped()).isEqualTo(2);
        assertThat(events())
                .filteredOn(ShipmentEvent.TrackingChanged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void countsPiecesAsShippedOnceHoweverOftenTheParcelRests() {
        ship(ChannelOrders.paid("A1"));
        int hour = 1;
        for (TrackingStatus status : List.of(
                TrackingStatus.PICKED_UP,
                TrackingStatus.ON_HOLD,
                TrackingStatus.IN_TRANSIT,
                TrackingStatus.ON_HOLD,
                TrackingStatus.OUT_FOR_DELIVERY)) {
            scan(hour++, status);
            hub.pull(TestShop.COURIER);
        }

        assertThat(order().progress().line(new LineId("A1-l1")).shipped()).isEqualTo(2);
        assertThat(order().axes().shipping()).isEqualTo(Axes.ShippingState.SHIPPED);
    }

    @Test
    void staysShippedWhileTheParcelRests() {
        ship(ChannelOrders.paid("A1"));
        scan(1, TrackingStatus.PICKED_UP);
        scan(2, TrackingStatus.ON_HOLD);

        hub.pull(TestShop.COURIER);

        assertThat(order().axes().shipping()).isEqualTo(Axes.ShippingState.SHIPPED);
    }

    @Test
    void collectsCashOnDeliveryOnceAndOnlyOnDelivery() {
        ship(ChannelOrders.onDelivery("A1"));
        scan(1, TrackingStatus.OUT_FOR_DELIVERY);
        hub.pull(TestShop.COURIER);
        assertThat(order().axes().payment()).isEqualTo(Axes.PaymentState.UNPAID);

        scan(2, TrackingStatus.DELIVERED);
        hub.pull(TestShop.COURIER);
        scan(3, TrackingStatus.RETURNED);
        hub.pull(TestShop.COURIER);

        assertThat(order().progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.payments().of(order().id()))
                .singleElement()
                .satisfies(payment -> assertThat(payment.source()).isEqualTo(Payment.Source.COURIER));
        assertThat(events())
                .filteredOn(PaymentEvent.PaymentReceived.class::isInstance)
                .hasSize(1);
        assertThat(order().status()).isEqualTo(new StatusId("delivered"));
    }

    @Test
    void asksForMoreShipmentsThanOneCallTakes() {
        for (int i = 1; i <= 12; i++) {
            shop.channel.tell(ChannelOrders.paid("B" + i).build());
        }
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        for (int i = 1; i <= 12; i++) {
            shop.courier.scan("T-C" + i, TrackingStatus.PICKED_UP, at(1));
        }

        assertThat(hub.pull(TestShop.COURIER).tracking()).isEqualTo(12);
        assertThat(shop.courier.trackingCalls()).isEqualTo(2);
    }

    @Test
    void goesOnWithOtherParcelsWhenOneCannotBeSaved() {
        TestShop other = new TestShop();
        OrderHub failing = other.open(builder -> builder.listener(change -> {
            if (change.after().number().equals("B1")
                    && change.events().stream().anyMatch(ShipmentEvent.TrackingChanged.class::isInstance)) {
                throw new IllegalStateException("host table says no");
            }
        }));
        for (int i = 1; i <= 3; i++) {
            other.channel.tell(ChannelOrders.paid("B" + i).build());
        }
        failing.pull(TestShop.CHANNEL);
        failing.effects().runDue();
        for (int i = 1; i <= 3; i++) {
            other.courier.scan("T-C" + i, TrackingStatus.PICKED_UP, at(1));
        }

        assertThatThrownBy(() -> failing.pull(TestShop.COURIER)).hasMessage("host table says no");

        assertThat(TestShop.order(failing, "B1").axes().shipping()).isEqualTo(Axes.ShippingState.NOT_SHIPPED);
        assertThat(TestShop.order(failing, "B2").axes().shipping()).isEqualTo(Axes.ShippingState.SHIPPED);
        assertThat(TestShop.order(failing, "B3").axes().shipping()).isEqualTo(Axes.ShippingState.SHIPPED);
    }

    @Test
    void stopsAskingAfterTheParcelsWayHasEnded() {
        ship(ChannelOrders.paid("A1"));
        scan(1, TrackingStatus.DELIVERED);
        hub.pull(TestShop.COURIER);
        int calls = shop.courier.trackingCalls();

        hub.pull(TestShop.COURIER);

        assertThat(shop.courier.trackingCalls()).isEqualTo(calls);
    }

    @Test
    void aParcelTakenBackWhileTheCourierAnswersStaysCancelled() {
        TestShop other = new TestShop();
        OrderHub rules = other.open(builder -> builder.rules(RuleSet.of(
                1,
                TestShop.rule("ship", new Trigger.Manual("ship"), TestShop.ship()),
                TestShop.rule("stop", new Trigger.Manual("stop"), new Action.CancelShipments()))));
        other.channel.tell(ChannelOrders.paid("A1").build());
        rules.pull(TestShop.CHANNEL);
        Order order = TestShop.order(rules, "A1");
        raise(rules, order, "ship");
        other.courier.scan("T-C1", TrackingStatus.ON_HOLD, other.clock.instant());
        other.courier.whileTracked(() -> raise(rules, order, "stop"));

        rules.pull(TestShop.COURIER);

        assertThat(rules.shipments().of(order.id()))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.status()).isEqualTo(TrackingStatus.CANCELLED));
        assertThat(TestShop.order(rules, "A1").progress().lines().values())
                .as("nothing is covered")
                .allMatch(line -> line.covered() == 0);
    }

    private static void raise(OrderHub rules, Order order, String button) {
        rules.orders().raise(order.id(), button, Actor.operator("anna"));
        rules.effects().runDue();
    }

    private void ship(io.orderweave.connector.ChannelOrder.Builder order) {
        shop.channel.tell(order.build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        assertThat(shop.courier.created()).hasSize(1);
    }

    private void scan(int hour, TrackingStatus status) {
        shop.courier.scan("T-C1", status, at(hour));
    }

    private Instant at(int hour) {
        return shop.clock.instant().plusSeconds(3_600L * hour);
    }

    private Order order() {
        return TestShop.order(hub, "A1");
    }

    private List<Event> events() {
        return hub.journal().history(Subject.of(order().id()), 1, 1_000).stream()
                .map(entry -> entry.event().orElseThrow())
                .toList();
    }
}
