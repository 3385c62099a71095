package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroPaymentType;
import io.orderweave.simulator.allegro.AllegroRefund;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroRefundsTest {

    private static final UUID KEY = UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01");
    private static final UUID OTHER_KEY = UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a02");
    private static final String REFUNDS = "/payments/refunds";
    private static final Duration TIME = Duration.ofMinutes(3);

    private final SimulatedAllegro world = new SimulatedAllegro(Map.of(), settings -> settings.refundTime(TIME));
    private final Refunds refunds = world.connector.refunds().orElseThrow();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void paysBackOnceHoweverOftenItIsTold() {
        WriteAnswer first = refunds.refund(pieces(KEY, 1));
        WriteAnswer again = refunds.refund(pieces(KEY, 1));

        assertThat(first).isInstanceOf(WriteAnswer.Accepted.class).isEqualTo(again);
        assertThat(taken()).isEqualTo(new AllegroRefund(handle(first), KEY.toString(), "REFUND", amount("25.00")));
    }

    @Test
    void followsARefundToItsEnd() {
        String handle = handle(refunds.refund(pieces(KEY, 1)));
        assertThat(refunds.resume(handle, pieces(KEY, 1))).isInstanceOf(WriteAnswer.Accepted.class);

        world.context.clock.advance(TIME);

        assertThat(refunds.resume(handle, pieces(KEY, 1))).isEqualTo(WriteAnswer.applied(handle));
    }

    @Test
    void saysThatAllegroDidNotMakeIt() {
        world.allegro.platform().rejectRefunds(form);
        String handle = handle(refunds.refund(pieces(KEY, 1)));
        world.context.clock.advance(TIME);

        assertThat(refunds.resume(handle, pieces(KEY, 1)))
                .isEqualTo(new WriteAnswer.Rejected("Allegro did not make the refund " + handle + ": CANCELED"));
        assertThat(refunds.find(pieces(KEY, 1))).isEqualTo(Lookup.absent());
        assertThat(refunds.refund(pieces(KEY, 1))).isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void waitsForARefundThatTheListDoesNotShowYet() {
        assertThat(refunds.resume("refund-unseen", pieces(KEY, 1)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Accepted.class,
                        accepted -> assertThat(accepted.handle()).isEqualTo("refund-unseen"));
    }

    @Test
    void itemisesPiecesAmountsDeliveryAndDeposits() {
        RefundRequest request = request(KEY)
                .addParts(new RefundPart.Pieces(line(), 1, money("25.00")))
                .addParts(new RefundPart.PartOfLine(line(), money("4.50")))
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), money("3.00")))
                .addParts(new RefundPart.OfCharge(new ChargeId("deposit-" + line()), money("0.50")))
                .addParts(new RefundPart.OfCharge(new ChargeId("service-" + line() + "-gift"), money("2.00")))
                .build();

        assertThat(refunds.refund(request)).isInstanceOf(WriteAnswer.Accepted.class);

        assertThat(taken().amount()).isEqualByComparingTo("35.00");
    }

    @Test
    void paysBackPiecesAtAnotherPriceAsAnAmount() {
        RefundRequest granted = request(KEY)
                .addParts(new RefundPart.Pieces(line(), 2, money("40.00")))
                .build();

        refunds.refund(granted);

        assertThat(taken().amount()).isEqualByComparingTo("40.00");
    }

    @Test
    void refusesCashOnDeliveryWithoutSending() {
        String cash = world.allegro
                .buyers()
                .placeReady(AllegroOrderScript.builder()
                        .from(SimulatedAllegro.order())
                        .paymentType(AllegroPaymentType.CASH_ON_DELIVERY)
                        .build());
        world.newRequests();

        WriteAnswer answer = refunds.refund(request(KEY, cash)
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), money("1.00")))
                .build());

        assertThat(answer).isEqualTo(new WriteAnswer.Rejected("Allegro does not pay back cash on delivery"));
        assertThat(world.newRequests()).containsExactly("GET /order/checkout-forms/" + cash);
    }

    @ParameterizedTest
    @CsvSource({"1.005, two decimals", "1.00, no line nowhere"})
    void refusesWithoutSendingWhatAllegroCannotPayBack(String amount, String reason) {
        LineId of = reason.contains("no line") ? new LineId("nowhere") : line();
        RefundRequest request = request(KEY)
                .addParts(new RefundPart.PartOfLine(of, money(amount)))
                .build();

        assertThat(refunds.refund(request))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reason));
        assertThat(world.allegro.requestsByOperation()).doesNotContainKey("POST " + REFUNDS);
    }

    @Test
    void refusesAChargeAReasonAndACommentThatAllegroDoesNotKnow() {
        RefundRequest charge = request(KEY)
                .addParts(new RefundPart.OfCharge(new ChargeId("gift"), money("1.00")))
                .build();
        RefundRequest reason = RefundRequest.builder()
                .from(pieces(KEY, 1))
                .reason(RefundReason.OVERPAID)
                .build();
        RefundRequest comment = RefundRequest.builder()
                .from(pieces(KEY, 1))
                .comment("x".repeat(210))
                .build();

        assertThat(refunds.reasons()).doesNotContain(RefundReason.OVERPAID).hasSize(12);
        assertThat(refunds.refund(charge)).isEqualTo(new WriteAnswer.Rejected("Allegro knows no charge gift"));
        assertThat(refunds.refund(reason)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(refunds.refund(comment))
                .isEqualTo(new WriteAnswer.Rejected("Allegro takes comments of up to 208 characters with a refund"));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED,      REFUND",
        "CANCELLED,     CANCELLED_BY_BUYER",
        "NOT_AVAILABLE, PRODUCT_NOT_AVAILABLE",
        "NOT_COLLECTED, NOT_COLLECTED",
        "DAMAGED,       COMPLAINT",
        "OTHER,         REFUND"
    })
    void tellsTheReasonInAllegrosTerm(RefundReason reason, String term) {
        refunds.refund(
                RefundRequest.builder().from(pieces(KEY, 1)).reason(reason).build());

        assertThat(taken().reason()).isEqualTo(term);
    }

    @Test
    void leavesARefundInDoubtWhoseAnswerIsLostAndFindsItAmongEqualOnes() {
        refunds.refund(pieces(OTHER_KEY, 1));
        assertThat(refunds.find(pieces(KEY, 1))).isEqualTo(Lookup.absent());
        world.allegro.faults().on("POST", REFUNDS).once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> refunds.refund(pieces(KEY, 1)));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(refunds.find(pieces(KEY, 1))).isInstanceOf(Lookup.Underway.class);
        world.context.clock.advance(TIME);
        assertThat(refunds.find(pieces(KEY, 1))).isInstanceOf(Lookup.Found.class);
        assertThat(world.allegro.counters().form(form).refundsByCommand())
                .containsOnly(Map.entry(KEY.toString(), 1), Map.entry(OTHER_KEY.toString(), 1));
        assertThat(world.allegro.counters().duplicates()).isEmpty();
    }

    @Test
    void rejectsWhatAllegroRefusesAndAnOrderThatIsNotThere() {
        assertThat(refunds.refund(pieces(KEY, 3)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("status 422", "QuantityExceeded"));
        assertThat(refunds.refund(request(KEY, "00000000-0000-4000-8000-000000000000")
                        .addParts(new RefundPart.PartOfLine(line(), money("1.00")))
                        .build()))
                .isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void paysBackOfTheSurchargeThatIsNamed() {
        RefundRequest request = request(KEY)
                .payment(surcharge())
                .addParts(new RefundPart.PartOfLine(line(), money("4.50")))
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), money("3.00")))
                .build();

        assertThat(refunds.refund(request)).isInstanceOf(WriteAnswer.Accepted.class);

        assertThat(taken().amount()).isEqualByComparingTo("7.50");
    }

    @Test
    void refusesOfASurchargeTooWhatIsNotInTheOrder() {
        RefundRequest request = request(KEY)
                .payment(surcharge())
                .addParts(new RefundPart.PartOfLine(new LineId("nowhere"), money("4.50")))
                .build();

        assertThat(refunds.refund(request)).isEqualTo(new WriteAnswer.Rejected("Allegro's order has no line nowhere"));
    }

    @Test
    void rejectsAPaymentThatAllegroDoesNotKnow() {
        assertThat(refunds.refund(ofPayment("00000000-0000-4000-8000-000000000000")))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("PaymentNotFound"));
    }

    private String surcharge() {
        world.allegro.buyers().paySurcharge(form, amount("10.00"));
        return SimulatedAllegro.changed(world.connector, form).payments().get(1).externalId();
    }

    private RefundRequest ofPayment(String payment) {
        return RefundRequest.builder().from(pieces(KEY, 1)).payment(payment).build();
    }

    private RefundRequest pieces(UUID key, int quantity) {
        return request(key)
                .addParts(new RefundPart.Pieces(line(), quantity, money("25.00").times(quantity)))
                .build();
    }

    private RefundRequest.Builder request(UUID key) {
        return request(key, form);
    }

    private static RefundRequest.Builder request(UUID key, String form) {
        return RefundRequest.builder()
                .key(key)
                .externalId(form)
                .reason(RefundReason.RETURNED)
                .comment(Optional.of("Przepraszamy"));
    }

    private LineId line() {
        return SimulatedAllegro.changed(world.connector, form).lines().get(0).id();
    }

    private AllegroRefund taken() {
        assertThat(world.allegro.counters().form(form).refunds()).hasSize(1);
        return world.allegro.counters().form(form).refunds().get(0);
    }

    private static String handle(WriteAnswer answer) {
        assertThat(answer).isInstanceOf(WriteAnswer.Accepted.class);
        return ((WriteAnswer.Accepted) answer).handle();
    }

    private static Money money(String amount) {
        return Money.of(amount, "PLN");
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
