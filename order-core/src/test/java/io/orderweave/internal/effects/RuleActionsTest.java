package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusIntent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules do beyond statuses, documents and parcels. */
class RuleActionsTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private static Rule on(String button, Action... actions) {
        return TestShop.rule(button, new Trigger.Manual(button), actions);
    }

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(1, rules)));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static void press(OrderHub hub, Order order, String button) {
        hub.orders().raise(order.id(), button, ANNA);
        hub.effects().runDue();
    }

    private static List<Effect> effects(OrderHub hub, Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(effect -> effect.key().kind().equals(kind))
                .toList();
    }

    private static Shipment shipment(OrderHub hub, Order order) {
        return hub.shipments().of(order.id()).get(0);
    }

    @Test
    void aShipmentThatHasNotLeftIsTakenBackAndItsPiecesAreFree() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");

        press(hub, order, "stop");

        assertThat(shop.courier.cancelled()).containsExactly("C1");
        assertThat(shipment(hub, order).status()).isEqualTo(TrackingStatus.CANCELLED);
        assertThat(Cover.unshipped(TestShop.order(hub, "A1")).values()).containsExactly(2, 1);
    }

    @Test
    void aParcelAnnouncedWhileItsOrderWasCancelledIsTakenBackByARuleOnIt() {
        OrderHub hub = hub(
                on("ship", TestShop.ship()),
                TestShop.rule(
                        "take-back",
                        "shipment.created",
                        Field.PHASE.isOneOf(Phase.CANCELLED),
                        new Action.CancelShipments()));
        shop.courier.confirmsLater();
        Order order = imported(hub);
        press(hub, order, "ship");

        hub.orders().cancel(order.id(), "by phone", ANNA);
        shop.clock.advance(Duration.ofSeconds(5));
        hub.effects().runDue();

        assertThat(shop.courier.cancelled()).containsExactly("C1");
        assertThat(shipment(hub, order).isLive()).isFalse();
    }

    @Test
    void aLostAnswerToACancellationIsAskedForAgain() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");
        shop.courier.loseNextCancelAnswer(FakeChannel.lost());

        press(hub, order, "stop");
        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();

        assertThat(shop.courier.cancelled()).containsExactly("C1");
        assertThat(shipment(hub, order).status()).isEqualTo(TrackingStatus.CANCELLED);
    }

    @Test
    void whatTheCourierToldOfACancellationFirstIsNotCountedTwice() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");
        shop.courier.loseNextCancelAnswer(FakeChannel.lost());
        press(hub, order, "stop");
        shop.courier.scan("T-C1", TrackingStatus.CANCELLED, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        shop.clock.advance(Duration.ofMinutes(1));

        hub.effects().runDue();

        assertThat(effects(hub, order, EffectKind.SHIPMENT_CANCEL))
                .singleElement()
                .satisfies(effect -> assertThat(effect.state()).isEqualTo(EffectState.CANCELLED));
        assertThat(Cover.unshipped(TestShop.order(hub, "A1")).values()).containsExactly(2, 1);
    }

    @Test
    void aParcelThatHasLeftIsNotAskedBack() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");
        shop.courier.scan("T-C1", TrackingStatus.PICKED_UP, shop.clock.instant());
        hub.pull(TestShop.COURIER);

        press(hub, order, "stop");

        assertThat(effects(hub, order, EffectKind.SHIPMENT_CANCEL)).isEmpty();
    }

    @Test
    void aRefusedCancellationKeepsTheShipmentAndSaysWhy() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");
        shop.courier.refuseToCancel("confirmed already");

        press(hub, order, "stop");

        assertThat(effects(hub, order, EffectKind.SHIPMENT_CANCEL))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.state()).isEqualTo(EffectState.REJECTED);
                    assertThat(effect.reason()).contains("confirmed already");
                });
        assertThat(shipment(hub, order).isLive()).isTrue();
    }

    @Test
    void aCourierWithoutCancellationLeavesItToAPerson() {
        OrderHub hub = hub(on("ship", TestShop.ship()), on("stop", new Action.CancelShipments()));
        Order order = imported(hub);
        press(hub, order, "ship");
        shop.courier.cancelsNothing();

        press(hub, order, "stop");

        assertThat(effects(hub, order, EffectKind.SHIPMENT_CANCEL)
                        .get(0)
                        .reason()
                        .orElseThrow())
                .contains("cancels nothing by its interface");
    }

    @Test
    void aStatusIsToldTheChannelWithoutBeingMapped() {
        OrderHub hub = hub(on("tell", new Action.PublishStatus(StatusIntent.PROCESSING)));
        Order order = imported(hub);

        press(hub, order, "tell");

        assertThat(shop.channel.statuses())
                .singleElement()
                .satisfies(update -> assertThat(update.intent()).isEqualTo(StatusIntent.PROCESSING));
    }

    @Test
    void aRaisedEventFiresTheRulesThatWaitForItOncePerCause() {
        OrderHub hub = hub(
                on("scan", new Action.Raise("packed")),
                on("packed", new Action.AddTag("packed"), new Action.Raise("scan")),
                TestShop.rule("counts", new Trigger.Manual("packed"), new Action.AddNote("n", Note.Audience.INTERNAL)));
        Order order = imported(hub);

        press(hub, order, "scan");

        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("packed");
        assertThat(TestShop.order(hub, "A1").notes()).hasSize(1);
        assertThat(hub.journal().decisions(Subject.of(order.id())).stream()
                        .flatMap(decision -> decision.fired().stream())
                        .map(outcome -> outcome.rule().value()))
                .containsExactly("scan", "packed", "counts");
    }

    @Test
    void aChainLongerThanAPersonMeansHoldsTheOrder() {
        Rule[] chain = new Rule[150];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = on("step-" + i, new Action.Raise("step-" + (i + 1)));
        }
        OrderHub hub = hub(chain);
        Order order = imported(hub);

        press(hub, order, "step-0");

        assertThat(TestShop.order(hub, "A1").hold("rule-fault"))
                .hasValueSatisfying(
                        hold -> assertThat(hold.reason()).isEqualTo("rule step-100: a chain of more than 100 rules"));
        assertThat(hub.journal().decisions(Subject.of(order.id()))).hasSize(101);
    }

    @Test
    void aCancelledTimerDoesNotElapse() {
        OrderHub hub = hub(
                on(
                        "start",
                        new Action.StartTimer("remind", Duration.ofDays(1)),
                        new Action.StartTimer("other", Duration.ofDays(1))),
                on("stop", new Action.CancelTimer("remind")),
                TestShop.rule("elapsed", new Trigger.TimerElapsed("remind"), new Action.AddTag("reminded")),
                TestShop.rule("other", new Trigger.TimerElapsed("other"), new Action.AddTag("other")));
        Order order = imported(hub);
        press(hub, order, "start");

        press(hub, order, "stop");
        shop.clock.advance(Duration.ofDays(1));
        hub.effects().runDue();

        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("other");
        assertThat(effects(hub, order, EffectKind.TIMER))
                .extracting(Effect::state)
                .containsExactlyInAnyOrder(EffectState.CANCELLED, EffectState.DONE);
    }

    @Test
    void creditNotesAreNumberedByTheSeriesTheRuleChose() {
        var seller = Seller.builder()
                .from(TestShop.seller())
                .addSeries(NumberSeries.builder()
                        .id(new SeriesId("special"))
                        .kind(DocumentKind.CREDIT_NOTE)
                        .mask("SP{YYYY}6{NNNN}")
                        .build())
                .build();
        OrderHub hub = shop.open(builder -> builder.seller(seller)
                .rules(RuleSet.of(
                        1,
                        on("bill", FiscalShop.issue(DocumentKind.INVOICE)),
                        on("credit", new Action.CreditDocuments("cancelled", Optional.of(new SeriesId("special")))))));
        Order order = imported(hub);
        press(hub, order, "bill");

        press(hub, order, "credit");

        assertThat(hub.documents().chain(order.id()).live(DocumentKind.INVOICE)).isEmpty();
        assertThat(hub.documents().of(order.id())).extracting(it -> it.number()).contains("SP202660001");
    }

    @Test
    void aCouriersMilestoneSetsTheStatusOfItsTableAndTheChannelIsTold() {
        OrderHub hub = shop.open(builder -> builder.mappings(TestShop.mapping(TestShop.statusMap())
                        .putCourierStatusMap(
                                TestShop.COURIER,
                                new CourierStatusMap(Map.of(
                                        Milestone.DISPATCHED, new StatusId("shipped"),
                                        Milestone.DELIVERED, new StatusId("delivered"))))
                        .build())
                .rules(RuleSet.of(1, on("ship", TestShop.ship()))));
        Order order = imported(hub);
        press(hub, order, "ship");

        shop.courier.scan("T-C1", TrackingStatus.IN_TRANSIT, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();

        assertThat(TestShop.order(hub, "A1").status()).isEqualTo(new StatusId("shipped"));
        assertThat(shop.channel.statuses())
                .singleElement()
                .satisfies(update -> assertThat(update.intent()).isEqualTo(StatusIntent.SHIPPED));
    }

    @Test
    void aMilestoneLeadsNoOrderBack() {
        OrderHub hub = shop.open(builder -> builder.mappings(TestShop.mapping(TestShop.statusMap())
                        .putCourierStatusMap(
                                TestShop.COURIER,
                                new CourierStatusMap(Map.of(Milestone.DISPATCHED, new StatusId("shipped"))))
                        .build())
                .rules(RuleSet.of(1, on("ship", TestShop.ship()))));
        Order order = imported(hub);
        press(hub, order, "ship");
        hub.orders().setStatus(order.id(), new StatusId("delivered"), ANNA);

        shop.courier.scan("T-C1", TrackingStatus.IN_TRANSIT, shop.clock.instant());
        hub.pull(TestShop.COURIER);

        assertThat(TestShop.order(hub, "A1").status()).isEqualTo(new StatusId("delivered"));
    }
}
