package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.FiscalShop.ANNA;
import static io.orderweave.internal.effects.FiscalShop.issue;
import static io.orderweave.internal.effects.FiscalShop.onPayment;
import static io.orderweave.internal.effects.FiscalShop.pln;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.Seller;
import io.orderweave.document.VatSummary;
import io.orderweave.effect.EffectState;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.VatRate;
import io.orderweave.order.OrderLine;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Advance documents and the final invoice that deducts them. */
class AdvanceTest {

    private static final VatRate LOW = VatRate.of("8");
    private static final VatRate HIGH = VatRate.of("23");

    private final FiscalShop shop = FiscalShop.with();
    private final OrderId order = shop.place("A1");

    @Test
    void anAdvanceIsThePaymentSplitByTheRatesOfTheOrder() {
        Document advance = shop.advance(order, "50.00");

        // 50.00 in the proportion 33.33 : 100.00 is 12.4990... and 37.5009...; the odd minor unit goes to the larger
        // rest.
        assertThat(advance.lines())
                .extracting(DocumentLine::vatRate, DocumentLine::unitPrice, DocumentLine::quantity)
                .containsExactly(
                        Tuple.tuple(Optional.of(LOW), pln("12.50"), 1),
                        Tuple.tuple(Optional.of(HIGH), pln("37.50"), 1));
        assertThat(advance.vat())
                .containsExactly(
                        new VatSummary(LOW, pln("11.57"), pln("0.93"), pln("12.50")),
                        new VatSummary(HIGH, pln("30.49"), pln("7.01"), pln("37.50")));
        assertThat(advance.total()).isEqualTo(pln("50.00"));
        assertThat(advance.paid()).isEqualTo(pln("50.00"));
        assertThat(advance.toPay().isZero()).isTrue();
        assertThat(advance.payTo()).isEmpty();
        assertThat(advance.number()).isEqualTo("ZA202680001");
        assertThat(advance.lines()).allSatisfy(line -> {
            assertThat(line.payment()).isEqualTo(advance.payment()).isPresent();
            assertThat(line.description()).isEqualTo("A1");
            assertThat(line.line()).isEmpty();
        });
        assertThat(shop.order(order).progress().invoicedCharges())
                .as("takes no cover")
                .isEmpty();
    }

    @Test
    void itsTaxDateIsTheDayThePaymentCame() {
        shop.clock.advance(Duration.between(shop.clock.instant(), Instant.parse("2026-03-31T22:30:00Z")));
        PaymentId payment = shop.pay(order, "50.00");
        shop.clock.advance(Duration.ofDays(3));
        shop.hub.documents().issueAdvance(payment, ANNA);
        shop.hub.effects().runDue();

        Document advance = shop.chain(order).advanceOf(payment).orElseThrow();
        assertThat(advance.taxDate()).as("in the seller's zone").isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(advance.issueDate()).isEqualTo(LocalDate.of(2026, 4, 4));
        assertThat(advance.dueDate()).isEqualTo(advance.issueDate());
    }

    @Test
    void twoRulesAndADoubleClickGiveAPaymentOneAdvance() {
        FiscalShop ruled = FiscalShop.with(
                onPayment("one", issue(DocumentKind.ADVANCE)), onPayment("two", issue(DocumentKind.ADVANCE)));
        OrderId paid = ruled.place("A1");
        PaymentId payment = ruled.pay(paid, "50.00");
        ruled.hub.documents().issueAdvance(payment, ANNA);
        ruled.hub.effects().runDue();
        ruled.hub.documents().issueAdvance(payment, ANNA);
        ruled.hub.effects().runDue();

        assertThat(ruled.chain(paid).documents()).hasSize(1);
        assertThat(ruled.invoiceEffects(paid)).containsExactly("advance/" + payment);
        assertThat(ruled.stores.series().last("shop/advances/2026")).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void theFinalDeductsEachAdvanceOnceAndLeavesTheRest() {
        Document first = shop.advance(order, "50.00");
        Document second = shop.advance(order, "33.33");
        shop.pay(order, "20.00");

        Document invoice = shop.invoice(order);

        assertThat(invoice.lines())
                .filteredOn(line -> line.advance().isPresent())
                .extracting(
                        DocumentLine::advance,
                        DocumentLine::description,
                        line -> line.total().plus(pln("0")))
                .containsExactly(
                        Tuple.tuple(Optional.of(first.id()), first.number(), pln("-12.50")),
                        Tuple.tuple(Optional.of(first.id()), first.number(), pln("-37.50")),
                        Tuple.tuple(Optional.of(second.id()), second.number(), pln("-8.33")),
                        Tuple.tuple(Optional.of(second.id()), second.number(), pln("-25.00")));
        assertThat(invoice.lines())
                .filteredOn(line -> line.advance().isEmpty())
                .extracting(DocumentLine::line, DocumentLine::charge)
                .containsExactly(
                        Tuple.tuple(Optional.of(new LineId("l1")), Optional.empty()),
                        Tuple.tuple(Optional.of(new LineId("l2")), Optional.empty()),
                        Tuple.tuple(Optional.empty(), Optional.of(new ChargeId("delivery"))));
        assertThat(invoice.total()).isEqualTo(pln("50.00"));
        assertThat(invoice.paid()).as("what no advance holds").isEqualTo(pln("20.00"));
        assertThat(invoice.toPay()).isEqualTo(pln("30.00"));
        assertThat(shop.chain(order).openAdvances()).isEmpty();
        assertThat(shop.chain(order).deductionOf(second.id())).contains(invoice);
    }

    @Test
    void theVatOfAdvancesAndFinalIsTheVatOfTheSale() {
        // Thirds, so that the VAT of each part is rounded away from that of the whole.
        List<Document> documents = new ArrayList<>();
        documents.add(shop.advance(order, "44.44"));
        documents.add(shop.advance(order, "44.44"));
        documents.add(shop.advance(order, "44.45"));
        documents.add(shop.invoice(order));

        List<VatSummary> sum = documents.stream().map(Document::vat).reduce(List.of(), VatSums::plus);

        assertThat(sum)
                .containsExactly(
                        new VatSummary(LOW, pln("30.86"), pln("2.47"), pln("33.33")),
                        new VatSummary(HIGH, pln("81.30"), pln("18.70"), pln("100.00")));
        assertThat(documents.get(3).toPay().isZero()).isTrue();
        assertThat(documents.get(3).total().isZero()).isTrue();
    }

    @Test
    void aPaymentBeyondTheOrderIsTaxedForTheOrderOnly() {
        Document advance = shop.advance(order, "200.00");

        assertThat(advance.total()).isEqualTo(pln("133.33"));
        PaymentId more = shop.pay(order, "1.00");
        shop.hub.documents().issueAdvance(more, ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "advance/" + more)).satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.REJECTED);
            assertThat(effect.reason())
                    .contains("order " + order + " has nothing left to bill: [ZA202680001] cover it");
        });
    }

    @Test
    void aDiscountAtItsOwnRateIsLeftToTheFinal() {
        OrderId discounted = shop.hub
                .orders()
                .place(
                        FiscalShop.wanted("A2")
                                .addLine(FiscalShop.line("l1", 1, "100.00", "23"))
                                .addCharge(FiscalShop.charge("discount", "-10.00", "8"))
                                .build(),
                        ANNA)
                .id();

        Document advance = shop.advance(discounted, "90.00");
        Document invoice = shop.invoice(discounted);

        assertThat(advance.lines()).extracting(DocumentLine::vatRate).containsExactly(Optional.of(HIGH));
        assertThat(invoice.vat()).extracting(VatSummary::gross).containsExactly(pln("-10.00"), pln("10.00"));
        assertThat(invoice.toPay().isZero()).isTrue();
    }

    @Test
    void noAdvanceFollowsAFinalThatCoversEverything() {
        PaymentId payment = shop.pay(order, "50.00");
        Document invoice = shop.invoice(order);
        shop.hub.documents().issueAdvance(payment, ANNA);
        shop.hub.effects().runDue();

        assertThat(invoice.paid()).isEqualTo(pln("50.00"));
        assertThat(shop.effect(order, "advance/" + payment).state()).isEqualTo(EffectState.REJECTED);
        assertThat(shop.effect(order, "advance/" + payment).reason())
                .contains("order " + order + " has nothing left to bill: [FV20260001] cover it");
        assertThat(shop.stores.series().last("shop/advances/2026")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aCancelledOrderGetsNoAdvance() {
        PaymentId payment = shop.pay(order, "50.00");
        shop.hub.orders().cancel(order, "by phone", ANNA);
        shop.hub.documents().issueAdvance(payment, ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "advance/" + payment).state()).isEqualTo(EffectState.CANCELLED);
    }

    @Test
    void aSellerOutsideVatReceiptsWithoutRates() {
        shop.hub = shop.open(builder -> builder.seller(
                Seller.builder().from(TestShop.seller()).vatPayer(false).build()));

        Document receipt = shop.advance(order, "50.00");
        Document invoice = shop.invoice(order);

        assertThat(receipt.lines())
                .extracting(DocumentLine::vatRate, DocumentLine::unitPrice)
                .containsExactly(Tuple.tuple(Optional.empty(), pln("50.00")));
        assertThat(receipt.vat()).isEmpty();
        assertThat(invoice.vat()).isEmpty();
        assertThat(invoice.total()).isEqualTo(pln("83.33"));
    }

    @Test
    void withoutASeriesItIsRefusedAndTheReasonSaysWhichIsMissing() {
        shop.hub = shop.open(builder -> builder.seller(Seller.builder()
                .from(TestShop.seller())
                .series(TestShop.seller().series().stream()
                        .filter(series -> series.kind() == DocumentKind.INVOICE)
                        .toList())
                .build()));
        PaymentId payment = shop.pay(order, "50.00");
        shop.hub.documents().issueAdvance(payment, ANNA);
        Document invoice = shop.invoice(order);
        shop.hub.documents().credit(invoice.id(), "cancelled", ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(order, "advance/" + payment).reason())
                .contains("seller shop has no number series for ADVANCE");
        assertThat(shop.effect(order, "credit/" + invoice.id()).reason())
                .contains("seller shop has no number series for CREDIT_NOTE");
        assertThat(shop.effect(order, "credit/" + invoice.id()).state()).isEqualTo(EffectState.REJECTED);
    }

    @Test
    void withoutARateItIsRefused() {
        shop.hub = shop.open(builder -> builder.seller(Seller.builder()
                .from(TestShop.seller())
                .defaultVatRate(Optional.empty())
                .build()));
        OrderLine.Builder line = OrderLine.builder();
        line.from(FiscalShop.line("l1", 1, "50.00", "23")).vatRate(Optional.empty());
        OrderId unrated = shop.hub
                .orders()
                .place(FiscalShop.wanted("A9").addLine(line.build()).build(), ANNA)
                .id();
        PaymentId payment = shop.pay(unrated, "50.00");

        shop.hub.documents().issueAdvance(payment, ANNA);
        shop.hub.effects().runDue();

        assertThat(shop.effect(unrated, "advance/" + payment).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no VAT rate for line l1"));
    }
}
