package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.simulator.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KauflandReturnsTest {

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final ReturnFeed feed = world.connector.returnFeed().orElseThrow();
    private final ReturnDecisions decisions = world.connector.returnDecisions().orElseThrow();
    private final String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
    private Optional<Checkpoint> place = Optional.empty();

    @BeforeEach
    void send() {
        world.units(order).forEach(unit -> world.kaufland.platform().setUnitStatus(unit, "sent"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsAReturnWithItsPiecesByLine() {
        long id = announce(1, 3);
        world.kaufland.platform().trackReturn(id, "407875042681");

        ChannelReturn told = only(poll());

        assertThat(told.externalId()).isEqualTo(Long.toString(id));
        assertThat(told.order()).isEqualTo(order);
        assertThat(told.stage()).isEqualTo(Stage.ANNOUNCED);
        assertThat(told.term()).isEqualTo("return_requested");
        assertThat(told.trackingNumbers()).containsExactly("407875042681");
        assertThat(told.items())
                .extracting(ChannelReturn.Item::line)
                .containsExactly(world.line(order, 0), world.line(order, 3));
        assertThat(told.items()).allSatisfy(item -> {
            assertThat(item.quantity()).isEqualTo(1);
            assertThat(item.reason()).contains("defect");
            assertThat(item.note()).contains("Henkel ab");
            assertThat(item.toString()).doesNotContain("Henkel");
        });
    }

    @Test
    void asksOnceWhenNothingIsNew() {
        announce(0);
        poll();
        world.newRequests();

        assertThat(poll()).isEmpty();
        assertThat(world.newRequests()).containsExactly("GET /returns");
    }

    @ParameterizedTest
    @CsvSource({
        "label_generated, ANNOUNCED",
        "label_deleted, ANNOUNCED",
        "package_sent, ON_ITS_WAY",
        "package_received, ARRIVED",
        "lost_in_space, UNKNOWN"
    })
    void tellsHowFarAReturnIs(String status, Stage stage) {
        long id = announce(0);
        poll();
        world.kaufland.platform().moveReturn(id, status);

        assertThat(only(poll()).stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, return_accepted, ACCEPTED",
        "REJECTED, return_rejected, REJECTED",
        "REPAIRED, return_in_repair, ARRIVED",
        "TO_BE_CLARIFIED, return_in_clarification, ARRIVED"
    })
    void tellsTheVerdictForEachPieceOnce(Verdict verdict, String status, Stage stage) {
        long id = announce(0, 3);
        world.kaufland.platform().moveReturn(id, "package_received");
        poll();
        ReturnDecision decision = decision(id, verdict, "Bitte mit Bild");
        assertThat(decisions.find(decision)).isEqualTo(Lookup.absent());

        assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(decisions.find(decision)).isInstanceOf(Lookup.Found.class);
        world.newRequests();
        assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(world.newRequests()).containsExactly("GET /returns/" + id);
        assertThat(world.kaufland.counters().verdicts().values())
                .hasSize(2)
                .allSatisfy(written -> assertThat(written).containsExactly(status));
        ChannelReturn told = only(poll());
        assertThat(told.stage()).isEqualTo(stage);
        assertThat(told.term()).isEqualTo(status);
    }

    @Test
    void decidesOnlyOnThePiecesNamed() {
        long id = announce(0, 3);
        String piece = only(poll()).items().get(1).id().orElseThrow();
        ReturnDecision decision = new ReturnDecision(
                Long.toString(id), List.of(piece), Verdict.ACCEPTED, Optional.empty(), Optional.empty());

        assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().verdicts().get(Long.valueOf(piece)))
                .containsExactly("return_accepted");
        assertThat(world.kaufland.counters().verdicts().values())
                .filteredOn(List::isEmpty)
                .hasSize(1);
        assertThat(decisions.find(decision)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void finishesWhatWasInterrupted() {
        long id = announce(0, 1, 3);
        ReturnDecision decision = decision(id, Verdict.ACCEPTED, "");
        world.kaufland.faults().on("PATCH", ".*/accept").once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> decisions.decide(decision)).isInstanceOf(OutsideFault.class);

        assertThat(decisions.find(decision)).isEqualTo(Lookup.absent());
        assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(world.kaufland.counters().verdicts().values())
                .allSatisfy(written -> assertThat(written).hasSize(1));
    }

    @Test
    void rejectsBeforeSendingWhatKauflandDoesNotKnow() {
        long id = announce(0);
        ReturnDecision otherPiece = new ReturnDecision(
                Long.toString(id), List.of("17"), Verdict.ACCEPTED, Optional.empty(), Optional.empty());

        for (ReturnDecision decision : List.of(
                decision(id, Verdict.REPLACED, "x"),
                decision(id, Verdict.REJECTED, " "),
                decision(id, Verdict.TO_BE_CLARIFIED, ""),
                decision(17, Verdict.ACCEPTED, ""),
                otherPiece)) {
            assertThat(decisions.decide(decision)).isInstanceOf(WriteAnswer.Rejected.class);
        }

        assertThat(decisions.supported()).doesNotContain(Verdict.REPLACED);
        assertThat(world.newRequests()).noneMatch(request -> request.startsWith("PATCH"));
    }

    @Test
    void quarantinesAReturnThatCannotBeReadAndGoesOn() {
        long broken = announce(0);
        world.kaufland.platform().editReturn(broken, json -> json.put("ts_created_iso", "never"));
        announce(3);

        List<ReturnFeed.Item> items = poll();

        assertThat(items).hasSize(2);
        assertThat(items)
                .filteredOn(ReturnFeed.Item.Unreadable.class::isInstance)
                .singleElement()
                .extracting(item -> ((ReturnFeed.Item.Unreadable) item).reason())
                .asString()
                .contains("ts_created_iso");
    }

    private long announce(int... units) {
        List<Long> ids = world.units(order);
        return world.kaufland
                .buyers()
                .announceReturn(order, Arrays.stream(units).mapToObj(ids::get).toList(), "defect", "Henkel ab");
    }

    private static ReturnDecision decision(long id, Verdict verdict, String message) {
        return new ReturnDecision(Long.toString(id), List.of(), verdict, Optional.empty(), Optional.of(message));
    }

    private List<ReturnFeed.Item> poll() {
        world.context.clock.advance(Duration.ofMinutes(1));
        ReturnFeed.Batch batch = feed.poll(place, 100);
        place = Optional.of(batch.next());
        return batch.items();
    }

    private static ChannelReturn only(List<ReturnFeed.Item> items) {
        assertThat(items).singleElement().isInstanceOf(ReturnFeed.Item.Changed.class);
        return ((ReturnFeed.Item.Changed) items.get(0)).changed();
    }
}
