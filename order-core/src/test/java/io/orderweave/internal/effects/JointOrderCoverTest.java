package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.Shipment;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order that took another's place is invoiced and shipped for the rest only. */
class JointOrderCoverTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule(
                    "pack",
                    "order.tag-added",
                    Condition.always(),
                    new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty()),
                    TestShop.ship()),
            TestShop.rule("tracking", "shipment.created", Condition.always(), new Action.PublishTracking()))));

    private Order packed(ChannelOrder told) {
        shop.channel.tell(told);
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, told.externalId());
        hub.orders().addTag(order.id(), "pack", ANNA);
        hub.effects().runDue();
        return order;
    }

    private Order packedJointly(OrderLine... more) {
        packed(ChannelOrders.unpaid("A1").build());
        List<OrderLine> lines =
                new ArrayList<>(List.of(TestOrders.line("A1-l1", 2, "25.00"), TestOrders.line("A1-l2", 1, "60.00")));
        lines.addAll(List.of(more));
        Money total = lines.stream().map(OrderLine::total).reduce(Money.of("10.00", "PLN"), Money::plus);
        return packed(ChannelOrders.unpaid("J").lines(lines).total(total).build());
    }

    private Effect effect(Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    @Test
    void theInvoiceBillsWhatNoInvoiceHolds() {
        Order joint = packedJointly(TestOrders.line("A2-l1", 3, "7.00"));

        Document invoice = hub.documents().of(joint.id()).stream()
                .filter(it -> it.number().equals("FV20260002"))
                .findFirst()
                .orElseThrow();
        assertThat(invoice.lines()).extracting(DocumentLine::line).containsExactly(Optional.of(new LineId("A2-l1")));
        assertThat(invoice.total()).isEqualTo(Money.of("21.00", "PLN"));
    }

    @Test
    void theParcelHoldsWhatNoParcelHoldsAndTheChannelIsToldWhich() {
        Order joint = packedJointly(TestOrders.line("A2-l1", 3, "7.00"));

        assertThat(hub.shipments().of(joint.id()))
                .extracting(Shipment::lines)
                .contains(Map.of(new LineId("A2-l1"), 3))
                .hasSize(2);
        assertThat(last(shop.channel.tracking()).lines()).containsExactly(Map.entry(new LineId("A2-l1"), 3));
    }

    @Test
    void whatIsInvoicedAndShippedInFullIsNeitherAgain() {
        Order joint = packedJointly();

        assertThat(effect(joint, EffectKind.INVOICE).state()).isEqualTo(EffectState.CANCELLED);
        assertThat(effect(joint, EffectKind.INVOICE).reason()).contains("order " + joint.id() + " is invoiced in full");
        assertThat(effect(joint, EffectKind.SHIPMENT).state()).isEqualTo(EffectState.CANCELLED);
        assertThat(effect(joint, EffectKind.SHIPMENT).reason()).contains("order " + joint.id() + " is shipped in full");
        assertThat(hub.documents().of(joint.id())).hasSize(1);
        assertThat(shop.courier.created()).hasSize(1);
    }
}
