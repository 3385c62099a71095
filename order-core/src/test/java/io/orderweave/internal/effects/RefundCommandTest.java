package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.RefundShop.ANNA;
import static io.orderweave.internal.effects.RefundShop.pln;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.connection.Mode;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.Money;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.TestShop;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asking for a refund. */
class RefundCommandTest {

    private final RefundShop it = new RefundShop();

    private void refuses(Refund.Builder refund, String message) {
        assertThatThrownBy(() -> it.ask(refund))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST))
                .hasMessageContaining(message);
    }

    @Test
    void plansOneEffectUnderItsReference() {
        it.ask(it.onePiece("R-1"));

        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.PLANNED);
        assertThat(it.events())
                .containsExactly(
                        new PaymentEvent.RefundAsked(it.payment().id(), RefundReason.RETURNED, pln("25.00"), "R-1"));
        assertThat(it.till.asked()).as("nothing is sent by the command").isEmpty();
    }

    @Test
    void aSecondClickChangesNothing() {
        it.ask(it.onePiece("R-1"));
        it.ask(it.onePiece("R-1").comment("with another word to the buyer"));
        it.hub.effects().runDue();
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();

        assertThat(it.events()).hasSize(2);
        assertThat(it.till.asked()).hasSize(1);
    }

    @Test
    void twoNodesClickedTogetherMakeOneRefund() throws Exception {
        OrderHub other = it.shop.open(builder -> builder.node("node-2").rules(RuleSet.EMPTY));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> click : Stream.of(it.hub, other)
                    .map(hub -> clicks.submit(() -> {
                        together.await();
                        hub.payments().refund(it.onePiece("R-1").build(), ANNA);
                        return hub.effects().runDue();
                    }))
                    .toList()) {
                click.get();
            }
        } finally {
            clicks.shutdownNow();
        }

        assertThat(it.till.asked()).hasSize(1);
        assertThat(it.order().progress().refunded()).isEqualTo(pln("25.00"));
    }

    @Test
    void refusesOtherContentUnderTheSameReference() {
        it.ask(it.onePiece("R-1"));

        refuses(
                it.amount("R-1", "25.00"),
                "refund R-1 of order " + it.order
                        + " was asked for with other content; another refund needs a reference of its own");
        refuses(it.onePiece("R-1").reason(RefundReason.DAMAGED), "was asked for with other content");
    }

    @Test
    void refusesOneThatAPersonCancelled() {
        it.ask(it.onePiece("R-1"));
        it.hub.effects().cancel(it.key("R-1"), "a mistake", ANNA);

        refuses(it.onePiece("R-1"), "was cancelled by a person; arm effect " + it.key("R-1") + " again");
    }

    @Test
    void refusesAPaymentOfAnotherOrderOrNone() {
        refuses(it.onePiece("R-1").payment(new PaymentId("nobody's")), "has no payment nobody's");
    }

    @Test
    void refusesWhatTheChannelDidNotTake() {
        Payment byHand = it.hub.payments().record(it.order, pln("10.00"), ANNA);

        refuses(
                it.onePiece("R-1").payment(byHand.id()),
                "payment " + byHand.id() + " came by OPERATOR; a channel pays back only what it has taken itself");
    }

    @Test
    void refusesAReasonTheChannelHasNoTermFor() {
        refuses(
                it.onePiece("R-1").reason(RefundReason.LATE),
                "the channel has no term for a refund because of LATE; it has for [RETURNED, DAMAGED]");
    }

    @Test
    void refusesAChannelThatPaysNothingBack() {
        it.shop.channel.onlyTellsOrders();

        refuses(it.onePiece("R-1"), "pays nothing back by its interface; refund the buyer there by hand");
    }

    @Test
    void refusesAConnectionThatOnlyObserves() {
        OrderHub observing = it.shop
                .builderWith(TestShop.connection().mode(Mode.OBSERVE).build())
                .build();

        assertThatThrownBy(() -> observing.payments().refund(it.onePiece("R-1").build(), ANNA))
                .hasMessage("connection channel is OBSERVE: its channel will not be asked to pay anything back");
    }

    @Test
    void refusesLinesAndChargesThatTheOrderDoesNotHave() {
        refuses(
                it.refund("R-1", new RefundPart.PartOfLine(new LineId("l9"), pln("1.00"))),
                "order " + it.order + " has no line l9");
        refuses(
                it.refund("R-1", new RefundPart.Pieces(new LineId("l9"), 1, pln("1.00"))),
                "order " + it.order + " has no line l9");
        refuses(
                it.refund("R-1", new RefundPart.OfCharge(new ChargeId("gift-wrap"), pln("1.00"))),
                "order " + it.order + " has no charge gift-wrap");
    }

    @Test
    void refusesAnotherCurrency() {
        refuses(
                it.refund("R-1", new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "EUR"))),
                "order " + it.order + " is in PLN; it cannot be paid back 1.00 EUR");
    }

    @Test
    void refusesMorePiecesThanWereSold() {
        refuses(
                it.refund(
                        "R-1",
                        new RefundPart.Pieces(new LineId("A1-l1"), 2, pln("20.00")),
                        new RefundPart.Pieces(new LineId("A1-l1"), 1, pln("10.00"))),
                "line A1-l1 of order " + it.order
                        + " has 2 pieces, of which 0 are paid back or asked for; 3 cannot be");
    }

    @Test
    void refusesAPieceThatIsPaidBackUnderAnotherReference() {
        it.ask(it.refund("R-1", new RefundPart.Pieces(new LineId("A1-l1"), 2, pln("50.00"))));
        refuses(it.onePiece("R-2"), "of which 2 are paid back or asked for; 1 cannot be");
        it.hub.effects().runDue();

        refuses(it.onePiece("R-2"), "of which 2 are paid back or asked for; 1 cannot be");
    }

    @Test
    void refusesMoreThanIsLeftOfThePayment() {
        it.ask(it.amount("R-1", "100.00"));
        refuses(
                it.amount("R-2", "20.01"),
                "of payment " + it.payment().id() + " 20.00 PLN are left to pay back, not 20.01 PLN");
        it.hub.effects().runDue();

        refuses(it.amount("R-2", "20.01"), "20.00 PLN are left to pay back");
        it.ask(it.amount("R-2", "20.00"));
        it.hub.effects().runDue();
        assertThat(it.order().progress().refunded()).isEqualTo(pln("120.00"));
    }

    @Test
    void whatWasRefusedCountsNoMore() {
        it.till.refuseNext("the payout is closed");
        it.ask(it.amount("R-1", "100.00"));
        it.hub.effects().runDue();

        it.ask(it.amount("R-2", "120.00"));

        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect("R-2").state()).isEqualTo(EffectState.PLANNED);
    }

    @Test
    void ofAnErasedOrderNothingIsSaidToTheBuyer() {
        it.hub.privacy().erase(it.order, "request 7", ANNA);

        refuses(it.onePiece("R-1").comment("sorry"), "is erased; refund it without a comment");
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();

        assertThat(it.till.asked()).as("the money goes back nevertheless").hasSize(1);
    }

    @Test
    void asksThePolicy() {
        OrderHub strict = it.shop.open(builder -> builder.rules(RuleSet.EMPTY)
                .policy((actor, command, order) -> !command.equals("payments.refund")
                        || order.orElseThrow().tags().contains("refundable")));

        assertThatThrownBy(() -> strict.payments().refund(it.onePiece("R-1").build(), ANNA))
                .hasMessage("operator:anna may not payments.refund on order " + it.order);
        strict.orders().addTag(it.order, "refundable", ANNA);
        strict.payments().refund(it.onePiece("R-1").build(), ANNA);
    }
}
