package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.money.Money;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.order.PickupPoint;
import io.orderweave.party.Party;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Shipment;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shipments of what nothing covers yet, announced once. */
class ShippingTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule("ship", "order.tag-added", Condition.always(), TestShop.ship()),
            TestShop.rule(
                    "tracking",
                    "shipment.label-stored",
                    Condition.always(),
                    new io.orderweave.rule.Action.PublishTracking()))));

    private Order imported(io.orderweave.connector.ChannelOrder.Builder told) {
        shop.channel.tell(told.build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private void ship(Order order) {
        hub.orders().addTag(order.id(), "ship", ANNA);
        hub.effects().runDue();
    }

    private Effect effect(Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private ShipmentRequest sent() {
        assertThat(shop.courier.created()).hasSize(1);
        return shop.courier.created().get(0);
    }

    @Test
    void collectsTheOpenAmountOnDelivery() {
        Order order = imported(ChannelOrders.onDelivery("A1"));
        hub.payments().record(order.id(), Money.of("20.00", "PLN"), ANNA);

        ship(order);

        assertThat(sent().collectOnDelivery()).contains(Money.of("100.00", "PLN"));
        assertThat(sent().value()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.shipments().of(order.id()).get(0).collectOnDelivery()).contains(Money.of("100.00", "PLN"));
    }

    @Test
    void collectsNothingForAPrepaidOrderOrOneThatIsPaid() {
        ship(imported(ChannelOrders.unpaid("A1")));
        assertThat(sent().collectOnDelivery()).isEmpty();

        TestShop other = new TestShop();
        OrderHub paidOnDelivery = other.open();
        other.channel.tell(ChannelOrders.onDelivery("A1")
                .addPayment(ChannelOrders.payment("A1", "120.00"))
                .build());
        paidOnDelivery.pull(TestShop.CHANNEL);
        paidOnDelivery.effects().runDue();
        assertThat(other.courier.created())
                .singleElement()
                .satisfies(it -> assertThat(it.collectOnDelivery()).isEmpty());
    }

    private static NewOrder byHand(String number) {
        Order like = TestOrders.rich();
        return NewOrder.builder()
                .number(number)
                .seller(new SellerId("shop"))
                .currency(like.currency())
                .lines(like.lines())
                .buyer(like.buyer())
                .delivery(like.delivery())
                .payment(like.payment())
                .build();
    }

    @Test
    void ordersPlacedInTheSameMomentHaveReferencesOfTheirOwn() {
        List<OrderId> placed = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> hub.orders().place(byHand("H" + i), ANNA).id())
                .toList();

        placed.forEach(id -> hub.orders().addTag(id, "ship", ANNA));
        hub.effects().runDue();

        assertThat(shop.courier.created())
                .extracting(ShipmentRequest::reference)
                .hasSize(300)
                .doesNotHaveDuplicates();
    }

    @Test
    void coversTheLinesItHoldsAndStoresItsLabel() {
        Order order = imported(ChannelOrders.paid("A1"));

        ship(order);

        Shipment shipment = hub.shipments().of(order.id()).get(0);
        assertThat(shipment.lines()).isEqualTo(java.util.Map.of(new LineId("A1-l1"), 2, new LineId("A1-l2"), 1));
        assertThat(shipment.trackingNumber()).isEqualTo("T-C1");
        assertThat(shipment.courierShipmentId()).isEqualTo("C1");
        assertThat(shipment.labelType()).contains("application/pdf");
        assertThat(shipment.label()).isPresent();
        assertThat(shipment.destination()).isInstanceOf(Destination.ToAddress.class);
        assertThat(hub.orders()
                        .find(order.id())
                        .orElseThrow()
                        .progress()
                        .line(new LineId("A1-l1"))
                        .covered())
                .isEqualTo(2);
        assertThat(shop.channel.tracking())
                .singleElement()
                .satisfies(update ->
                        assertThat(update.lines()).as("the whole order").isEmpty());
    }

    @Test
    void theReferenceFollowsTheArmingSoThatEachIsAnotherShipmentToTheCourier() {
        shop.courier.answerNext(new CreateAnswer.Rejected(List.of("no such street", "no such town")));
        Order order = imported(ChannelOrders.paid("A1"));
        ship(order);
        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.REJECTED);
        assertThat(effect(order, EffectKind.SHIPMENT).reason()).contains("no such street; no such town");

        hub.effects().rearm(effect(order, EffectKind.SHIPMENT).key(), ANNA);
        hub.effects().runDue();

        assertThat(sent().reference()).isEqualTo(order.id().value().substring(6) + "-2");
    }

    @Test
    void goesToThePickupPointWhereThereIsOne() {
        ship(imported(ChannelOrders.paid("A1")
                .delivery(Delivery.builder()
                        .recipient(TestOrders.buyer())
                        .pickupPoint(PickupPoint.builder()
                                .id("LOD01A")
                                .name("Locker")
                                .build())
                        .build())));

        assertThat(sent().destination()).isInstanceOf(Destination.ToPoint.class);
    }

    @Test
    void withoutADestinationItIsRefused() {
        Order order =
                imported(ChannelOrders.paid("A1").delivery(Delivery.builder().build()));
        ship(order);

        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.REJECTED);
        assertThat(effect(order, EffectKind.SHIPMENT).reason().orElseThrow()).contains("neither a delivery address");
        assertThat(shop.courier.created()).isEmpty();
    }

    @Test
    void aPickupPointWithoutARecipientIsRefused() {
        Order order = imported(ChannelOrders.paid("A1")
                .delivery(Delivery.builder()
                        .pickupPoint(PickupPoint.builder()
                                .id("LOD01A")
                                .name("Locker")
                                .build())
                        .build()));
        ship(order);

        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.courier.created()).isEmpty();
    }

    @Test
    void aRecipientWithoutAnAddressIsRefused() {
        Order order = imported(ChannelOrders.paid("A1")
                .delivery(Delivery.builder()
                        .recipient(Party.builder().personName("Jan Przykładowy").build())
                        .build()));
        ship(order);

        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.courier.created()).isEmpty();
    }

    @Test
    void aCancelledOrderIsNotShipped() {
        Order order = imported(ChannelOrders.paid("A1"));
        hub.orders().addTag(order.id(), "ship", ANNA);
        hub.orders().cancel(order.id(), "by phone", ANNA);
        hub.effects().runDue();

        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.CANCELLED);
        assertThat(effect(order, EffectKind.SHIPMENT).reason()).contains("order " + order.id() + " is cancelled");
        assertThat(shop.courier.created()).isEmpty();
    }

    @Test
    void aCourierThatCannotBeSearchedLeavesDoubtToAPersonWhoGivesBothNumbers() {
        shop.courier.notSearchable();
        shop.courier.loseNextAnswer(FakeChannel.lost());
        Order order = imported(ChannelOrders.paid("A1"));
        ship(order);
        EffectKey key = effect(order, EffectKind.SHIPMENT).key();
        shop.clock.advance(Duration.ofDays(1));
        hub.effects().runDue();
        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.IN_DOUBT);
        assertThat(effect(order, EffectKind.SHIPMENT).due())
                .as("nothing looks at it but a person")
                .isEmpty();

        for (String unclear : List.of("  ", "C1", "a b c")) {
            assertThatThrownBy(() -> hub.effects().resolveAsDone(key, unclear, ANNA))
                    .hasMessageContaining(
                            "does not tell what happened; expected is the courier's shipment id, a space and");
        }
        hub.effects().resolveAsDone(key, " C1  T-99 ", ANNA);
        hub.effects().runDue();

        assertThat(hub.shipments().of(order.id())).singleElement().satisfies(shipment -> {
            assertThat(shipment.courierShipmentId()).isEqualTo("C1");
            assertThat(shipment.trackingNumber()).isEqualTo("T-99");
        });
        assertThat(shop.courier.created()).hasSize(1);
    }

    @Test
    void anAcceptedShipmentIsAskedAfter() {
        shop.courier.confirmsLater();
        Order order = imported(ChannelOrders.paid("A1"));
        ship(order);
        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.ACCEPTED);

        shop.clock.advance(Duration.ofSeconds(5));
        hub.effects().runDue();

        assertThat(hub.shipments().of(order.id())).hasSize(1);
        assertThat(shop.courier.created()).hasSize(1);
    }

    @Test
    void aShipmentFoundByItsReferenceIsAskedForItsTrackingNumber() {
        shop.courier.findsFinished();
        shop.courier.loseNextAnswer(FakeChannel.lost());
        Order order = imported(ChannelOrders.paid("A1"));
        ship(order);
        assertThat(effect(order, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.IN_DOUBT);

        shop.clock.advance(Duration.ofSeconds(1));
        hub.effects().runDue();

        assertThat(hub.shipments().of(order.id())).singleElement().satisfies(shipment -> {
            assertThat(shipment.courierShipmentId()).isEqualTo("C1");
            assertThat(shipment.trackingNumber()).isEqualTo("T-C1");
        });
        assertThat(shop.courier.created()).hasSize(1);
    }

    @Test
    void aTrackingNumberWhoseAnswerWasLostIsLookedUp() {
        Order order = imported(ChannelOrders.paid("A1"));
        shop.channel.loseNextAnswer(FakeChannel.lost());
        ship(order);
        assertThat(effect(order, EffectKind.TRACKING).state()).isEqualTo(EffectState.IN_DOUBT);

        shop.clock.advance(Duration.ofSeconds(1));
        hub.effects().runDue();

        assertThat(effect(order, EffectKind.TRACKING).state()).isEqualTo(EffectState.DONE);
        assertThat(effect(order, EffectKind.TRACKING).reference()).contains("T-C1");
        assertThat(shop.channel.tracking()).hasSize(1);
    }

    @Test
    void aPersonMayResolveATrackingNumberInDoubt() {
        Order order = imported(ChannelOrders.paid("A1"));
        shop.channel.loseNextAnswer(FakeChannel.lost());
        ship(order);
        EffectKey key = effect(order, EffectKind.TRACKING).key();

        hub.effects().resolveAsDone(key, "seen in the panel", ANNA);
        hub.effects().runDue();

        assertThat(effect(order, EffectKind.TRACKING).state()).isEqualTo(EffectState.DONE);
        assertThat(effect(order, EffectKind.TRACKING).reference()).isEqualTo(Optional.of("seen in the panel"));
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100))
                .anySatisfy(entry -> assertThat(entry.name().name()).isEqualTo("shipment.tracking-published"));
    }
}
