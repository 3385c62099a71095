package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.Document;
import io.orderweave.id.ChargeId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.Progress;
import io.orderweave.testing.TestDocuments;
import io.orderweave.testing.TestOrders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverTest {

    private static final ChargeId DELIVERY = new ChargeId("delivery");
    private static final LineId L1 = new LineId("l1");
    private static final LineId L2 = new LineId("l2");

    private static Order with(LineProgress l1) {
        return TestOrders.plain("o1")
                .progress(Progress.none(TestOrders.PLN).withLine(L1, any -> l1))
                .build();
    }

    @Test
    void everythingIsOpenAtFirst() {
        Order order = TestOrders.plain("o1").build();

        assertThat(Cover.uninvoiced(order)).containsExactly(Map.entry(L1, 2), Map.entry(L2, 1));
        assertThat(Cover.unshipped(order)).containsExactly(Map.entry(L1, 2), Map.entry(L2, 1));
        assertThat(Cover.uninvoicedCharges(order)).isEqualTo(order.charges());
    }

    @Test
    void cancelledPiecesAreNeitherInvoicedNorShipped() {
        Order order = with(LineProgress.builder().cancelled(1).build());

        assertThat(Cover.uninvoiced(order)).containsEntry(L1, 1);
        assertThat(Cover.unshipped(order)).containsEntry(L1, 1);
        Order whole = with(LineProgress.builder().cancelled(2).build());
        assertThat(Cover.uninvoiced(whole)).doesNotContainKey(L1);
        assertThat(Cover.unshipped(whole)).doesNotContainKey(L1);
    }

    @Test
    void whatWasInvoicedAndCancelledLaterLeavesNothingNegative() {
        Order order =
                with(LineProgress.builder().invoiced(2).covered(2).cancelled(1).build());

        assertThat(Cover.uninvoiced(order)).containsOnlyKeys(L2);
        assertThat(Cover.unshipped(order)).containsOnlyKeys(L2);
    }

    @Test
    void aCreditNoteGivesRulesNothingBack() {
        Order credited = with(LineProgress.builder().invoiced(2).credited(2).build());
        Order charged = TestOrders.plain("o1")
                .progress(Progress.none(TestOrders.PLN).toBuilder()
                        .addInvoicedCharge(DELIVERY)
                        .addCreditedCharge(DELIVERY)
                        .build())
                .build();

        assertThat(Cover.uninvoiced(credited)).containsOnlyKeys(L2);
        assertThat(Cover.uninvoicedCharges(charged)).isEmpty();
        assertThat(Cover.unbilled(credited)).containsEntry(L1, 2);
        assertThat(Cover.unbilledCharges(charged)).hasSize(1);
    }

    @Test
    void aPersonGetsBackWhatTheCreditedInvoiceCoveredAndNoMore() {
        Document invoice = TestDocuments.invoice("d1", Map.of(L1, 2), DELIVERY);
        Order credited = TestOrders.plain("o1")
                .progress(Cover.credited(
                        Cover.invoiced(
                                Progress.none(TestOrders.PLN),
                                Map.of(L1, 2, L2, 1),
                                TestOrders.plain("o1").build().charges()),
                        invoice))
                .build();

        assertThat(Cover.givenBack(credited, invoice)).containsExactly(Map.entry(L1, 2));
        assertThat(Cover.givenBackCharges(credited, invoice)).hasSize(1);
        Order again = credited.toBuilder()
                .progress(Cover.invoiced(credited.progress(), Map.of(L1, 2), credited.charges()))
                .build();
        assertThat(Cover.givenBack(again, invoice)).isEmpty();
        assertThat(Cover.givenBackCharges(again, invoice)).isEmpty();
        assertThat(Cover.unbilled(again)).isEmpty();
    }

    @Test
    void aPersonGetsBackNoPieceThatTheCreditedInvoiceDidNotCover() {
        Document invoice = TestDocuments.invoice("d1", Map.of(L1, 1), DELIVERY);
        Order order = with(LineProgress.builder().invoiced(1).credited(1).build());

        assertThat(Cover.unbilled(order)).containsEntry(L1, 2);
        assertThat(Cover.givenBack(order, invoice)).containsExactly(Map.entry(L1, 1));
        assertThat(Cover.givenBackCharges(order, TestDocuments.deducting("d2", new DocumentId("a1"))))
                .isEmpty();
    }

    @Test
    void aPersonGetsBackNoPieceThatIsCancelledSince() {
        Document invoice = TestDocuments.invoice("d1", Map.of(L1, 2), DELIVERY);
        Order order =
                with(LineProgress.builder().invoiced(2).credited(2).cancelled(1).build());

        assertThat(Cover.givenBack(order, invoice)).containsExactly(Map.entry(L1, 1));
        assertThat(Cover.givenBackCharges(
                        order.toBuilder()
                                .progress(order.progress().toBuilder()
                                        .addInvoicedCharge(DELIVERY)
                                        .build())
                                .build(),
                        invoice))
                .as("on a live invoice")
                .isEmpty();
    }

    @Test
    void aCreditMovesPiecesChargesAndTheAmount() {
        Document invoice = TestDocuments.invoice("d1", Map.of(L1, 2), DELIVERY);
        Progress after = Cover.credited(
                Cover.invoiced(
                        Progress.none(TestOrders.PLN),
                        Map.of(L1, 2),
                        TestOrders.plain("o1").build().charges()),
                invoice);

        assertThat(after.line(L1))
                .isEqualTo(LineProgress.builder().invoiced(2).credited(2).build());
        assertThat(after.creditedCharges()).containsExactly(DELIVERY);
        assertThat(after.credited()).isEqualTo(invoice.total());
    }

    @Test
    void aCreditOfALineThatTheOrderNeverTookOverChangesNoPieces() {
        Document invoice = TestDocuments.invoice("d1", Map.of(L1, 2), DELIVERY);

        assertThat(Cover.credited(Progress.none(TestOrders.PLN), invoice).line(L1))
                .isEqualTo(LineProgress.NONE);
    }

    @Test
    void invoicingTakesLinesAndChargesAndNothingElse() {
        Order order = with(LineProgress.builder().invoiced(1).shipped(1).build());

        Progress after = Cover.invoiced(order.progress(), Map.of(L1, 1), order.charges());

        assertThat(after.line(L1))
                .isEqualTo(LineProgress.builder().invoiced(2).shipped(1).build());
        assertThat(after.line(L2)).isEqualTo(LineProgress.NONE);
        Order covered = order.toBuilder().progress(after).build();
        assertThat(Cover.uninvoicedCharges(covered)).isEmpty();
        assertThat(Cover.uninvoiced(covered)).containsOnlyKeys(L2);
        assertThat(Cover.invoiced(order.progress(), Map.of(), List.of())).isEqualTo(order.progress());
    }

    @Test
    void shippingTakesCoverNotDispatch() {
        Progress after = Cover.shipped(Progress.none(TestOrders.PLN), Map.of(L1, 2));

        assertThat(after.line(L1)).isEqualTo(LineProgress.builder().covered(2).build());
    }
}
