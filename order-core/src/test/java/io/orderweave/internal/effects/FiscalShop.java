package io.orderweave.internal.effects;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.ChargeId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SellerId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.order.Charge;
import io.orderweave.order.Delivery;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A shop whose people place orders by hand, take payments and issue documents. */
final class FiscalShop {

    static final Actor ANNA = Actor.operator("anna");

    final TestClock clock = new TestClock(TestOrders.NOON);
    final MemoryStores stores = MemoryStores.create(clock);
    OrderHub hub;

    private FiscalShop(UnaryOperator<OrderHubBuilder> more) {
        hub = open(more);
    }

    static FiscalShop with(Rule... rules) {
        return new FiscalShop(builder -> builder.rules(RuleSet.of(1, rules)));
    }

    /** One more node on the same stores. */
    OrderHub open(UnaryOperator<OrderHubBuilder> more) {
        return more.apply(OrderHub.builder()
                        .stores(stores)
                        .clock(clock)
                        .seller(TestShop.seller())
                        .renderer(document -> new byte[] {1}))
                .build();
    }

    static Rule onTag(String id, Action action) {
        return TestShop.rule(id, "order.tag-added", Condition.always(), action);
    }

    static Rule onPayment(String id, Action action) {
        return TestShop.rule(id, "payment.received", Condition.always(), action);
    }

    static Action issue(DocumentKind kind) {
        return new Action.IssueDocument(kind, Optional.empty());
    }

    static NewOrder.Builder wanted(String number) {
        NewOrder.Builder order = NewOrder.builder();
        return order.number(number)
                .seller(new SellerId("shop"))
                .currency(TestOrders.PLN)
                .buyer(TestOrders.buyer())
                .delivery(Delivery.builder().recipient(TestOrders.buyer()).build())
                .payment(PaymentTerms.builder()
                        .timing(PaymentTerms.Timing.PREPAID)
                        .method("bank-transfer")
                        .build());
    }

    static OrderLine line(String id, int quantity, String price, String rate) {
        OrderLine.Builder line = OrderLine.builder();
        return line.from(TestOrders.line(id, quantity, price))
                .vatRate(VatRate.of(rate))
                .build();
    }

    static Charge charge(String id, String price, String rate) {
        Charge.Builder charge = Charge.builder();
        return charge.from(TestOrders.delivery(price))
                .id(new ChargeId(id))
                .vatRate(VatRate.of(rate))
                .build();
    }

    /** 100.00 PLN at 23% (two pieces and delivery) and 33.33 PLN at 8%. */
    OrderId place(String number) {
        return hub.orders()
                .place(
                        wanted(number)
                                .addLines(line("l1", 2, "45.00", "23"), line("l2", 3, "11.11", "8"))
                                .addCharge(charge("delivery", "10.00", "23"))
                                .build(),
                        ANNA)
                .id();
    }

    PaymentId pay(OrderId order, String amount) {
        return hub.payments().record(order, pln(amount), ANNA).id();
    }

    Document advance(OrderId order, String amount) {
        PaymentId payment = pay(order, amount);
        hub.documents().issueAdvance(payment, ANNA);
        hub.effects().runDue();
        return chain(order).advanceOf(payment).orElseThrow();
    }

    Document invoice(OrderId order) {
        hub.documents().issue(order, DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();
        List<Document> live = chain(order).live(DocumentKind.INVOICE);
        return live.get(live.size() - 1);
    }

    Document credit(Document document) {
        hub.documents().credit(document.id(), "cancelled", ANNA);
        hub.effects().runDue();
        return chain(document.order().orElseThrow()).creditNoteOf(document.id()).orElseThrow();
    }

    DocumentChain chain(OrderId order) {
        return hub.documents().chain(order);
    }

    Order order(OrderId id) {
        return hub.orders().find(id).orElseThrow();
    }

    Effect effect(OrderId order, String discriminator) {
        return hub.effects().find(key(order, discriminator)).orElseThrow();
    }

    List<String> invoiceEffects(OrderId order) {
        return hub.effects().of(Subject.of(order)).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.INVOICE))
                .map(effect -> effect.key().discriminator())
                .toList();
    }

    static EffectKey key(OrderId order, String discriminator) {
        return new EffectKey(Subject.of(order), EffectKind.INVOICE, discriminator);
    }

    static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
