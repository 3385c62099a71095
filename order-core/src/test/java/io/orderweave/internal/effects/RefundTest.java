package io.orderweave.internal.effects;

import static io.orderweave.internal.effects.RefundShop.ANNA;
import static io.orderweave.internal.effects.RefundShop.pln;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connector.RefundRequest;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.ChargeId;
import io.orderweave.journal.WhyNot;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A refund on its way to the channel and back into the book. */
class RefundTest {

    private final RefundShop it = new RefundShop();

    private void runAfter(Duration pause) {
        it.shop.clock.advance(pause);
        it.hub.effects().runDue();
    }

    @Test
    void paysBackAndTheAxesFollow() {
        it.ask(it.onePiece("R-1").comment("sorry for the scratch"));
        it.hub.effects().runDue();

        assertThat(it.till.asked()).singleElement().satisfies(request -> {
            assertThat(request.externalId()).isEqualTo("A1");
            assertThat(request.payment()).contains("pay-A1");
            assertThat(request.reason()).isEqualTo(RefundReason.RETURNED);
            assertThat(request.parts()).hasSize(1).first().isInstanceOf(RefundPart.Pieces.class);
            assertThat(request.total()).isEqualTo(pln("25.00"));
            assertThat(request.comment()).contains("sorry for the scratch");
        });
        assertThat(it.order().progress().refunded()).isEqualTo(pln("25.00"));
        assertThat(it.order().axes().payment()).isEqualTo(Axes.PaymentState.PARTIALLY_REFUNDED);
        assertThat(it.events())
                .endsWith(new PaymentEvent.PaymentRefunded(it.payment().id(), pln("25.00"), "R-1"));
        assertThat(it.effect("R-1").reference()).contains("refund-1");
    }

    @Test
    void aLostAnswerIsLookedUpAndNotSentAgain() {
        it.shop.channel.loseNextAnswer(FakeChannel.lost());
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.IN_DOUBT);

        runAfter(Duration.ofMinutes(1));

        assertThat(it.till.asked()).hasSize(1);
        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.DONE);
        assertThat(it.order().progress().refunded()).isEqualTo(pln("25.00"));
    }

    @Test
    void whatNeverArrivedIsSentAgainUnderTheSameKey() {
        it.shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        it.shop.channel.loseNextAnswer(FakeChannel.lost());
        runAfter(Duration.ofMinutes(1));
        List<RefundRequest> lost = List.copyOf(it.till.asked());
        it.till.forget();

        runAfter(Duration.ofMinutes(1));
        runAfter(Duration.ofHours(1));

        assertThat(lost).hasSize(1);
        assertThat(it.till.asked()).isEqualTo(lost);
        assertThat(it.order().progress().refunded()).isEqualTo(pln("25.00"));
    }

    @Test
    void whatWasAcceptedIsFollowedToItsEnd() {
        it.till.slow();
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.ACCEPTED);
        assertThat(it.order().progress().refunded().isZero()).isTrue();

        runAfter(Duration.ofMinutes(2));

        assertThat(it.till.resumed()).isEqualTo(it.till.asked()).hasSize(1);
        assertThat(it.order().progress().refunded()).isEqualTo(pln("25.00"));
    }

    @Test
    void theNextRefundOfTheOrderWaitsForTheOneUnderway() {
        it.till.slow();
        it.ask(it.onePiece("R-1"));
        it.ask(it.amount("R-2", "60.00"));
        it.hub.effects().runDue();

        assertThat(it.till.asked()).hasSize(1);
        assertThat(it.effect("R-2").reason()).contains("waits for " + it.key("R-1") + ", which is ACCEPTED");
        runAfter(Duration.ofMinutes(2));
        runAfter(Duration.ofMinutes(2));

        assertThat(it.till.asked()).hasSize(2);
        assertThat(it.order().progress().refunded()).isEqualTo(pln("85.00"));
    }

    @Test
    void refundsAreDoneInTheOrderTheyWereAskedFor() {
        it.shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.TRANSIENT));
        it.ask(it.onePiece("R-2"));
        it.shop.clock.advance(Duration.ofMillis(1));
        it.ask(it.amount("R-1", "60.00"));

        it.hub.effects().runDue();
        assertThat(it.till.asked()).isEmpty();
        assertThat(it.effect("R-1").reason()).contains("waits for " + it.key("R-2") + ", which is PLANNED");
        runAfter(Duration.ofMinutes(1));

        assertThat(it.till.asked()).extracting(RefundRequest::total).containsExactly(pln("25.00"), pln("60.00"));
    }

    @Test
    void moreThanIsLeftByNowIsRefused() {
        it.till.refuseNext("the payout is closed");
        it.ask(it.amount("R-1", "100.00"));
        it.hub.effects().runDue();
        it.ask(it.amount("R-2", "60.00"));
        it.hub.effects().runDue();

        it.hub.effects().rearm(it.key("R-1"), ANNA);
        it.hub.effects().runDue();

        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect("R-1").reason())
                .contains("of what was paid for order " + it.order + " 60.00 PLN are left to pay back, not 100.00 PLN");
        assertThat(it.order().progress().refunded()).isEqualTo(pln("60.00"));
    }

    @Test
    void askedAgainARefusedOneIsTriedUnderAnotherKey() {
        it.shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.REJECTED));
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.REJECTED);
        String first = it.effect("R-1").request().orElseThrow().get("key").asText();

        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();

        assertThat(it.effect("R-1").state()).isEqualTo(EffectState.DONE);
        assertThat(it.till.asked())
                .singleElement()
                .satisfies(request -> assertThat(request.key()).isNotEqualTo(UUID.fromString(first)));
    }

    @Test
    void aHeldOrderPaysNothingBack() {
        it.hub.orders().hold(it.order, "check", "is it the same shoe?", ANNA);
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        assertThat(it.till.asked()).isEmpty();

        it.hub.orders().release(it.order, "check", ANNA);
        it.hub.effects().runDue();

        assertThat(it.till.asked()).hasSize(1);
    }

    @Test
    void aChannelThatLostTheAbilityRefuses() {
        it.ask(it.onePiece("R-1"));
        it.shop.channel.onlyTellsOrders();
        it.hub.effects().runDue();

        assertThat(it.effect("R-1").reason()).contains("the channel pays nothing back by its interface");
    }

    @Test
    void afterARestoredBackupItIsLookedForBeforeItIsSent() {
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        RefundShop restored = new RefundShop();
        it.till.asked().forEach(restored.till::had);
        Instant backup = restored.shop.clock.instant().minus(Duration.ofHours(1));

        restored.hub.recovery().begin(backup, ANNA);
        restored.hub.pull(TestShop.CHANNEL);
        restored.hub.pull(TestShop.COURIER);
        restored.ask(restored.onePiece("R-1"));
        restored.hub.effects().runDue();

        assertThat(restored.till.asked()).as("nothing was sent").isEmpty();
        assertThat(restored.effect("R-1").state()).isEqualTo(EffectState.DONE);
        assertThat(restored.order().progress().refunded()).isEqualTo(pln("25.00"));
    }

    @Test
    void erasureLeavesAPlannedRefundWithoutItsComment() {
        it.ask(it.onePiece("R-1").comment("dear Jan"));
        it.hub.privacy().erase(it.order, "request 7", ANNA);

        it.hub.effects().runDue();

        assertThat(it.till.asked())
                .singleElement()
                .satisfies(request -> assertThat(request.comment()).isEmpty());
        assertThat(it.effect("R-1").payload().toString()).doesNotContain("Jan");
    }

    @Test
    void whyNotTellsWhatIsLeft() {
        assertThat(it.hub.journal().whyNot(it.order, EffectKind.REFUND).obstacles())
                .isEmpty();
        it.till.refuseNext("the payout is closed");
        it.ask(it.onePiece("R-1"));
        it.hub.effects().runDue();
        it.ask(it.amount("R-2", "120.00"));

        assertThat(it.hub.journal().whyNot(it.order, EffectKind.REFUND).obstacles())
                .extracting(WhyNot.Obstacle::toString)
                .containsExactlyInAnyOrder(
                        "effect " + it.key("R-1") + " is REJECTED: the payout is closed",
                        "effect " + it.key("R-2") + " is PLANNED",
                        "nothing is left to pay back: of 120.00 PLN paid, 0.00 PLN is paid back and 120.00 PLN asked for");
    }

    @Test
    void aRefundIsOfAtLeastOnePartAndOneCurrency() {
        Refund.Builder nothing = it.refund("R-1");
        Refund.Builder mixed =
                it.onePiece("R-1").addPart(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "EUR")));

        assertThatThrownBy(nothing::build).hasMessage("refund R-1 names nothing to pay back");
        assertThatThrownBy(mixed::build).hasMessage("refund R-1 is in more than one currency");
        assertThatThrownBy(it.onePiece("x".repeat(101))::build)
                .hasMessage("the reference of a refund is 1 to 100 characters, not 101");
    }
}
