package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link ReturnDecisions}. A part of {@link ChannelConnectorTck}. */
public abstract class ReturnDecisionsTck extends WriteGroup {

    private static final String MESSAGE = "Miska wróciła bez pokrywki";

    private int number;

    @Override
    Facet facet() {
        return Facet.RETURN_DECISIONS;
    }

    @Override
    WriteAnswer send(String returnId) {
        return decisions().decide(decision(returnId, firstVerdict()));
    }

    @Override
    Optional<Lookup> find(String returnId) {
        return Optional.of(decisions().find(decision(returnId, firstVerdict())));
    }

    /** The id of a return of one piece: a channel that decides piece by piece wants one request. */
    @Override
    String place(TestOrder order) {
        return server.returns().announce(server.place(order), order.lines().get(0), 1);
    }

    @Override
    int requestsOfAWrite(String returnId) {
        return 1;
    }

    private String announced() {
        return place(TestOrder.paid(++number));
    }

    @Override
    String unknown() {
        return server.returns().unknownReturn();
    }

    @Override
    void change(String returnId) {
        server.returns().dispatch(returnId, "KITBACK0000002");
    }

    @Override
    int landed(String returnId) {
        return server.returns().decisions(returnId);
    }

    @Test
    void everySupportedVerdictHasATerm() {
        claimed(facet());
        assertThat(decisions().supported()).isNotEmpty();

        for (Verdict verdict : decisions().supported()) {
            String back = announced();

            assertThat(decisions().decide(decision(back, verdict)))
                    .as(verdict.name())
                    .isInstanceOf(WriteAnswer.Applied.class);
            assertThat(landed(back)).as(verdict.name()).isEqualTo(1);
        }
    }

    @Test
    void aVerdictTheChannelDoesNotTakeIsRejectedUnsent() {
        claimed(facet());
        warmUp();
        String back = announced();
        int before = writes();

        Arrays.stream(Verdict.values())
                .filter(verdict -> !decisions().supported().contains(verdict))
                .forEach(verdict -> assertThat(decisions().decide(decision(back, verdict)))
                        .as(verdict.name())
                        .isInstanceOf(WriteAnswer.Rejected.class));

        assertThat(writes()).as("requests that change something").isEqualTo(before);
        assertThat(landed(back)).isZero();
    }

    @Test
    void oneVerdictIsNotFoundAsAnother() {
        claimed(facet());
        String back = announced();
        decisions().decide(decision(back, firstVerdict()));

        decisions().supported().stream()
                .filter(verdict -> verdict != firstVerdict())
                .forEach(verdict -> {
                    ReturnDecision other = decision(back, verdict);
                    assertThat(decisions().find(other)).as(verdict.name()).isInstanceOf(Lookup.Absent.class);
                    assertThat(decisions().decide(other))
                            .as(verdict.name())
                            .isNotInstanceOf(WriteAnswer.AlreadyApplied.class);
                });
    }

    @Test
    void oneReturnIsNotTheOther() {
        claimed(facet());
        String decided = announced();
        String open = announced();
        decisions().decide(decision(decided, firstVerdict()));

        assertThat(decisions().find(decision(open, firstVerdict()))).isInstanceOf(Lookup.Absent.class);
        assertThat(landed(open)).isZero();
    }

    @Test
    void theMessageToTheBuyerIsNotPrinted() {
        claimed(facet());
        int before = channel().log().length();

        WriteAnswer answer = decisions().decide(decision(announced(), firstVerdict()));

        assertThat(answer.toString()).doesNotContain(MESSAGE);
        assertThat(channel().log().substring(before)).doesNotContain(MESSAGE);
    }

    /** The same from one run to the next. */
    private Verdict firstVerdict() {
        return decisions().supported().stream().sorted().findFirst().orElseThrow();
    }

    private static ReturnDecision decision(String returnId, Verdict verdict) {
        return new ReturnDecision(returnId, List.of(), verdict, Optional.empty(), Optional.of(MESSAGE));
    }

    private ReturnDecisions decisions() {
        return connector.returnDecisions().orElseThrow();
    }
}
