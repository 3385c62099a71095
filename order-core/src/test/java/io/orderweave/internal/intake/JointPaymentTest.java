package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.intake.PullReport;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import org.junit.jupiter.api.Test;

/** A joint payment: one new order takes the place of two old ones, recognised by the channel's line ids. */
class JointPaymentTest {

    private final TestShop shop = new TestShop();
    private final FakeBank bank = new FakeBank();
    private final OrderHub hub = shop.open(builder -> builder.paymentSource(FakeBank.BANK, bank));

    @Test
    void closesTheOldOrdersAndPointsThemToTheNew() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        tellAndPull(ChannelOrders.unpaid("A2").build());

        PullReport report = tellAndPull(joint().build());

        Order joint = order("J");
        assertThat(report.imported()).isEqualTo(1);
        assertThat(joint.replaces())
                .containsExactlyInAnyOrder(order("A1").id(), order("A2").id());
        assertThat(order("A1").replacedBy()).contains(joint.id());
        assertThat(order("A1").phase()).isEqualTo(Phase.CANCELLED);
        assertThat(joint.phase()).isNotEqualTo(Phase.CANCELLED);
    }

    @Test
    void replacesOrdersOfTheSameBatch() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        tellAndPull(joint().build());

        assertThat(order("J").replaces()).hasSize(2);
        assertThat(order("A2").replacedBy()).contains(order("J").id());
    }

    @Test
    void carriesMoneyDocumentsAndShipmentsOverAndCoversNothingTwice() {
        tellAndPull(ChannelOrders.paid("A1").build());
        hub.effects().runDue();
        tellAndPull(ChannelOrders.unpaid("A2").build());
        int shipments = shop.courier.created().size();

        tellAndPull(joint().addPayment(ChannelOrders.payment("A1", "120.00")).build());

        Order joint = order("J");
        assertThat(joint.progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(joint.progress().line(new LineId("A1-l1")).invoiced()).isEqualTo(2);
        assertThat(joint.progress().line(new LineId("A1-l1")).covered()).isEqualTo(2);
        assertThat(joint.progress().line(new LineId("A2-l1")).invoiced()).isZero();
        assertThat(hub.documents().of(joint.id())).hasSize(1);
        assertThat(hub.shipments().of(joint.id())).hasSize(1);
        assertThat(hub.payments().of(joint.id())).hasSize(1);
        assertThat(hub.documents().of(order("A1").id())).isEmpty();
        assertThat(hub.shipments().of(order("A1").id())).isEmpty();
        assertThat(hub.payments().of(order("A1").id())).isEmpty();
        assertThat(shop.courier.created()).hasSize(shipments);
    }

    @Test
    void followsTheParcelOfAnOldOrderForTheNew() {
        tellAndPull(ChannelOrders.paid("A1").build());
        hub.effects().runDue();
        tellAndPull(joint().build());

        shop.courier.scan("T-C1", TrackingStatus.PICKED_UP, shop.clock.instant());
        hub.pull(TestShop.COURIER);

        assertThat(order("J").axes().shipping()).isEqualTo(Axes.ShippingState.PARTIALLY_SHIPPED);
    }

    @Test
    void findsTheNewOrderByTheProformaOfTheOld() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        hub.effects().runDue();
        String symbol = hub.documents().of(order("A1").id()).get(0).variableSymbol();
        tellAndPull(joint().build());

        bank.tell(FakeBank.transfer("t1").variableSymbol(symbol).build());
        hub.pull(FakeBank.BANK);

        assertThat(order("J").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(order("A1").progress().paid().isZero()).isTrue();
    }

    @Test
    void ignoresAReplacedOrderThatIsToldAgain() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        tellAndPull(joint().build());
        Order before = order("A1");

        PullReport report = tellAndPull(ChannelOrders.paid("A1").build());

        assertThat(report).isEqualTo(new PullReport(true, 0, 0, 1, 0, 0, 0));
        assertThat(order("A1")).isEqualTo(before);
        assertThat(order("J").progress().paid().isZero()).isTrue();
    }

    @Test
    void inheritsFromTheLastOfAChainOnly() {
        tellAndPull(ChannelOrders.paid("A1").build());
        tellAndPull(joint().build());

        tellAndPull(joint().externalId("K").number("K").build());

        assertThat(order("K").replaces()).containsExactly(order("J").id());
        assertThat(order("K").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(order("K").progress().line(new LineId("A1-l1")).invoiced())
                .isEqualTo(order("J").progress().line(new LineId("A1-l1")).invoiced());
    }

    @Test
    void sellsAgainWhatTheOldOrderHadCancelled() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        tellAndPull(ChannelOrders.unpaid("A1")
                .term("CANCELLED")
                .lifecycle(Lifecycle.CANCELLED)
                .build());

        tellAndPull(joint().build());

        assertThat(order("J").axes().shipping()).isEqualTo(Axes.ShippingState.NOT_SHIPPED);
        assertThat(order("J").progress().line(new LineId("A1-l1")).cancelled()).isZero();
    }

    @Test
    void plansNoEffectForTheClosedOrders() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        OrderId old = order("A1").id();
        int before = hub.effects().of(io.orderweave.event.Subject.of(old)).size();

        tellAndPull(joint().build());

        assertThat(hub.effects().of(io.orderweave.event.Subject.of(old)))
                .extracting(effect -> effect.key().kind())
                .hasSize(before);
    }

    @Test
    void recordsAPersonsPaymentOnTheNewOrder() {
        tellAndPull(ChannelOrders.unpaid("A1").build());
        tellAndPull(joint().build());

        hub.payments().record(order("J").id(), Money.of("240.00", "PLN"), Actor.operator("anna"));

        assertThat(order("J").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
    }

    private static ChannelOrder.Builder joint() {
        ChannelOrder.Builder joint = ChannelOrders.unpaid("J");
        joint.lines(java.util.List.of(
                        TestOrders.line("A1-l1", 2, "25.00"),
                        TestOrders.line("A1-l2", 1, "60.00"),
                        TestOrders.line("A2-l1", 2, "25.00"),
                        TestOrders.line("A2-l2", 1, "60.00")))
                .charges(java.util.List.of(TestOrders.delivery("20.00")))
                .total(Money.of("240.00", "PLN"));
        return joint;
    }

    private void tell(ChannelOrder order) {
        shop.channel.tell(order);
    }

    private PullReport tellAndPull(ChannelOrder order) {
        tell(order);
        return hub.pull(TestShop.CHANNEL);
    }

    private Order order(String number) {
        return TestShop.order(hub, number);
    }
}
