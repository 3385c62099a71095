package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.simulator.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroReturnDecisionsTest {

    private static final String REJECTION = "/order/customer-returns/[^/]+/rejection";

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final ReturnDecisions decisions = world.connector.returnDecisions().orElseThrow();
    private final String id = world.allegro
            .returns()
            .announce(world.allegro.buyers().placeReady(SimulatedAllegro.order()), "14000000001", 1, "MISTAKE");

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, ,                  REFUND_REJECTED",
        "REJECTED, REFUND_REJECTED,   REFUND_REJECTED",
        "REJECTED, MISSING_PART_SENT, MISSING_PART_SENT",
        "REJECTED, ITEM_MISMATCH,     ITEM_MISMATCH",
        "REJECTED, BUSINESS_PURCHASE, BUSINESS_PURCHASE",
        "REJECTED, NO_RETURN_RIGHT,   NO_RETURN_RIGHT",
        "REPAIRED, ,                  ITEM_FIXED",
        "REPLACED, ,                  NEW_ITEM_SENT"
    })
    void rejectsWithAllegrosCode(Verdict verdict, @Nullable String reason, String code) {
        assertThat(decisions.supported()).contains(verdict);

        assertThat(decisions.decide(decision(verdict, reason))).isEqualTo(WriteAnswer.applied());

        assertThat(world.allegro.counters().returnRejections()).containsEntry(id, code);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED", "TO_BE_CLARIFIED"})
    void knowsNoCallThatAcceptsBecauseTheRefundDoes(Verdict verdict) {
        assertThat(decisions.supported()).doesNotContain(verdict);

        assertThat(decisions.decide(decision(verdict, null))).isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void sendsNothingThatAllegroWouldNotTake() {
        Optional<String> text = Optional.of("Uszkodzony");
        List<ReturnDecision> unfit = List.of(
                new ReturnDecision(id, List.of(), Verdict.REJECTED, Optional.empty(), Optional.empty()),
                new ReturnDecision(id, List.of(), Verdict.REJECTED, Optional.empty(), Optional.of(" ")),
                new ReturnDecision(id, List.of(), Verdict.REJECTED, Optional.of("ITEM_FIXED"), text),
                new ReturnDecision(id, List.of("item-1"), Verdict.REPAIRED, Optional.empty(), text),
                new ReturnDecision(id, List.of(), Verdict.REPAIRED, Optional.empty(), Optional.of("x".repeat(251))));

        assertThat(unfit)
                .allSatisfy(
                        decision -> assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.Rejected.class));

        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void decidesOnce() {
        decisions.decide(decision(Verdict.REPAIRED, null));

        assertThat(decisions.decide(decision(Verdict.REPAIRED, null)))
                .isEqualTo(new WriteAnswer.AlreadyApplied(Optional.empty()));
        assertThat(decisions.decide(decision(Verdict.REPLACED, null)))
                .isEqualTo(new WriteAnswer.Rejected("the return was rejected before, with ITEM_FIXED"));
    }

    @Test
    void leavesAVerdictInDoubtWhoseAnswerIsLostAndFindsItByAsking() {
        ReturnDecision decision = decision(Verdict.REJECTED, "ITEM_MISMATCH");
        assertThat(decisions.find(decision)).isEqualTo(Lookup.absent());
        world.allegro.faults().on("POST", REJECTION).once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> decisions.decide(decision));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(decisions.find(decision)).isInstanceOf(Lookup.Found.class);
        assertThat(decisions.find(decision(Verdict.REPAIRED, null))).isEqualTo(Lookup.absent());
    }

    @Test
    void rejectsAReturnThatIsNotThere() {
        ReturnDecision gone =
                new ReturnDecision("no-such-return", List.of(), Verdict.REPAIRED, Optional.empty(), Optional.empty());

        assertThat(decisions.decide(gone)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(decisions.find(gone)).isEqualTo(Lookup.absent());
    }

    private ReturnDecision decision(Verdict verdict, @Nullable String reason) {
        return new ReturnDecision(
                id, List.of(), verdict, Optional.ofNullable(reason), Optional.of("Uszkodzony przez kupującego"));
    }
}
