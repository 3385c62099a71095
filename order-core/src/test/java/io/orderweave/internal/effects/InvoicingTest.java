package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.document.VatSummary;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
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
import io.orderweave.rule.RuleSet;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Documents: once an order, covered by line, numbered without gaps, right to the minor unit. */
class InvoicingTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestClock clock = new TestClock(TestOrders.NOON);
    private final MemoryStores stores = MemoryStores.create(clock);
    private final Set<String> refused = new java.util.HashSet<>();
    private OrderHub hub = open(UnaryOperator.identity());

    private OrderHub open(UnaryOperator<OrderHubBuilder> more) {
        return more.apply(OrderHub.builder()
                        .stores(stores)
                        .clock(clock)
                        .seller(TestShop.seller())
                        .listener(change -> {
                            if (refused.contains(change.after().number())
                                    && change.events().stream()
                                            .anyMatch(
                                                    it -> it.eventName().name().equals("document.issued"))) {
                                throw new IllegalArgumentException("the host's ledger is closed");
                            }
                        }))
                .build();
    }

    private static Seller.Builder seller(NumberSeries... series) {
        Seller.Builder seller = Seller.builder();
        return seller.from(TestShop.seller()).series(List.of(series));
    }

    private static NumberSeries.Builder series(String id, String mask) {
        NumberSeries.Builder series = NumberSeries.builder();
        return series.id(new SeriesId(id)).kind(DocumentKind.INVOICE).mask(mask);
    }

    private static NewOrder.Builder wanted(String number) {
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

    private Order place(String number) {
        return hub.orders()
                .place(
                        wanted(number)
                                .addLines(TestOrders.line("l1", 2, "25.00"), TestOrders.line("l2", 1, "60.00"))
                                .addCharge(TestOrders.delivery("10.00"))
                                .build(),
                        ANNA);
    }

    private void issue(Order order, DocumentKind kind) {
        hub.documents().issue(order.id(), kind, ANNA);
    }

    private List<Document> invoice(Order order) {
        issue(order, DocumentKind.INVOICE);
        hub.effects().runDue();
        return hub.documents().of(order.id());
    }

    private Effect effect(Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(it -> it.key().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    @Test
    void theFinalInvoiceIsOneWhateverAsksForIt() {
        hub = open(builder -> builder.rules(RuleSet.of(
                1,
                TestShop.rule("one", "order.tag-added", Condition.always(), invoiceAction()),
                TestShop.rule("two", "order.note-added", Condition.always(), invoiceAction()),
                TestShop.rule("three", "document.issued", Condition.always(), invoiceAction()))));
        Order order = place("A1");

        issue(order, DocumentKind.INVOICE);
        issue(order, DocumentKind.INVOICE);
        hub.orders().addTag(order.id(), "go", ANNA);
        hub.effects().runDue();
        issue(order, DocumentKind.INVOICE);
        hub.orders().addTag(order.id(), "again", ANNA);
        hub.orders().addNote(order.id(), "n", io.orderweave.order.Note.Audience.INTERNAL, ANNA);
        hub.effects().runDue();

        assertThat(hub.documents().of(order.id())).hasSize(1);
        assertThat(stores.series().last("shop/invoices/2026")).isEqualTo(OptionalLong.of(1));
    }

    private static Action invoiceAction() {
        return new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());
    }

    @Test
    void coversEveryLineAndChargeOnce() {
        Order order = place("A1");

        Document invoice = invoice(order).get(0);

        assertThat(invoice.lines())
                .extracting(DocumentLine::line, DocumentLine::charge, DocumentLine::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(new LineId("l1")), Optional.<ChargeId>empty(), 2),
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(new LineId("l2")), Optional.<ChargeId>empty(), 1),
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.<LineId>empty(), Optional.of(new ChargeId("delivery")), 1));
        assertThat(invoice.total()).isEqualTo(pln("120.00"));
        assertThat(invoice.lines().get(0).sku()).contains("SKU-l1");
        Order now = hub.orders().find(order.id()).orElseThrow();
        assertThat(now.progress().line(new LineId("l1")).invoiced()).isEqualTo(2);
        assertThat(now.progress().line(new LineId("l2")).invoiced()).isEqualTo(1);
        assertThat(now.progress().invoicedCharges()).containsExactly(new ChargeId("delivery"));
    }

    @Test
    void holdsWhatTheSellerTheOrderAndTheDaySay() {
        Order order = place("A1");
        hub.payments().record(order.id(), pln("500.00"), ANNA);

        Document invoice = invoice(order).get(0);

        assertThat(invoice.number()).isEqualTo("FV20260001");
        assertThat(invoice.variableSymbol()).isEqualTo("20260001");
        assertThat(invoice.series()).isEqualTo(new SeriesId("invoices"));
        assertThat(invoice.paid()).as("never more than its total").isEqualTo(pln("120.00"));
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(invoice.taxDate()).isEqualTo(invoice.issueDate());
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(invoice.issuedAt()).isEqualTo(clock.instant());
        assertThat(invoice.buyer()).isEqualTo(order.buyer());
        assertThat(invoice.orderNumber()).contains("A1");
        assertThat(invoice.payTo()).isEqualTo(TestShop.seller().accountFor(TestOrders.PLN));
        assertThat(invoice.paymentMethod()).contains("bank-transfer");
        assertThat(invoice.sellerIsVatPayer()).isTrue();
    }

    @Test
    void whatTheCourierCollectsIsNotToBeTransferredAsWell() {
        Order order = hub.orders()
                .place(
                        wanted("A1")
                                .addLine(TestOrders.line("l1", 1, "5.00"))
                                .payment(PaymentTerms.builder()
                                        .timing(PaymentTerms.Timing.ON_DELIVERY)
                                        .build())
                                .build(),
                        ANNA);

        assertThat(invoice(order))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.payTo()).isEmpty());
    }

    @Test
    void theVariableSymbolIsTheLastTenDigitsOfTheNumber() {
        hub = open(builder -> builder.seller(
                seller(series("invoices", "7{YYYY}{MM}{NNNNNN}").build()).build()));

        assertThat(invoice(place("A1")).get(0)).satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo("7202603000001");
            assertThat(invoice.variableSymbol()).isEqualTo("2603000001");
        });
    }

    @Test
    void aCancelledOrderIsNotInvoiced() {
        Order order = place("A1");
        issue(order, DocumentKind.INVOICE);
        hub.orders().cancel(order.id(), "by phone", ANNA);
        hub.effects().runDue();

        assertThat(effect(order, EffectKind.INVOICE).state()).isEqualTo(EffectState.CANCELLED);
        assertThat(effect(order, EffectKind.INVOICE).reason()).contains("order " + order.id() + " is cancelled");
        assertThat(stores.series().last("shop/invoices/2026")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aProformaIsForAnUnpaidOrderAndTakesNoCover() {
        Order unpaid = place("A1");
        issue(unpaid, DocumentKind.PROFORMA);
        Order paid = place("A2");
        issue(paid, DocumentKind.PROFORMA);
        hub.payments().record(paid.id(), pln("120.00"), ANNA);

        hub.effects().runDue();

        assertThat(hub.documents().of(unpaid.id())).extracting(Document::number).containsExactly("PF2690001");
        assertThat(hub.documents().of(paid.id())).isEmpty();
        assertThat(effect(paid, EffectKind.PROFORMA).reason()).contains("order " + paid.id() + " is paid");
        assertThat(invoice(unpaid)).extracting(Document::kind).contains(DocumentKind.INVOICE);
    }

    @Test
    void aCancelledOrderGetsNoProforma() {
        Order order = place("A1");
        issue(order, DocumentKind.PROFORMA);
        hub.orders().cancel(order.id(), "changed their mind", ANNA);

        hub.effects().runDue();

        assertThat(effect(order, EffectKind.PROFORMA).reason()).contains("order " + order.id() + " is cancelled");
    }

    @Test
    void whatIsInvoicedInFullGetsNoProforma() {
        Order order = place("A1");
        issue(order, DocumentKind.INVOICE);
        hub.effects().runDue();
        issue(order, DocumentKind.PROFORMA);

        hub.effects().runDue();

        assertThat(hub.documents().of(order.id())).extracting(Document::kind).containsExactly(DocumentKind.INVOICE);
        assertThat(effect(order, EffectKind.PROFORMA).reason())
                .contains("order " + order.id() + " is invoiced in full");
    }

    @Test
    void aHoldKeepsInvoicesBackAndNotProformas() {
        Order order = place("A1");
        hub.orders().hold(order.id(), "check", "look", ANNA);
        issue(order, DocumentKind.PROFORMA);
        issue(order, DocumentKind.INVOICE);

        hub.effects().runDue();

        assertThat(hub.documents().of(order.id())).extracting(Document::kind).containsExactly(DocumentKind.PROFORMA);
        hub.orders().release(order.id(), "check", ANNA);
        hub.effects().runDue();
        assertThat(hub.documents().of(order.id())).hasSize(2);
    }

    @Test
    void aMissingVatRateIsRefusedNamingTheLineAndSpendsNoNumber() {
        Seller noDefault = Seller.builder()
                .from(TestShop.seller())
                .defaultVatRate(Optional.empty())
                .build();
        hub = open(builder -> builder.seller(noDefault));
        OrderLine.Builder line = OrderLine.builder();
        line.from(TestOrders.line("l9", 1, "5.00")).vatRate(Optional.empty());
        Order order = hub.orders().place(wanted("A1").addLine(line.build()).build(), ANNA);
        Charge.Builder charge = Charge.builder();
        charge.from(TestOrders.delivery("10.00")).vatRate(Optional.empty());
        Order charged = hub.orders()
                .place(
                        wanted("A2")
                                .addLine(TestOrders.line("l1", 1, "5.00"))
                                .addCharge(charge.build())
                                .build(),
                        ANNA);

        invoice(order);
        invoice(charged);

        assertThat(effect(order, EffectKind.INVOICE).state()).isEqualTo(EffectState.REJECTED);
        assertThat(effect(order, EffectKind.INVOICE).reason().orElseThrow()).contains("line l9", "seller shop");
        assertThat(effect(charged, EffectKind.INVOICE).reason().orElseThrow()).contains("charge delivery");
        assertThat(stores.series().last("shop/invoices/2026")).isEqualTo(OptionalLong.empty());
        hub = open(UnaryOperator.identity());
        hub.effects().rearm(effect(order, EffectKind.INVOICE).key(), ANNA);
        hub.effects().runDue();
        assertThat(hub.documents().of(order.id()).get(0).vat())
                .containsExactly(new VatSummary(VatRate.of("23"), pln("4.07"), pln("0.93"), pln("5.00")));
    }

    @Test
    void aSellerWhoPaysNoVatShowsNone() {
        hub = open(builder -> builder.seller(
                Seller.builder().from(TestShop.seller()).vatPayer(false).build()));

        assertThat(invoice(place("A1")).get(0)).satisfies(invoice -> {
            assertThat(invoice.vat()).isEmpty();
            assertThat(invoice.lines())
                    .allSatisfy(line -> assertThat(line.vatRate()).isEmpty());
            assertThat(invoice.sellerIsVatPayer()).isFalse();
            assertThat(invoice.total()).isEqualTo(pln("120.00"));
        });
    }

    @Test
    void withoutASeriesItIsRefused() {
        hub = open(builder -> builder.seller(seller().build()));
        Order order = place("A1");

        assertThat(invoice(order)).isEmpty();
        assertThat(effect(order, EffectKind.INVOICE).state()).isEqualTo(EffectState.REJECTED);
        assertThat(effect(order, EffectKind.INVOICE).reason()).contains("seller shop has no number series for INVOICE");
    }

    @Test
    void aChosenSeriesIsUsedAndOneOfAnotherKindRefused() {
        hub = open(builder -> builder.seller(seller(
                                series("invoices", "A{YYYY}{NN}").build(),
                                series("special", "B{YYYY}{NN}").build(),
                                series("proformas", "P{YYYY}{NN}")
                                        .kind(DocumentKind.PROFORMA)
                                        .build())
                        .build())
                .rules(RuleSet.of(
                        1,
                        TestShop.rule(
                                "special",
                                "order.tag-added",
                                Condition.always(),
                                new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("special")))),
                        TestShop.rule(
                                "wrong",
                                "order.note-added",
                                Condition.always(),
                                new Action.IssueDocument(
                                        DocumentKind.INVOICE, Optional.of(new SeriesId("proformas")))))));
        Order one = place("A1");
        Order two = place("A2");
        hub.orders().addTag(one.id(), "go", ANNA);
        hub.orders().addNote(two.id(), "go", io.orderweave.order.Note.Audience.INTERNAL, ANNA);

        hub.effects().runDue();

        assertThat(hub.documents().of(one.id())).extracting(Document::number).containsExactly("B202601");
        assertThat(effect(two, EffectKind.INVOICE).state()).isEqualTo(EffectState.REJECTED);
    }

    @Test
    void numbersHaveNoGapWhateverFailsInBetween() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Order order = place("A" + i);
            orders.add(order);
            issue(order, DocumentKind.INVOICE);
            if (i % 3 == 1) {
                refused.add("A" + i);
            }
            hub.effects().runDue();
        }
        assertThat(numbers(orders)).hasSize(8);
        refused.clear();
        clock.advance(Duration.ofHours(1));
        hub.effects().runDue();

        List<String> gapless = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            gapless.add(String.format("FV2026%04d", i));
        }
        assertThat(numbers(orders)).containsExactlyInAnyOrderElementsOf(gapless);
        assertThat(hub.documents().of(orders.get(0).id()).get(0).number()).isEqualTo("FV20260001");
        assertThat(hub.documents().of(orders.get(2).id()).get(0).number()).isEqualTo("FV20260002");
    }

    private List<String> numbers(List<Order> orders) {
        return orders.stream()
                .flatMap(order -> hub.documents().of(order.id()).stream())
                .map(Document::number)
                .toList();
    }

    @Test
    void theYearBeginsInTheSellersZone() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T22:30:00Z")));
        Document old = invoice(place("A1")).get(0);
        clock.advance(Duration.ofHours(1));
        Document young = invoice(place("A2")).get(0);

        assertThat(old.number()).isEqualTo("FV20260001");
        assertThat(young.number()).isEqualTo("FV20270001");
        assertThat(young.issueDate()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(invoice(place("A3")).get(0).number()).isEqualTo("FV20270002");
    }

    @Test
    void aMonthlySeriesBeginsAnewEachMonth() {
        hub = open(builder -> builder.seller(seller(series("invoices", "{YY}{MM}/{NNN}")
                        .reset(NumberSeries.Reset.MONTHLY)
                        .first(5)
                        .build())
                .build()));

        assertThat(invoice(place("A1")).get(0).number()).isEqualTo("2603/005");
        assertThat(invoice(place("A2")).get(0).number()).isEqualTo("2603/006");
        clock.advance(Duration.ofDays(31));
        assertThat(invoice(place("A3")).get(0).number()).isEqualTo("2604/005");
    }

    @Test
    void zeroChargesAreLeftOutAndAnOrderOfNothingIsRefused() {
        Order order = hub.orders()
                .place(
                        wanted("A1")
                                .addLine(TestOrders.line("l1", 1, "5.00"))
                                .addCharge(TestOrders.delivery("0.00"))
                                .build(),
                        ANNA);
        Order nothing = hub.orders()
                .place(wanted("A2").addCharge(TestOrders.delivery("0.00")).build(), ANNA);

        assertThat(invoice(order).get(0).lines()).hasSize(1);
        assertThat(invoice(nothing)).isEmpty();
        assertThat(effect(nothing, EffectKind.INVOICE).reason().orElseThrow()).contains("has nothing to bill");
    }

    @Test
    void vatPerRateAddsUpToTheMinorUnit() {
        long seed = 230823;
        Random random = new Random(seed);
        List<String> rates = List.of("23", "8", "5", "0", "20", "21", "9.5");
        for (int round = 0; round < 150; round++) {
            NewOrder.Builder wanted = wanted("R" + round);
            Money expected = pln("0.00");
            for (int i = 0; i <= random.nextInt(6); i++) {
                OrderLine.Builder line = OrderLine.builder();
                String price = random.nextInt(500) + "." + String.format("%02d", random.nextInt(100));
                OrderLine built = line.from(TestOrders.line("l" + i, 1 + random.nextInt(20), price))
                        .vatRate(VatRate.of(rates.get(random.nextInt(rates.size()))))
                        .build();
                wanted.addLine(built);
                expected = expected.plus(built.total());
            }
            Order order = hub.orders().place(wanted.build(), ANNA);
            if (expected.isZero()) {
                continue;
            }

            Document invoice = invoice(order).get(0);

            Money gross = pln("0.00");
            for (VatSummary vat : invoice.vat()) {
                assertThat(vat.base().plus(vat.vat()))
                        .as("seed %s, round %s", seed, round)
                        .isEqualTo(vat.gross());
                assertThat(vat.vat()).isEqualTo(vat.rate().containedIn(vat.gross()));
                gross = gross.plus(vat.gross());
            }
            assertThat(gross)
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(invoice.total())
                    .isEqualTo(expected);
            assertThat(invoice.vat()).extracting(VatSummary::rate).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRenderedDocumentIsStoredOnceAndUploaded() {
        TestShop shop = new TestShop();
        OrderHub drawing = shop.open();
        shop.channel.tell(io.orderweave.testing.ChannelOrders.paid("A1").build());
        drawing.pull(TestShop.CHANNEL);
        drawing.effects().runDue();
        OrderId id = TestShop.order(drawing, "A1").id();

        Document invoice = drawing.documents().of(id).get(0);
        assertThat(drawing.documents().pdf(invoice.id()))
                .hasValueSatisfying(pdf -> assertThat(new String(pdf, java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("%PDF FV20260001"));
        assertThat(shop.channel.begunDocuments()).containsExactly("FV20260001");
        EffectKey render =
                new EffectKey(Subject.of(id), EffectKind.RENDER, invoice.id().value());
        assertThat(drawing.effects().find(render).orElseThrow().state()).isEqualTo(EffectState.DONE);
    }
}
