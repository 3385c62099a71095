package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.QuarantineId;
import io.orderweave.intake.OrderFate;
import io.orderweave.intake.Quarantine;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Order;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One order, read as it is at its channel now. */
class RefreshTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
    private final OrderId order = imported();

    private OrderId imported() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1").id();
    }

    private static void refuses(OrderHub hub, OrderId order, FaultCategory category, String message) {
        assertThatThrownBy(() -> hub.refresh(order))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(category))
                .hasMessage(message);
    }

    @Test
    void takesInWhatIsNewAndSkipsWhatIsNot() {
        assertThat(hub.refresh(order)).isEqualTo(OrderFate.UNCHANGED);
        shop.channel.correct(ChannelOrders.paid("A1").build());

        assertThat(hub.refresh(order)).isEqualTo(OrderFate.CHANGED);

        assertThat(hub.payments().of(order)).hasSize(1);
        assertThat(hub.refresh(order)).isEqualTo(OrderFate.UNCHANGED);
        assertThat(shop.channel.polls()).as("nothing else was asked").isEqualTo(1);
    }

    @Test
    void anOrderThatIsGoneStaysInTheBook() {
        Order before = hub.orders().find(order).orElseThrow();
        shop.channel.tellGone("A1");

        assertThat(hub.refresh(order)).isEqualTo(OrderFate.GONE);

        assertThat(hub.orders().find(order)).contains(before);
    }

    @Test
    void whatCannotBeReadIsQuarantined() {
        shop.channel.tellUnreadable("A1", "{}", "no total");

        assertThat(hub.refresh(order)).isEqualTo(OrderFate.QUARANTINED);

        assertThat(hub.quarantine().open(10))
                .extracting(Quarantine.Item::detail)
                .containsExactly("no total");
    }

    @Test
    void whatCannotBeSavedIsQuarantinedAndLeavesIt() {
        shop.channel.correct(ChannelOrders.paid("A1")
                .addLine(TestOrders.line("A1-l1", 1, "5.00"))
                .build());

        assertThat(hub.refresh(order)).isEqualTo(OrderFate.QUARANTINED);

        assertThat(hub.quarantine().open(10))
                .extracting(Quarantine.Item::reason)
                .containsExactly("NOT_SAVED");
        QuarantineId item = hub.quarantine().open(10).get(0).id();
        assertThat(hub.quarantine().retry(item, ANNA)).isFalse();
        shop.channel.correct(ChannelOrders.paid("A1").build());
        assertThat(hub.refresh(order)).isEqualTo(OrderFate.CHANGED);
        assertThat(hub.quarantine().open(10)).isEmpty();
    }

    @Test
    void aListenerThatFailsIsNotTheOrdersFault() {
        OrderHub listening = shop.open(builder -> builder.rules(RuleSet.EMPTY).listener(change -> {
            throw new IllegalStateException("the shop's table is gone");
        }));
        shop.channel.correct(ChannelOrders.paid("A1").build());

        assertThatThrownBy(() -> listening.refresh(order)).hasMessage("the shop's table is gone");

        assertThat(listening.quarantine().open(10)).isEmpty();
    }

    @Test
    void doesNotRunWhileTheConnectionIsPulled() {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        shop.channel.duringNextPoll(() -> {
            try {
                hub.refresh(order);
            } catch (OrderweaveException fault) {
                refused.set(fault);
            }
        });

        hub.pull(TestShop.CHANNEL);

        assertThat(refused.get())
                .hasMessage("connection channel is being pulled, which may bring the order; try again afterwards");
        assertThat(shop.channel.read())
                .as("what a pull reads later must be saved later")
                .isEmpty();
        assertThat(hub.refresh(order)).isEqualTo(OrderFate.UNCHANGED);
    }

    @Test
    void refusesWhatCannotBeRead() {
        refuses(hub, new OrderId("none"), FaultCategory.NOT_FOUND, "no order none");
        OrderHub off =
                shop.builderWith(TestShop.connection().mode(Mode.OFF).build()).build();
        refuses(off, order, FaultCategory.INVALID_REQUEST, "connection channel is OFF and asked for nothing");
        shop.channel.onlyTellsOrders();
        refuses(hub, order, FaultCategory.INVALID_REQUEST, "connection channel cannot be asked for a single order");
    }

    @Test
    void refusesAnOrderPlacedByHand() {
        Order like = TestOrders.rich();
        NewOrder wanted = NewOrder.builder()
                .number("P1")
                .seller(like.seller())
                .currency(like.currency())
                .lines(like.lines())
                .buyer(like.buyer())
                .delivery(like.delivery())
                .payment(like.payment())
                .build();
        OrderId byHand = hub.orders().place(wanted, ANNA).id();

        refuses(
                hub,
                byHand,
                FaultCategory.INVALID_REQUEST,
                "order " + byHand + " came by no channel, which could be asked for it");
    }

    @Test
    void refusesToRunInsideATransaction() {
        assertThatThrownBy(() -> hub.inTransaction(() -> hub.refresh(order)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("reading an order calls the outside and must not run inside a transaction");
    }

    @Test
    void refusedCredentialsStopTheConnection() {
        shop.channel.duringNextRead(() -> {
            throw FakeChannel.refused(FaultCategory.AUTHORISATION);
        });

        assertThatThrownBy(() -> hub.refresh(order)).hasMessageContaining("refused");

        assertThat(hub.stopped(TestShop.CHANNEL)).isPresent();
    }
}
