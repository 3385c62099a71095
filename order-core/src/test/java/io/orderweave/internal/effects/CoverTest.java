package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.Progress;
import io.orderweave.testing.TestOrders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverTest {

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
    void creditedPiecesAreOpenAgainForAPerson() {
        assertThat(Cover.uninvoiced(
                        with(LineProgress.builder().invoiced(2).credited(1).build())))
                .containsEntry(L1, 1);
        Order credited = TestOrders.plain("o1")
                .progress(Progress.none(TestOrders.PLN).toBuilder()
                        .addInvoicedCharge(new ChargeId("delivery"))
                        .addCreditedCharge(new ChargeId("delivery"))
                        .build())
                .build();
        assertThat(Cover.uninvoicedCharges(credited)).hasSize(1);
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
