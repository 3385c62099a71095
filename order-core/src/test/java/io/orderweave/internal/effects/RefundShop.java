package io.orderweave.internal.effects;

import io.orderweave.OrderHub;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeRefunds;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Optional;

/** A shop without rules that has one order of 120.00 PLN, paid at its channel. */
final class RefundShop {

    static final Actor ANNA = Actor.operator("anna");

    final TestShop shop = new TestShop();
    final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
    final FakeRefunds till = shop.channel.till();
    final OrderId order;

    RefundShop() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        order = TestShop.order(hub, "A1").id();
    }

    Payment payment() {
        return hub.payments().of(order).get(0);
    }

    Order order() {
        return hub.orders().find(order).orElseThrow();
    }

    /** A refund of one piece of the first line. */
    Refund.Builder onePiece(String reference) {
        return refund(reference, new RefundPart.Pieces(new LineId("A1-l1"), 1, pln("25.00")));
    }

    /** A refund of a part of the second line. */
    Refund.Builder amount(String reference, String amount) {
        return refund(reference, new RefundPart.PartOfLine(new LineId("A1-l2"), pln(amount)));
    }

    Refund.Builder refund(String reference, RefundPart... parts) {
        Refund.Builder refund = Refund.builder();
        refund.order(order)
                .payment(payment().id())
                .reason(RefundReason.RETURNED)
                .parts(List.of(parts))
                .reference(reference);
        return refund;
    }

    void ask(Refund.Builder refund) {
        hub.payments().refund(refund.build(), ANNA);
    }

    EffectKey key(String reference) {
        return new EffectKey(Subject.of(order), EffectKind.REFUND, reference);
    }

    Effect effect(String reference) {
        return hub.effects().find(key(reference)).orElseThrow();
    }

    /** What happened to money that goes back. */
    List<Event> events() {
        return hub.journal().history(Subject.of(order), 1, 1_000).stream()
                .map(JournalEntry::event)
                .flatMap(Optional::stream)
                .filter(event ->
                        event instanceof PaymentEvent.RefundAsked || event instanceof PaymentEvent.PaymentRefunded)
                .toList();
    }

    static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
