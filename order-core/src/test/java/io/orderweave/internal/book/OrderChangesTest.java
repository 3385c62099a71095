package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderStatus;
import io.orderweave.order.Phase;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.party.Party;
import io.orderweave.testing.TestOrders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderChangesTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final StatusCatalogue statuses = StatusCatalogue.standard();
    private final Order order = TestOrders.plain("o1").build();

    @Test
    void removingATagKeepsTheOthers() {
        Order tagged = order.toBuilder().addTags("vip", "gift").build();

        assertThat(OrderChanges.removeTag(tagged, "vip").order().tags()).containsExactly("gift");
        assertThat(OrderChanges.removeTag(tagged, "other")).isEqualTo(OrderChanges.none(tagged));
    }

    @Test
    void thePartyToInvoiceIsFixedOnceAndMayBeChanged() {
        Party told = Party.builder().company("Firma Sp. z o.o.").build();
        Party other = Party.builder().company("Inna S.A.").build();
        Order byChannel = order.toBuilder().invoiceParty(told).build();

        Order fixed = OrderChanges.invoice(byChannel, told).order();

        assertThat(fixed.invoicePartyFixed()).isTrue();
        assertThat(OrderChanges.invoice(fixed, told)).isEqualTo(OrderChanges.none(fixed));
        assertThat(OrderChanges.invoice(fixed, other).order().invoiceParty()).contains(other);
    }

    @Test
    void releasingAHoldKeepsTheOthers() {
        Order held = hold(hold(order, "loss"), "fraud");

        assertThat(OrderChanges.release(held, "loss").order().holds())
                .extracting(Hold::code)
                .containsExactly("fraud");
        assertThat(OrderChanges.release(held, "other")).isEqualTo(OrderChanges.none(held));
    }

    @Test
    void aSecondHoldOfACodeChangesNothing() {
        Order held = hold(order, "loss");

        assertThat(OrderChanges.hold(held, "loss", "again", Optional.empty(), ANNA, TestOrders.NOON))
                .isEqualTo(OrderChanges.none(held));
    }

    @Test
    void cancellingTakesThePiecesAndTheStatusOnce() {
        Outcome cancelled = OrderChanges.cancel(order, "out of stock", statuses);

        assertThat(cancelled.order().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.order().progress().line(new LineId("l1")).cancelled())
                .isEqualTo(2);
        assertThat(cancelled.events())
                .hasAtLeastOneElementOfType(OrderEvent.Cancelled.class)
                .hasAtLeastOneElementOfType(OrderEvent.StatusChanged.class);
        assertThat(OrderChanges.cancel(cancelled.order(), "again", statuses))
                .isEqualTo(OrderChanges.none(cancelled.order()));
    }

    @Test
    void cancellingWithoutAStatusForItLeavesTheStatus() {
        StatusCatalogue without = StatusCatalogue.of(
                List.of(OrderStatus.of("new", Phase.OPEN, "New"), OrderStatus.of("done", Phase.DELIVERED, "Done")));

        Outcome cancelled = OrderChanges.cancel(order, "out of stock", without);

        assertThat(cancelled.order().status()).isEqualTo(new StatusId("new"));
        assertThat(cancelled.events()).containsExactly(new OrderEvent.Cancelled("out of stock"));
    }

    @Test
    void movingBetweenCancelledStatusesCancelsNothingAgain() {
        StatusCatalogue two = StatusCatalogue.of(List.of(
                OrderStatus.of("new", Phase.OPEN, "New"),
                OrderStatus.of("cancelled", Phase.CANCELLED, "Cancelled"),
                OrderStatus.of("refused", Phase.CANCELLED, "Refused")));
        Order cancelled = OrderChanges.cancel(order, "out of stock", two).order();

        assertThat(OrderChanges.setStatus(cancelled, new StatusId("refused"), two)
                        .events())
                .containsExactly(new OrderEvent.StatusChanged(new StatusId("cancelled"), new StatusId("refused")));
    }

    @Test
    void onlyHistoryIsAdopted() {
        Order history = order.toBuilder().history(true).build();

        assertThat(OrderChanges.adopt(history).order().history()).isFalse();
        assertThat(OrderChanges.adopt(order)).isEqualTo(OrderChanges.none(order));
    }

    private static Order hold(Order order, String code) {
        return OrderChanges.hold(order, code, "look first", Optional.empty(), ANNA, TestOrders.NOON)
                .order();
    }
}
