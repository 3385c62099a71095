package io.orderweave.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.testing.TestOrders;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line l1 has two pieces, line l2 one; the order is 120.00 PLN. */
class AxesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, UNPAID",
        "0.01, 0, PARTIALLY_PAID",
        "119.99, 0, PARTIALLY_PAID",
        "120, 0, PAID",
        "120.01, 0, OVERPAID",
        "120, 20, PARTIALLY_REFUNDED",
        "120, 120, REFUNDED",
        "130, 10, PARTIALLY_REFUNDED",
        "50, 50, REFUNDED"
    })
    void tellsHowFarItIsPaid(String paid, String refunded, Axes.PaymentState state) {
        Order order = order(progress -> progress.toBuilder()
                .paid(Money.of(paid, "PLN"))
                .refunded(Money.of(refunded, "PLN"))
                .build());

        assertThat(order.axes().payment()).isEqualTo(state);
    }

    @Test
    void isPaidWhenItCostsNothing() {
        Order free = TestOrders.plain("free")
                .lines(java.util.List.of(TestOrders.line("l1", 1, "0")))
                .charges(java.util.List.of())
                .build();

        assertThat(free.axes().payment()).isEqualTo(Axes.PaymentState.PAID);
    }

    @ParameterizedTest
    @CsvSource({
        // cancelled, shipped, delivered of l1; of l2
        "0, 0, 0, 0, 0, 0, NOT_SHIPPED",
        "0, 1, 0, 0, 0, 0, PARTIALLY_SHIPPED",
        "0, 2, 0, 1, 1, 0, SHIPPED",
        "0, 2, 0, 0, 1, 1, PARTIALLY_DELIVERED",
        "0, 2, 2, 0, 1, 1, DELIVERED",
        "2, 0, 0, 0, 1, 0, SHIPPED",
        "2, 0, 0, 1, 0, 0, NOTHING_TO_SHIP",
        "1, 1, 1, 1, 0, 0, DELIVERED",
        "0, 3, 3, 0, 0, 0, PARTIALLY_DELIVERED",
        "0, 4, 0, 0, 0, 0, PARTIALLY_SHIPPED"
    })
    void tellsHowFarItIsShipped(
            int cancelled1,
            int shipped1,
            int delivered1,
            int cancelled2,
            int shipped2,
            int delivered2,
            Axes.ShippingState state) {
        Order order = order(progress -> progress.withLine(
                        new LineId("l1"),
                        line -> line.toBuilder()
                                .cancelled(cancelled1)
                                .shipped(shipped1)
                                .delivered(delivered1)
                                .build())
                .withLine(
                        new LineId("l2"),
                        line -> line.toBuilder()
                                .cancelled(cancelled2)
                                .shipped(shipped2)
                                .delivered(delivered2)
                                .build()));

        assertThat(order.axes().shipping()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, NOT_INVOICED",
        "1, 0, 0, PARTIALLY_INVOICED",
        "2, 1, 0, INVOICED",
        "2, 1, 1, PARTIALLY_INVOICED",
        "2, 0, 2, CREDITED"
    })
    void tellsHowFarItIsInvoiced(int invoiced1, int invoiced2, int credited1, Axes.DocumentState state) {
        Order order = order(progress -> progress.withLine(
                        new LineId("l1"),
                        line -> line.toBuilder()
                                .invoiced(invoiced1)
                                .credited(credited1)
                                .build())
                .withLine(
                        new LineId("l2"),
                        line -> line.toBuilder().invoiced(invoiced2).build()));

        assertThat(order.axes().documents()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, NONE", "1, 0, PARTIALLY_RETURNED", "2, 1, RETURNED"})
    void tellsHowFarItCameBack(int returned1, int returned2, Axes.ReturnState state) {
        Order order = order(progress -> progress.withLine(
                        new LineId("l1"),
                        line -> line.toBuilder().returned(returned1).build())
                .withLine(
                        new LineId("l2"),
                        line -> line.toBuilder().returned(returned2).build()));

        assertThat(order.axes().returns()).isEqualTo(state);
    }

    @Test
    void changesOneLineAndNoOther() {
        Progress before = Progress.none(TestOrders.PLN);
        Progress after = before.withLine(
                new LineId("l1"), line -> line.toBuilder().shipped(1).build());

        assertThat(before.line(new LineId("l1"))).isEqualTo(LineProgress.NONE);
        assertThat(after.line(new LineId("l1")).shipped()).isEqualTo(1);
        assertThat(after.line(new LineId("l2"))).isEqualTo(LineProgress.NONE);
    }

    @Test
    void refusesProgressThatCannotBe() {
        assertThatThrownBy(() -> LineProgress.builder().shipped(-1).build()).hasMessageContaining("negative");
        assertThatThrownBy(() -> LineProgress.builder().invoiced(1).credited(2).build())
                .hasMessageContaining("credited 2 of 1");
    }

    @Test
    void refusesAnOrderInTwoCurrencies() {
        assertThatThrownBy(
                        () -> TestOrders.plain("o").addLine(line("l3", "EUR")).build())
                .hasMessageContaining("line l3 is priced in EUR");
        assertThatThrownBy(() -> TestOrders.plain("o")
                        .progress(Progress.none(java.util.Currency.getInstance("EUR")))
                        .build())
                .hasMessageContaining("order o is in PLN, its payments in EUR");
        assertThatThrownBy(() -> TestOrders.plain("o")
                        .channelState(ChannelState.builder()
                                .term("t")
                                .lifecycle(Lifecycle.CONFIRMED)
                                .total(Money.of("1", "EUR"))
                                .fingerprint("f")
                                .build())
                        .build())
                .hasMessageContaining("order o is in PLN, its total in EUR");
    }

    @Test
    void refusesALineOrChargeThatIsThereTwice() {
        assertThatThrownBy(() -> TestOrders.plain("o")
                        .addLine(TestOrders.line("l1", 1, "1"))
                        .build())
                .hasMessageContaining("order o has line l1 twice");
        assertThatThrownBy(() -> TestOrders.plain("o")
                        .addCharge(TestOrders.delivery("1"))
                        .build())
                .hasMessageContaining("order o has charge " + new ChargeId("delivery") + " twice");
    }

    private static OrderLine line(String id, String currency) {
        return OrderLine.builder()
                .id(new LineId(id))
                .name("x")
                .quantity(1)
                .unitPrice(Money.of("1", currency))
                .build();
    }

    private static Order order(UnaryOperator<Progress> change) {
        return TestOrders.plain("o")
                .progress(change.apply(Progress.none(TestOrders.PLN)))
                .build();
    }
}
