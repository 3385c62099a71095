package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.Phase;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeCancellations;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the seller cancels is told to the channel; what is cancelled, the channel tells. */
class ChannelCancellationTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Set<LineId> FIRST = Set.of(new LineId("A1-l1"));
    private static final Set<LineId> ALL = Set.of();

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
    private final FakeCancellations channel = shop.channel.cancelled();
    private final OrderId order = order();

    private OrderId order() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1").id();
    }

    private void ask(Set<LineId> lines) {
        hub.orders().cancelAtChannel(order, lines, CancellationReason.NO_STOCK, ANNA);
    }

    private List<Effect> effects() {
        return hub.effects().of(Subject.of(order)).stream()
                .filter(effect -> effect.key().kind().equals(EffectKind.CANCELLATION))
                .toList();
    }

    private List<Event> events() {
        return hub.journal().history(Subject.of(order), 1, 1_000).stream()
                .map(JournalEntry::event)
                .flatMap(Optional::stream)
                .filter(event ->
                        event instanceof OrderEvent.CancellationAsked || event instanceof OrderEvent.CancellationTold)
                .toList();
    }

    private void refuses(Set<LineId> lines, CancellationReason reason, String message) {
        assertThatThrownBy(() -> hub.orders().cancelAtChannel(order, lines, reason, ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST))
                .hasMessage(message);
    }

    @Test
    void tellsTheChannelAndLeavesTheBookToItsWord() {
        ask(FIRST);
        hub.effects().runDue();

        assertThat(channel.told()).containsExactly(new Cancellation("A1", FIRST, CancellationReason.NO_STOCK));
        assertThat(events())
                .containsExactly(
                        new OrderEvent.CancellationAsked(FIRST, CancellationReason.NO_STOCK),
                        new OrderEvent.CancellationTold(FIRST, CancellationReason.NO_STOCK));
        Order after = hub.orders().find(order).orElseThrow();
        assertThat(after.progress().lines()).isEmpty();
        assertThat(after.phase()).isNotEqualTo(Phase.CANCELLED);
    }

    @Test
    void theSameLinesAreToldOnce() {
        ask(FIRST);
        ask(FIRST);
        hub.effects().runDue();
        hub.orders().cancelAtChannel(order, FIRST, CancellationReason.BUYER_CANCELLED, ANNA);
        hub.effects().runDue();

        assertThat(channel.told()).hasSize(1);
        assertThat(events()).hasSize(2);
    }

    @Test
    void everyLineIsTheWholeOrder() {
        ask(ALL);
        ask(Set.of(new LineId("A1-l2"), new LineId("A1-l1")));
        hub.effects().runDue();

        assertThat(channel.told()).containsExactly(new Cancellation("A1", ALL, CancellationReason.NO_STOCK));
    }

    @Test
    void otherLinesAreAnotherIntent() {
        ask(FIRST);
        ask(Set.of(new LineId("A1-l2")));
        hub.effects().runDue();

        assertThat(channel.told()).hasSize(2);
    }

    @Test
    void aLostAnswerIsLookedUpAndNotSentAgain() {
        shop.channel.loseNextAnswer(FakeChannel.lost());
        ask(ALL);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();

        assertThat(channel.told()).hasSize(1);
        assertThat(effects()).extracting(Effect::state).containsExactly(EffectState.DONE);
    }

    @Test
    void whatWasRefusedIsToldAgainWithAnotherReason() {
        channel.refuseNext("line A1-l1: has a parcel");
        ask(FIRST);
        hub.effects().runDue();
        assertThat(effects()).extracting(Effect::reason).containsExactly(Optional.of("line A1-l1: has a parcel"));

        hub.orders().cancelAtChannel(order, FIRST, CancellationReason.BUYER_CANCELLED, ANNA);
        hub.effects().runDue();

        assertThat(channel.told()).containsExactly(new Cancellation("A1", FIRST, CancellationReason.BUYER_CANCELLED));
    }

    @Test
    void anOrderCancelledInTheBookIsStillToldToItsChannel() {
        hub.orders().cancel(order, "no stock", ANNA);
        ask(ALL);
        hub.effects().runDue();

        assertThat(channel.told()).hasSize(1);
    }

    @Test
    void whatTheChannelCancelledItselfIsNotTold() {
        ask(ALL);
        shop.channel.tell(ChannelOrders.paid("A1")
                .term("CANCELLED")
                .lifecycle(Lifecycle.CANCELLED)
                .build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        assertThat(channel.told()).isEmpty();
        assertThat(effects())
                .extracting(Effect::reason)
                .containsExactly(Optional.of("cancelled at the channel already: CANCELLED"));

        ask(FIRST);

        assertThat(events()).as("nothing was asked the second time").hasSize(1);
    }

    @Test
    void refusesWhatCannotBe() {
        refuses(
                FIRST,
                CancellationReason.WRONG_PRICE,
                "the channel has no term for a cancellation because of WRONG_PRICE; it has for [NO_STOCK, BUYER_CANCELLED]");
        refuses(Set.of(new LineId("l9")), CancellationReason.NO_STOCK, "order " + order + " has no lines [l9]");
        shop.channel.onlyTellsOrders();
        refuses(
                FIRST,
                CancellationReason.NO_STOCK,
                "the channel of order " + order + " takes no cancellations by its interface; cancel there by hand");
    }

    @Test
    void refusesWhatIsShipped() {
        TestShop shipping = new TestShop();
        OrderHub packing = shipping.open();
        shipping.channel.tell(ChannelOrders.paid("A1").build());
        packing.pull(TestShop.CHANNEL);
        packing.effects().runDue();
        shipping.courier.scan("T-C1", TrackingStatus.PICKED_UP, shipping.clock.instant());
        packing.pull(TestShop.COURIER);
        OrderId shipped = TestShop.order(packing, "A1").id();

        assertThatThrownBy(() -> packing.orders().cancelAtChannel(shipped, FIRST, CancellationReason.NO_STOCK, ANNA))
                .hasMessage("pieces of lines [A1-l1] of order " + shipped + " are shipped");
        assertThatThrownBy(() -> packing.orders().cancelAtChannel(shipped, ALL, CancellationReason.NO_STOCK, ANNA))
                .hasMessage("pieces of lines [A1-l1, A1-l2] of order " + shipped + " are shipped");
    }

    @Test
    void refusesAConnectionThatOnlyObserves() {
        OrderHub observing = shop.builderWith(
                        TestShop.connection().mode(Mode.OBSERVE).build())
                .build();

        assertThatThrownBy(() -> observing.orders().cancelAtChannel(order, FIRST, CancellationReason.NO_STOCK, ANNA))
                .hasMessage("connection channel is OBSERVE: its channel will not be asked to cancel anything");
    }
}
