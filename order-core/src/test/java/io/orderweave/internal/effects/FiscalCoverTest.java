package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.FiscalShop.ANNA;
import static io.orderweave.internal.effects.FiscalShop.issue;
import static io.orderweave.internal.effects.FiscalShop.onPayment;
import static io.orderweave.internal.effects.FiscalShop.onTag;
import static io.orderweave.internal.effects.FiscalShop.pln;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EntryId;
import io.orderweave.id.IdSource;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.TestDocuments;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each line and charge is on one live final invoice and each payment on one advance document, whatever asks for them. */
class FiscalCoverTest {

    private static final ConnectionId ONE = new ConnectionId("accounting-one");
    private static final ConnectionId TWO = new ConnectionId("accounting-two");

    @Test
    void twoRulesPlanOneFinal() {
        FiscalShop shop = FiscalShop.with(
                onTag("one", issue(DocumentKind.INVOICE)),
                onTag("two", issue(DocumentKind.INVOICE)),
                TestShop.rule(
                        "later",
                        "order.status-changed",
                        Condition.always(),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("other")))));
        OrderId order = shop.place("A1");

        shop.hub.orders().addTag(order, "go", ANNA);
        shop.hub.orders().setStatus(order, new StatusId("paid"), ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.invoiceEffects(order)).containsExactly("final/1");
        assertThat(shop.effect(order, "final/1").payload().has("series")).isFalse();
        assertThat(shop.chain(order).documents()).hasSize(1);
    }

    @Test
    void twoRulesOfOneChangeThatWantDifferentFinalsHoldTheOrder() {
        FiscalShop shop = FiscalShop.with(
                onTag("one", issue(DocumentKind.INVOICE)),
                onTag("two", new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("other")))));
        OrderId order = shop.place("A1");

        shop.hub.orders().addTag(order, "go", ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.chain(order).documents()).isEmpty();
        assertThat(shop.order(order).holds()).extracting(Hold::code).containsExactly("effect-conflict");
    }

    @Test
    void aStatusSetTwiceGivesOneInvoice() {
        FiscalShop shop = FiscalShop.with(TestShop.rule(
                "paid", "order.status-changed", Field.STATUS_TO.isOneOf("paid"), issue(DocumentKind.INVOICE)));
        OrderId order = shop.place("A1");

        for (int i = 0; i < 2; i++) {
            shop.hub.orders().setStatus(order, new StatusId("paid"), ANNA);
            shop.hub.orders().setStatus(order, new StatusId("paid"), ANNA);
            shop.hub.effects().runDue();
            shop.hub.orders().setStatus(order, new StatusId("packing"), ANNA);
        }

        assertThat(shop.chain(order).documents()).hasSize(1);
        assertThat(shop.stores.series().last("shop/invoices/2026")).hasValue(1);
    }

    @Test
    void twoAccountingConnectionsPlanOneFinal() {
        FiscalShop shop = FiscalShop.with();
        OrderId order = shop.place("A1");
        Changes changes = changes(shop);

        EntryId first = note(changes, order, "one");
        changes.run(scope -> scope.plan(finalBy(order, ONE), first, Origin.of(first)));
        EntryId second = note(changes, order, "two");
        changes.run(scope -> scope.plan(finalBy(order, TWO), second, Origin.of(second)));
        shop.hub.documents().issue(order, DocumentKind.INVOICE, ANNA);

        assertThat(shop.invoiceEffects(order)).containsExactly("final/1");
        assertThat(shop.effect(order, "final/1").connection()).contains(ONE);
    }

    @Test
    void twoAccountingConnectionsOfOneChangePlanNoneAndHoldTheOrder() {
        FiscalShop shop = FiscalShop.with();
        OrderId order = shop.place("A1");
        Changes changes = changes(shop);
        EntryId entry = note(changes, order, "both");

        changes.run(scope -> {
            scope.plan(finalBy(order, ONE), entry, Origin.of(entry));
            scope.plan(finalBy(order, TWO), entry, Origin.of(entry));
        });

        assertThat(shop.invoiceEffects(order)).isEmpty();
        assertThat(shop.order(order).holds()).extracting(Hold::code).containsExactly("effect-conflict");
    }

    @Test
    void aPaymentOfAnotherOrderIsNoGroundForAnAdvance() {
        FiscalShop shop = FiscalShop.with();
        OrderId order = shop.place("A1");
        PaymentId foreign = shop.pay(shop.place("A2"), "10.00");
        Changes changes = changes(shop);
        EntryId entry = note(changes, order, "foreign");

        changes.run(
                scope -> scope.plan(DocumentPlans.advance(order, foreign, Optional.empty()), entry, Origin.of(entry)));
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "advance/" + foreign).state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.effect(order, "advance/" + foreign).reason())
                .contains("order " + order + " has no payment " + foreign);
    }

    @Test
    void aRefundOfMoreThanWasPaidIsNoNegativePayment() {
        assertThat(commission("10.00", "20.00").held()).isEqualTo(pln("0.00"));
    }

    private static Changes changes(FiscalShop shop) {
        Book book = new Book(shop.stores, shop.clock, new IdSource(shop.clock));
        Setup setup = Setup.builder()
                .statuses(StatusCatalogue.standard())
                .rules(RuleSet.EMPTY)
                .build();
        return new Changes(book, setup, new Ledger(book), List.of());
    }

    private static EntryId note(Changes changes, OrderId order, String tag) {
        return changes.call(scope -> scope.change(
                        order, Trace.outside(ANNA), it -> new Outcome(it, List.of(new OrderEvent.TagAdded(tag))))
                .orElseThrow());
    }

    private static PlannedEffect finalBy(OrderId order, ConnectionId accounting) {
        return PlannedEffect.builder()
                .key(FiscalShop.key(order, "final/1"))
                .connection(accounting)
                .payload(Json.object())
                .build();
    }

    @Test
    void twoNodesIssueEachAdvanceAndFinalOnce() throws Exception {
        FiscalShop shop = FiscalShop.with(
                onPayment("advance", issue(DocumentKind.ADVANCE)), onTag("final", issue(DocumentKind.INVOICE)));
        OrderHub other = shop.open(builder -> builder.node("two"));
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            OrderId order = shop.place("A" + i);
            shop.pay(order, "20.00");
            shop.pay(order, "30.00");
            shop.hub.orders().addTag(order, "go", ANNA);
            orders.add(order);
        }

        together(shop.hub, other);

        Set<String> invoices = new HashSet<>();
        for (OrderId order : orders) {
            DocumentChain chain = shop.chain(order);
            assertThat(chain.live(DocumentKind.ADVANCE)).hasSize(2);
            assertThat(chain.openAdvances()).isEmpty();
            assertThat(chain.live(DocumentKind.INVOICE)).hasSize(1);
            assertThat(chain.live(DocumentKind.INVOICE).get(0).total()).isEqualTo(pln("83.33"));
            invoices.add(chain.live(DocumentKind.INVOICE).get(0).number());
        }
        assertThat(invoices).hasSize(orders.size());
        assertThat(shop.stores.series().last("shop/invoices/2026")).hasValue(20);
        assertThat(shop.stores.series().last("shop/advances/2026")).hasValue(40);
    }

    private static void together(OrderHub... hubs) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hubs.length);
        ExecutorService threads = Executors.newFixedThreadPool(hubs.length);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (OrderHub hub : hubs) {
                runs.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return hub.effects().runDue();
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        hubs[0].effects().runDue();
    }

    @Test
    void aPaymentWithAnAdvanceUnderAnotherOrdersKeyGetsNoSecond() {
        // After a joint payment the advance came with the order that was replaced.
        PaymentId id = new PaymentId("p1");
        Drafted drafted =
                AdvanceDrafts.of(payment(id, "10.00"), commission("20.00", "0", TestDocuments.advance("a1", id)));

        assertThat(drafted).isEqualTo(Drafted.impossible("payment p1 already has advance N-a1"));
    }

    @Test
    void aDocumentCreditedUnderAnotherOrdersKeyGetsNoSecondCreditNote() {
        Document invoice = TestDocuments.deducting("i1", new DocumentId("a1"));
        Document note = TestDocuments.creditNote("c1", invoice);

        assertThat(CreditDrafts.of(invoice.id(), Optional.empty(), commission("0", "0", invoice, note)))
                .isEqualTo(Drafted.notWanted("document N-i1 already has credit note N-c1"));
        assertThat(CreditDrafts.of(new DocumentId("gone"), Optional.empty(), commission("0", "0", invoice)))
                .isEqualTo(Drafted.impossible("order o1 has no document gone"));
        assertThat(CreditDrafts.of(note.id(), Optional.empty(), commission("0", "0", invoice, note)))
                .isEqualTo(Drafted.impossible("document N-c1 is of kind CREDIT_NOTE, which is not credited"));
    }

    @Test
    void aRefundedPaymentGetsNoAdvance() {
        assertThat(AdvanceDrafts.of(payment(new PaymentId("p1"), "10.00"), commission("10.00", "10.00")))
                .isEqualTo(Drafted.impossible(
                        "payment p1 was refunded: order o1 holds 0.00 PLN without an advance document"));
        assertThat(AdvanceDrafts.of(payment(new PaymentId("p1"), "10.00"), commission("30.00", "20.00")))
                .as("the shop still holds as much")
                .isInstanceOf(Drafted.Draft.class);
    }

    @Test
    void advancesOfMoreThanTheInvoiceWouldBillAreCreditedFirst() {
        Document advance = TestDocuments.advance("a1", new PaymentId("p1"));
        Order small = TestOrders.plain("o1")
                .lines(List.of(TestOrders.line("l1", 1, "9.99")))
                .charges(List.of())
                .build();

        Drafted drafted =
                SaleDrafts.first(new Commission(small, new DocumentChain(List.of(advance)), TestShop.seller()));

        assertThat(drafted)
                .isEqualTo(Drafted.impossible(
                        "advances [N-a1] are more than the invoice would bill; credit one of them first"));
    }

    @Test
    void anOrderOfDiscountsIsNotInvoiced() {
        Order discount = TestOrders.plain("o1")
                .lines(List.of(TestOrders.line("l1", 1, "9.99")))
                .charges(List.of(FiscalShop.charge("discount", "-10.00", "23")))
                .build();

        assertThat(SaleDrafts.first(new Commission(discount, new DocumentChain(List.of()), TestShop.seller())))
                .isEqualTo(Drafted.impossible("order o1 takes off more than it bills"));
    }

    @Test
    void theNewInvoiceIsNotIssuedBesideALiveOne() {
        Document invoice = TestDocuments.deducting("i1", new DocumentId("a1"));

        assertThat(SaleDrafts.inPlaceOf(
                        invoice.id(),
                        new Commission(
                                TestOrders.plain("o1").build(),
                                new DocumentChain(List.of(invoice)),
                                TestShop.seller())))
                .isEqualTo(Drafted.impossible("invoice N-i1 is not credited"));
    }

    private static Payment payment(PaymentId id, String amount) {
        return Payment.builder()
                .id(id)
                .order(new OrderId("o1"))
                .amount(pln(amount))
                .receivedAt(TestOrders.NOON)
                .source(Payment.Source.OPERATOR)
                .build();
    }

    private static Commission commission(String paid, String refunded, Document... documents) {
        Order.Builder order = TestOrders.plain("o1");
        Order plain = order.build();
        return new Commission(
                plain.toBuilder()
                        .progress(plain.progress().toBuilder()
                                .paid(pln(paid))
                                .refunded(pln(refunded))
                                .build())
                        .build(),
                new DocumentChain(List.of(documents)),
                TestShop.seller());
    }

    @Test
    void aRuleThatIssuesWhatNoSellerNumbersIsRefusedWhenTheHubIsBuilt() {
        Seller noSeries =
                Seller.builder().from(TestShop.seller()).series(List.of()).build();

        assertThatThrownBy(() -> OrderHub.builder()
                        .seller(noSeries)
                        .rules(RuleSet.of(
                                1,
                                onPayment("advance", issue(DocumentKind.ADVANCE)),
                                onTag("credit", new Action.CreditDocuments("cancelled"))))
                        .build())
                .hasMessageContaining(
                        "rule advance: it issues ADVANCE documents, for which no seller has a number series")
                .hasMessageContaining(
                        "rule credit: it issues CREDIT_NOTE documents, for which no seller has a number series");
    }

    @Test
    void whyNotSaysWhatIsCovered() {
        FiscalShop shop = FiscalShop.with();
        OrderId order = shop.place("A1");
        Document advance = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);
        Document note = shop.credit(invoice);

        assertThat(shop.hub.journal().whyNot(order, EffectKind.INVOICE).obstacles())
                .extracting(Object::toString)
                .contains(
                        "payment " + advance.payment().orElseThrow() + " already has advance ZA202680001",
                        "invoice FV20260001 is credited by " + note.number()
                                + "; rules get nothing back, a person may issue it again");
        assertThat(shop.effect(order, "final/1").state()).isEqualTo(EffectState.DONE);
        assertThat(shop.hub.journal().whyNot(order, EffectKind.SHIPMENT).obstacles())
                .isEmpty();
    }
}
