package io.orderweave.crash.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.crash.judge.BookedOrder.Paper;
import io.orderweave.crash.judge.Sale.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final List<String> WAY = List.of("PROCESSING", "SENT", "PICKED_UP");

    /** A day with two delivered sales, one cancelled, one of the past; each test spoils one thing. */
    private final Map<String, Sale> sales = new HashMap<>();

    private final List<BookedOrder> book = new ArrayList<>();
    private final Map<String, Integer> parcels = new HashMap<>();
    private final Set<String> quarantined = new HashSet<>();
    private final List<String> unfinished = new ArrayList<>();

    JudgeTest() {
        put(delivered("s1", "FV20260001"));
        put(delivered("s2", "FV20260002"));
        put(untouched("s3", Expectation.CANCELLED, List.of()));
        put(untouched("s4", Expectation.HISTORY, List.of()));
        book.add(order("o1", "s1", "delivered", invoice("FV20260001")));
        book.add(order("o2", "s2", "delivered", invoice("FV20260002")));
        book.add(order("o3", "s3", "cancelled"));
        book.add(order("o4", "s4", "new"));
        parcels.put("o1-1", 1);
        parcels.put("o2-2", 1);
    }

    @Test
    void findsNothingInAGoodDay() {
        assertThat(judge().isClean()).isTrue();
        assertThat(judge().doubts()).isEqualTo(new Doubts(3, 1));
    }

    @Test
    void findsASecondParcelOfOneReference() {
        parcels.put("o1-1", 2);

        assertDuplicate("the couriers have 2 parcels for order o1");
    }

    @Test
    void findsASecondParcelOfAnotherArming() {
        parcels.put("o1-2", 1);

        assertDuplicate("the couriers have 2 parcels for order o1");
    }

    @Test
    void findsAParcelThatNobodyOrdered() {
        parcels.put("o3-1", 1);

        assertDuplicate("a courier has a parcel for o3, which wants none");
    }

    @Test
    void findsAMissingParcel() {
        parcels.remove("o1-1");

        assertLoss("no courier has a parcel for order o1");
    }

    @Test
    void findsAMissingOrder() {
        book.remove(0);

        assertThat(judge().losses()).contains("sale s1 is neither in the book nor in quarantine");
    }

    @Test
    void takesAnOrderInQuarantineForKept() {
        book.remove(2);
        quarantined.add("s3");

        assertThat(judge().isClean()).isTrue();
    }

    @Test
    void findsAnOrderThatIsBookedTwice() {
        book.add(order("o5", "s3", "cancelled"));

        assertDuplicate("sale s3 is in the book 2 times");
    }

    @Test
    void findsAnOrderThatIsNoSale() {
        book.add(order("o5", "s9", "new"));

        assertDuplicate("order o5 of the book is no sale");
    }

    @Test
    void findsAGapInTheNumbers() {
        sales.remove("s2");
        put(delivered("s2", "FV20260003"));
        book.set(1, order("o2", "s2", "delivered", invoice("FV20260003")));

        assertThat(judge().gaps()).containsExactly("series invoices FV2026 has no 2, and goes to 3");
    }

    @Test
    void findsANumberGivenTwice() {
        put(delivered("s2", "FV20260001"));
        book.set(1, order("o2", "s2", "delivered", invoice("FV20260001")));

        assertDuplicate("series invoices FV2026 gave a number twice: [1, 1]");
    }

    @Test
    void findsASecondInvoice() {
        book.set(0, order("o1", "s1", "delivered", invoice("FV20260001"), invoice("FV20260003")));

        assertDuplicate("sale s1 has 2 invoices in the book");
    }

    @Test
    void findsAMissingInvoice() {
        book.set(1, order("o2", "s2", "delivered"));

        assertThat(judge().losses()).contains("sale s2 has no invoice in the book");
    }

    @Test
    void findsASecondProforma() {
        book.set(
                0, order("o1", "s1", "delivered", invoice("FV20260001"), proforma("PF2690001"), proforma("PF2690002")));

        assertDuplicate("sale s1 has 2 proformas");
    }

    @Test
    void findsAWaybillEnteredTwice() {
        put(first(List.of("w-s1", "w-s1"), WAY));

        assertDuplicate("sale s1 has 2 times a waybill: [w-s1, w-s1]");
    }

    @Test
    void findsAMissingWaybill() {
        put(first(List.of(), WAY));

        assertLoss("sale s1 has no waybill");
    }

    @Test
    void findsAWaybillThatTheBookForgot() {
        put(first(List.of("w-other"), WAY));

        assertLoss("sale s1 has waybill w-other, of which its order knows nothing");
    }

    @Test
    void findsAStatusToldTwice() {
        put(first(List.of("w-s1"), List.of("PROCESSING", "SENT", "SENT", "PICKED_UP")));

        assertDuplicate("sale s1 was told a status twice: [PROCESSING, SENT, SENT, PICKED_UP]");
    }

    @Test
    void findsAStatusToldTooLate() {
        put(first(List.of("w-s1"), List.of("SENT", "PROCESSING", "PICKED_UP")));

        assertLoss("sale s1 was told an old status after a newer one: [SENT, PROCESSING, PICKED_UP]");
    }

    @Test
    void findsAMissingStatus() {
        put(first(List.of("w-s1"), List.of("PROCESSING", "SENT")));

        assertLoss("sale s1 was not told PICKED_UP in the end: [PROCESSING, SENT]");
    }

    @Test
    void findsAnotherPdfThanTheBookKeeps() {
        book.set(0, order("o1", "s1", "delivered", new Paper("invoices", true, "FV20260001", "other")));

        assertDuplicate("invoice FV20260001 was uploaded as another PDF than the book keeps");
    }

    @Test
    void findsAPaymentCountedTwice() {
        book.set(
                0,
                new BookedOrder(
                        "o1",
                        "s1",
                        false,
                        "delivered",
                        new BigDecimal("-12.50"),
                        List.of(invoice("FV20260001")),
                        List.of("w-s1")));

        assertDuplicate("sale s1 counts as paid too much by 12.50");
    }

    @Test
    void findsAPaymentThatWasLost() {
        book.set(
                0,
                new BookedOrder(
                        "o1",
                        "s1",
                        false,
                        "delivered",
                        new BigDecimal("12.50"),
                        List.of(invoice("FV20260001")),
                        List.of("w-s1")));

        assertLoss("of sale s1 the book still wants 12.50");
    }

    @Test
    void findsAnOrderThatRests() {
        book.set(0, order("o1", "s1", "packing", invoice("FV20260001")));

        assertLoss("sale s1 rests in status packing");
    }

    @Test
    void findsWhatWasDoneForACancelledOrder() {
        put(untouched("s3", Expectation.CANCELLED, List.of("w")));

        assertDuplicate("something was done for sale s3, which is CANCELLED");
    }

    @Test
    void takesPiecesOfOneParcelForSentOnce() {
        put(inPieces(new Part("piece 2 of sale s1", Expectation.DELIVERED, List.of("w-s1"), WAY)));

        assertThat(judge().isClean()).isTrue();
    }

    @Test
    void findsAPieceThatWasForgotten() {
        put(inPieces(new Part("piece 2 of sale s1", Expectation.DELIVERED, List.of(), WAY)));

        assertLoss("piece 2 of sale s1 has no waybill");
    }

    @Test
    void findsAPieceThatWasSentTwice() {
        put(inPieces(new Part("piece 2 of sale s1", Expectation.DELIVERED, List.of("w-s1", "w-s1"), WAY)));

        assertDuplicate("piece 2 of sale s1 has 2 times a waybill: [w-s1, w-s1]");
    }

    @Test
    void findsWhatWasDoneForACancelledPiece() {
        put(inPieces(new Part("piece 2 of sale s1", Expectation.CANCELLED, List.of("w-s1"), List.of())));

        assertDuplicate("something was done for piece 2 of sale s1, which is CANCELLED");
    }

    @Test
    void findsAnInvoiceAtTheMarketplaceForACancelledOrder() {
        Part whole = new Part("sale s3", Expectation.CANCELLED, List.of(), List.of());
        put(new Sale("s3", Expectation.CANCELLED, List.of(whole), List.of("F"), List.of(), Map.of(), WAY));

        assertDuplicate("something was invoiced to sale s3, which is CANCELLED");
    }

    @Test
    void findsAnInvoiceOfThePast() {
        book.set(3, order("o4", "s4", "new", invoice("FV20260003")));

        assertDuplicate("sale s4, which is HISTORY, has an invoice");
    }

    @Test
    void findsWhatIsNotFinished() {
        unfinished.add("effect order/o1/label is IN_DOUBT: its node ended without an answer");

        assertLoss("effect order/o1/label is IN_DOUBT: its node ended without an answer");
    }

    private void assertDuplicate(String finding) {
        assertThat(judge().duplicates()).containsExactly(finding);
    }

    private void assertLoss(String finding) {
        assertThat(judge().losses()).containsExactly(finding);
    }

    private Verdict judge() {
        return Judge.judge(new Evidence(
                List.copyOf(sales.values()),
                Collections.emptySet(),
                parcels,
                book,
                quarantined,
                unfinished,
                new Doubts(3, 1)));
    }

    private void put(Sale sale) {
        sales.put(sale.id(), sale);
    }

    private static Sale delivered(String id, String number) {
        return delivered(id, number, new Part("sale " + id, Expectation.DELIVERED, List.of("w-" + id), WAY));
    }

    private static Sale delivered(String id, String number, Part... parts) {
        return new Sale(
                id,
                Expectation.DELIVERED,
                List.of(parts),
                List.of(number),
                List.of(number),
                Map.of(number, "digest of " + number),
                WAY);
    }

    private static Sale untouched(String id, Expectation expectation, List<String> waybills) {
        Part whole = new Part("sale " + id, expectation, waybills, List.of());
        return new Sale(id, expectation, List.of(whole), List.of(), List.of(), Map.of(), WAY);
    }

    /** The first sale with other waybills and statuses. */
    private static Sale first(List<String> waybills, List<String> statuses) {
        return delivered("s1", "FV20260001", new Part("sale s1", Expectation.DELIVERED, waybills, statuses));
    }

    /** The first sale in two pieces. */
    private static Sale inPieces(Part second) {
        return delivered(
                "s1",
                "FV20260001",
                new Part("piece 1 of sale s1", Expectation.DELIVERED, List.of("w-s1"), WAY),
                second);
    }

    private static BookedOrder order(String id, String saleId, String status, Paper... papers) {
        return new BookedOrder(id, saleId, false, status, BigDecimal.ZERO, List.of(papers), List.of("w-" + saleId));
    }

    private static Paper invoice(String number) {
        return new Paper("invoices", true, number, "digest of " + number);
    }

    private static Paper proforma(String number) {
        return new Paper("proformas", false, number, "");
    }
}
