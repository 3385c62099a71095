package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each moment fires its rule when it comes, and not when another one does. The rule marks the order. */
class RuleTriggersTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub hub(Trigger trigger) {
        return shop.open(builder -> builder.rules(RuleSet.of(
                1,
                TestShop.rule("marks", trigger, new Action.AddTag("marked")),
                TestShop.rule("ships", "order.tag-added", Field.TAGS.hasAnyOf("ship"), TestShop.ship()))));
    }

    private OrderId imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1").id();
    }

    private static boolean isMarked(OrderHub hub, OrderId order) {
        return hub.orders().find(order).orElseThrow().tags().contains("marked");
    }

    private static void setStatus(OrderHub hub, OrderId order, String status) {
        hub.orders().setStatus(order, new StatusId(status), ANNA);
    }

    @Test
    void anImportedOrderIsOneAndAPlacedOneIsNot() {
        OrderHub hub = hub(Trigger.on("order.imported"));

        assertThat(isMarked(hub, imported(hub))).isTrue();
        assertThat(hub.orders()
                        .place(
                                FiscalShop.wanted("B1")
                                        .addLines(TestOrders.line("l1", 1, "5.00"))
                                        .build(),
                                ANNA)
                        .tags())
                .isEmpty();
    }

    @Test
    void aPlacedOrderIsOneAndAnImportedOneIsNot() {
        OrderHub hub = hub(Trigger.on("order.placed"));

        assertThat(isMarked(hub, imported(hub))).isFalse();
        assertThat(hub.orders()
                        .place(
                                FiscalShop.wanted("B1")
                                        .addLines(TestOrders.line("l1", 1, "5.00"))
                                        .build(),
                                ANNA)
                        .tags())
                .containsExactly("marked");
    }

    @Test
    void aChangeByTheChannelIsOfThePartThatChanged() {
        OrderHub hub = hub(new Trigger.ChannelChanged("buyer"));
        OrderId order = imported(hub);

        shop.channel.tell(
                ChannelOrders.unpaid("A1").total(Money.of("121.00", "PLN")).build());
        hub.pull(TestShop.CHANNEL);
        assertThat(isMarked(hub, order)).isFalse();
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .total(Money.of("121.00", "PLN"))
                .buyer(Party.builder().personName("Ewa Inna").build())
                .build());
        hub.pull(TestShop.CHANNEL);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aStatusIsEnteredByAChange() {
        OrderHub hub = hub(new Trigger.StatusEntered(new StatusId("packing")));
        OrderId order = imported(hub);

        setStatus(hub, order, "paid");
        assertThat(isMarked(hub, order)).isFalse();
        setStatus(hub, order, "packing");

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aNewOrderEntersItsFirstStatus() {
        OrderHub hub = hub(new Trigger.StatusEntered(new StatusId("new")));

        assertThat(isMarked(hub, imported(hub))).isTrue();
    }

    @Test
    void aStatusIsLeftForAnother() {
        OrderHub hub = hub(new Trigger.StatusLeft(new StatusId("paid")));
        OrderId order = imported(hub);

        setStatus(hub, order, "paid");
        assertThat(isMarked(hub, order)).isFalse();
        setStatus(hub, order, "packing");

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aPaymentIsPartialUntilAllIsPaid() {
        OrderHub hub = hub(new Trigger.PaymentReceived(Axes.PaymentState.PAID));
        OrderId order = imported(hub);

        hub.payments().record(order, Money.of("20.00", "PLN"), ANNA);
        assertThat(isMarked(hub, order)).isFalse();
        hub.payments().record(order, Money.of("100.00", "PLN"), ANNA);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aPartialPaymentIsNotTheWhole() {
        OrderHub hub = hub(new Trigger.PaymentReceived(Axes.PaymentState.PARTIALLY_PAID));
        OrderId order = imported(hub);

        hub.payments().record(order, Money.of("20.00", "PLN"), ANNA);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void anIssuedDocumentIsOfItsKind() {
        OrderHub hub = hub(new Trigger.DocumentIssued(DocumentKind.INVOICE));
        OrderId order = imported(hub);

        hub.documents().issue(order, DocumentKind.PROFORMA, ANNA);
        hub.effects().runDue();
        assertThat(isMarked(hub, order)).isFalse();
        hub.documents().issue(order, DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();

        assertThat(isMarked(hub, order)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aParcelReachesAMilestoneOnce(Milestone milestone) {
        OrderHub hub = hub(new Trigger.ShipmentMilestone(milestone));
        OrderId order = imported(hub);
        hub.orders().addTag(order, "ship", ANNA);
        hub.effects().runDue();
        String parcel = hub.shipments().of(order).get(0).trackingNumber();

        way(milestone).forEach(status -> {
            assertThat(isMarked(hub, order)).as("before " + status).isFalse();
            shop.clock.advance(Duration.ofMinutes(1));
            shop.courier.scan(parcel, status, shop.clock.instant());
            hub.pull(TestShop.COURIER);
        });
        assertThat(isMarked(hub, order)).isTrue();

        hub.orders().removeTag(order, "marked", ANNA);
        hub.pull(TestShop.COURIER);
        assertThat(isMarked(hub, order)).as("told once").isFalse();
    }

    /** The scans up to the milestone. */
    private static Stream<TrackingStatus> way(Milestone milestone) {
        return switch (milestone) {
            case DISPATCHED -> Stream.of(TrackingStatus.ON_HOLD, TrackingStatus.IN_TRANSIT);
            case READY_FOR_COLLECTION -> Stream.of(TrackingStatus.IN_TRANSIT, TrackingStatus.READY_FOR_COLLECTION);
            case DELIVERED -> Stream.of(TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.DELIVERED);
            case DELIVERY_FAILED -> Stream.of(TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.DELIVERY_FAILED);
            case RETURNED -> Stream.of(TrackingStatus.RETURNING, TrackingStatus.RETURNED);
            case LOST_OR_DESTROYED -> Stream.of(TrackingStatus.IN_TRANSIT, TrackingStatus.LOST_OR_DESTROYED);
        };
    }

    @Test
    void aCancellationIsOne() {
        OrderHub hub = hub(Trigger.on("order.cancelled"));
        OrderId order = imported(hub);

        hub.orders().cancel(order, "by phone", ANNA);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aTagIsThatTag() {
        OrderHub hub = hub(new Trigger.TagAdded("vip"));
        OrderId order = imported(hub);

        hub.orders().addTag(order, "gift", ANNA);
        assertThat(isMarked(hub, order)).isFalse();
        hub.orders().addTag(order, "vip", ANNA);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aNoteIsForItsReaders() {
        OrderHub hub = hub(new Trigger.NoteAdded(Note.Audience.AI_ASSISTANT));
        OrderId order = imported(hub);

        hub.orders().addNote(order, "call", Note.Audience.INTERNAL, ANNA);
        assertThat(isMarked(hub, order)).isFalse();
        hub.orders().addNote(order, "answer politely", Note.Audience.AI_ASSISTANT, ANNA);

        assertThat(isMarked(hub, order)).isTrue();
    }

    @Test
    void aButtonIsTheOneOfThatName() {
        OrderHub hub = hub(new Trigger.Manual("print-label"));
        OrderId order = imported(hub);

        hub.orders().raise(order, "call-customer", ANNA);
        assertThat(isMarked(hub, order)).isFalse();
        Order raised = hub.orders().raise(order, "print-label", ANNA);

        assertThat(raised.tags()).containsExactly("marked");
    }
}
