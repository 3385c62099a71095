package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.PaymentTerms;
import io.orderweave.rule.InvoicingRules;
import io.orderweave.rule.InvoicingRules.Row;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of invoicing, as shops write them, are ordinary rules. */
class InvoicingRulesTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub hub(InvoicingRules invoicing) {
        List<Rule> rules = new ArrayList<>(invoicing.rules());
        rules.add(TestShop.rule("ships", new Trigger.Manual("ship"), TestShop.ship()));
        return shop.open(builder -> builder.rules(new RuleSet(1, rules)));
    }

    private OrderId imported(OrderHub hub, ChannelOrder.Builder order) {
        shop.channel.tell(order.build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        return TestShop.order(hub, "A1").id();
    }

    private void dispatch(OrderHub hub, OrderId order) {
        hub.orders().raise(order, "ship", ANNA);
        hub.effects().runDue();
        shop.courier.scan("T-C1", TrackingStatus.PICKED_UP, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        hub.effects().runDue();
    }

    private static List<DocumentKind> kinds(OrderHub hub, OrderId order) {
        return hub.documents().chain(order).documents().stream()
                .map(Document::kind)
                .toList();
    }

    @Test
    void anOrderPaidInAdvanceGetsAProformaThenTheInvoice() {
        OrderHub hub = hub(InvoicingRules.usual());
        OrderId order = imported(hub, ChannelOrders.unpaid("A1"));
        assertThat(kinds(hub, order)).containsExactly(DocumentKind.PROFORMA);

        hub.payments().record(order, Money.of("20.00", "PLN"), ANNA);
        hub.effects().runDue();
        assertThat(kinds(hub, order)).as("paid in part").hasSize(1);
        hub.payments().record(order, Money.of("100.00", "PLN"), ANNA);
        hub.effects().runDue();
        dispatch(hub, order);

        assertThat(kinds(hub, order)).containsExactly(DocumentKind.PROFORMA, DocumentKind.INVOICE);
    }

    @Test
    void anOrderPaidOnDeliveryIsInvoicedWhenItLeaves() {
        OrderHub hub = hub(InvoicingRules.usual());
        OrderId order = imported(hub, ChannelOrders.onDelivery("A1"));
        assertThat(kinds(hub, order)).isEmpty();

        dispatch(hub, order);

        assertThat(kinds(hub, order)).containsExactly(DocumentKind.INVOICE);
    }

    @Test
    void aCancelledOrderIsCredited() {
        OrderHub hub = hub(InvoicingRules.usual());
        OrderId order = imported(hub, ChannelOrders.paid("A1"));

        hub.orders().cancel(order, "by phone", ANNA);
        hub.effects().runDue();

        assertThat(kinds(hub, order)).endsWith(DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE);
        assertThat(hub.documents().chain(order).live(DocumentKind.INVOICE)).isEmpty();
    }

    @Test
    void theFinalInvoiceDeductsTheAdvances() {
        OrderHub hub = hub(InvoicingRules.withAdvances());
        OrderId order = imported(hub, ChannelOrders.unpaid("A1"));
        hub.payments().record(order, Money.of("50.00", "PLN"), ANNA);
        hub.payments().record(order, Money.of("70.00", "PLN"), ANNA);
        hub.effects().runDue();

        dispatch(hub, order);

        assertThat(kinds(hub, order)).containsExactly(DocumentKind.ADVANCE, DocumentKind.ADVANCE, DocumentKind.INVOICE);
        assertThat(hub.documents()
                        .chain(order)
                        .live(DocumentKind.INVOICE)
                        .get(0)
                        .total())
                .isEqualTo(Money.of("0.00", "PLN"));
    }

    @Test
    void aRowIsForItsOrdersAlone() {
        OrderHub hub = hub(InvoicingRules.none()
                .row(Row.issuing(DocumentKind.INVOICE)
                        .onStatus(new StatusId("packing"))
                        .paidBy("bank-transfer")
                        .deliveredBy("courier")
                        .from("fake")));
        OrderId order = imported(hub, ChannelOrders.unpaid("A1"));
        shop.channel.tell(ChannelOrders.onDelivery("A2").build());
        hub.pull(TestShop.CHANNEL);
        OrderId other = TestShop.order(hub, "A2").id();

        hub.orders().setStatus(order, new StatusId("packing"), ANNA);
        hub.orders().setStatus(other, new StatusId("packing"), ANNA);
        hub.effects().runDue();

        assertThat(kinds(hub, order)).containsExactly(DocumentKind.INVOICE);
        assertThat(kinds(hub, other)).isEmpty();
    }

    @Test
    void theRulesHaveNamesThatOneCanRead() {
        assertThat(InvoicingRules.usual().rules())
                .extracting(rule -> rule.id().value())
                .containsExactly(
                        "proforma-on-reception-prepaid",
                        "invoice-when-paid-prepaid",
                        "invoice-on-dispatch-on-delivery",
                        "credit-note-on-cancellation");
    }

    @Test
    void theRulesAreDataLikeAnyOther() {
        RuleSet rules = new RuleSet(
                1,
                InvoicingRules.withAdvances()
                        .row(Row.issuing(DocumentKind.PROFORMA).timing(PaymentTerms.Timing.DEFERRED))
                        .rules());

        assertThat(RuleSets.parse(RuleSets.write(rules))).isEqualTo(rules);
    }

    @Test
    void anAdvanceWithoutPaymentIsRefusedLikeInAnyRule() {
        assertThatThrownBy(() -> hub(InvoicingRules.none()
                        .row(Row.issuing(DocumentKind.ADVANCE).onDispatch())))
                .hasMessageContaining("rule advance-on-dispatch: issue-document of kind ADVANCE needs the trigger"
                        + " payment.received, not shipment.milestone DISPATCHED");
    }
}
