package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundPart.OfCharge;
import io.orderweave.payment.RefundPart.PartOfLine;
import io.orderweave.payment.RefundPart.Pieces;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KauflandRefundsTest {

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final Refunds refunds = world.connector.refunds().orElseThrow();
    private final String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

    @BeforeEach
    void send() {
        world.units(order).forEach(unit -> world.kaufland.platform().setUnitStatus(unit, "sent"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void paysBackPiecesInCents() {
        assertThat(refunds.refund(request(new Pieces(mugs(), 2, euro("25.98")))))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(refunded()).containsExactly(List.of(1299L), List.of(1299L), List.of(), List.of());
    }

    @Test
    void splitsToTheCentAndPaysEachPieceOnce() {
        assertThat(refunds.refund(request(new PartOfLine(mugs(), euro("10.00")), new Pieces(mugs(), 1, euro("1.00")))))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(refunded().stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1100);
        assertThat(refunded()).filteredOn(parts -> !parts.isEmpty()).hasSize(3).allMatch(parts -> parts.size() == 1);
    }

    @Test
    void paysDeliveryBackWhereItWasCharged() {
        assertThat(refunds.refund(request(new OfCharge(new ChargeId("delivery"), euro("3.90")))))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(refunded()).containsExactly(List.of(), List.of(), List.of(), List.of(390L));
    }

    @Test
    void paysFirstForWhatCameBack() {
        long second = world.units(order).get(1);
        world.kaufland.platform().setUnitStatus(second, "returned");

        refunds.refund(request(new Pieces(mugs(), 1, euro("12.99"))));

        assertThat(world.kaufland.counters().order(order).unit(second).refundedCents())
                .containsExactly(1299L);
    }

    /** Accepting a return pays the buyer back: what is told again must not be paid for a piece the buyer has kept. */
    @Test
    void paysNothingForAPieceTheBuyerKeptWhenTheReturnedOneIsPaidBack() {
        acceptReturnOf(world.units(order).get(1));

        assertThat(refunds.refund(returned(new Pieces(mugs(), 1, euro("12.99")))))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("1 of line " + mugs(), "RETURNED"));
        assertThat(refunds.refund(returned(new PartOfLine(mugs(), euro("12.99")))))
                .isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(refunded()).containsExactly(List.of(), List.of(1299L), List.of(), List.of());
    }

    @Test
    void paysForAReturnedPieceThatIsNotPaidBackAndForNoOther() {
        acceptReturnOf(world.units(order).get(0));
        world.kaufland.platform().setUnitStatus(world.units(order).get(2), "returned");

        assertThat(refunds.refund(returned(new Pieces(mugs(), 2, euro("25.98")))))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(refunds.refund(returned(new Pieces(mugs(), 1, euro("12.99")))))
                .isInstanceOf(WriteAnswer.Applied.class);
        assertThat(refunds.refund(returned(new Pieces(mugs(), 1, euro("12.99")))))
                .as("Kaufland says that nothing is left of it")
                .isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(refunded()).containsExactly(List.of(1299L), List.of(), List.of(1299L), List.of());
    }

    /** The buyer sent it back without telling Kaufland. */
    @Test
    void paysForAReturnThatKauflandKnowsNothingOf() {
        assertThat(refunds.refund(returned(new Pieces(mugs(), 1, euro("12.99")))))
                .isInstanceOf(WriteAnswer.Applied.class);
    }

    @Test
    void paysForAKeptPieceWithoutTryingTheOneThatIsPaidBack() {
        acceptReturnOf(world.units(order).get(1));
        world.newRequests();

        assertThat(refunds.refund(request(new Pieces(mugs(), 1, euro("2.00")))))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(refunded()).containsExactly(List.of(200L), List.of(1299L), List.of(), List.of());
        assertThat(world.newRequests())
                .filteredOn(sent -> sent.startsWith("PATCH"))
                .hasSize(1);
    }

    @Test
    void rejectsBeforeAnythingIsSentWhatCannotBe() {
        world.kaufland.platform().setUnitStatus(world.units(order).get(3), "need_to_be_sent");

        for (RefundRequest request : List.of(
                request(new Pieces(pot(), 1, euro("29.50"))),
                request(new Pieces(mugs(), 4, euro("40.00"))),
                request(new Pieces(new LineId("17"), 1, euro("1.00"))),
                request(new Pieces(mugs(), 1, Money.of("300.00", "CZK"))),
                request(new PartOfLine(mugs(), euro("0.125"))),
                request(new OfCharge(new ChargeId("delivery"), euro("3.90"))),
                RefundRequest.builder()
                        .from(request(new Pieces(mugs(), 1, euro("1.00"))))
                        .externalId("MNOSUCH")
                        .build())) {
            assertThat(refunds.refund(request)).as(request.toString()).isInstanceOf(WriteAnswer.Rejected.class);
        }

        assertThat(world.newRequests())
                .filteredOn(sent -> sent.startsWith("PATCH"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RefundReason.class)
    void hasATermForTheReasonsItNamesAndNoOther(RefundReason reason) {
        RefundRequest request = RefundRequest.builder()
                .from(request(new Pieces(pot(), 1, euro("1.00"))))
                .reason(reason)
                .build();

        assertThat(refunds.refund(request) instanceof WriteAnswer.Applied)
                .isEqualTo(refunds.reasons().contains(reason));
    }

    /** Kaufland does not show what was paid back, only that nothing is left. */
    @Test
    void paysForAnotherPieceOfTheLineWhenOneIsPaidBackAlready() {
        refunds.refund(request(new Pieces(mugs(), 1, euro("12.99"))));

        assertThat(refunds.refund(request(new Pieces(mugs(), 2, euro("25.98")))))
                .isInstanceOf(WriteAnswer.Applied.class);
        assertThat(refunds.refund(request(new Pieces(mugs(), 1, euro("12.99")))))
                .isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(refunded()).containsExactly(List.of(1299L), List.of(1299L), List.of(1299L), List.of());
    }

    @Test
    void rejectsWhatKauflandRefusesForTheFirstPiece() {
        assertThat(refunds.refund(request(new Pieces(pot(), 1, euro("99.00")))))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("insufficient-funds"));
    }

    @Test
    void leavesToAPersonWhatWasPaidBackInPart() {
        long second = world.units(order).get(1);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + second + "/refund")
                .once(Fault.status(400));

        OutsideFault fault = catchThrowableOfType(
                OutsideFault.class, () -> refunds.refund(request(new Pieces(mugs(), 3, euro("38.97")))));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(fault).hasMessageContaining("1 pieces were paid back");
        assertThat(refunded()).containsExactly(List.of(1299L), List.of(), List.of(), List.of());
    }

    @Test
    void neverGuessesWhetherALostOneWasPaid() {
        RefundRequest request = request(new Pieces(pot(), 1, euro("29.50")));
        world.kaufland.faults().on("PATCH", ".*/refund").once(Fault.cutAfterWrite());

        assertThat(catchThrowableOfType(OutsideFault.class, () -> refunds.refund(request))
                        .reached())
                .isEqualTo(Reached.PERHAPS);

        assertThatThrownBy(() -> refunds.find(request))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("by hand");
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    private RefundRequest request(RefundPart... parts) {
        return RefundRequest.builder()
                .key(UUID.fromString("7d1a4b0e-0000-4000-8000-000000000001"))
                .externalId(order)
                .reason(RefundReason.OTHER)
                .addParts(parts)
                .build();
    }

    private RefundRequest returned(RefundPart part) {
        return RefundRequest.builder()
                .from(request(part))
                .reason(RefundReason.RETURNED)
                .build();
    }

    /** As Kaufland does: the buyer has the money, and nothing is left of it. */
    private void acceptReturnOf(long unit) {
        world.kaufland.platform().setUnitStatus(unit, "returned");
        refunds.refund(returned(new Pieces(mugs(), 1, euro("12.99"))));
        world.kaufland.platform().setUnitStatus(unit, "returned_paid");
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    private LineId mugs() {
        return world.line(order, 0);
    }

    private LineId pot() {
        return world.line(order, 3);
    }

    private List<List<Long>> refunded() {
        return world.kaufland.counters().order(order).units().stream()
                .map(KauflandUnitCounters::refundedCents)
                .toList();
    }
}
