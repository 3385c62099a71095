package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroOffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllegroStockUpdatesTest {

    private static final String QUANTITY = "offer-quantity-change-commands";
    private static final String PUBLICATION = "offer-publication-commands";
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final WriteAnswer APPLIED = WriteAnswer.applied();

    private final SimulatedAllegro world = new SimulatedAllegro(
            Map.of(), settings -> settings.offerCommandTime(TIME).offerEditTime(TIME));
    private final StockUpdates updates = world.connector.stockUpdates().orElseThrow();

    @BeforeEach
    void list() {
        for (String id : List.of("1", "2", "3")) {
            world.allegro.offers().list(AllegroOffer.of(id, "SKU-" + id, "Kubek " + id, 10, "25.00"));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesEqualLevelsByOneCommandAndFollowsItToItsEnd() {
        List<StockLevel> levels = List.of(level("1", 5), level("2", 5), level("3", 7));

        String handle = handle(updates.update("batch-1", levels));
        assertThat(world.allegro.counters().offerCommands()).containsExactly(Map.entry(QUANTITY, 2));
        assertThat(updates.resume(handle, levels)).isInstanceOf(BatchAnswer.Accepted.class);
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, levels))
                .isEqualTo(new BatchAnswer.Finished(Map.of(ref("1"), APPLIED, ref("2"), APPLIED, ref("3"), APPLIED)));
        assertThat(world.allegro.counters().offer("2").stockWrites()).containsExactly(5);
        assertThat(world.allegro.counters().offer("3").available()).isEqualTo(7);
    }

    @Test
    void tellsLevelsAsFixedSoThatTellingThemAgainDoesNoHarm() {
        tell("batch-1", level("1", 4));
        tell("batch-2", level("1", 4));

        assertThat(world.allegro.counters().offer("1").stockWrites()).containsExactly(4, 4);
        assertThat(world.allegro.counters().offer("1").available()).isEqualTo(4);
    }

    @Test
    void endsAnOfferWithoutStock() {
        Map<OfferRef, WriteAnswer> answers = tell("batch-1", level("1", 0), level("2", 6));

        assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.of(ref("1"), APPLIED, ref("2"), APPLIED));
        assertThat(world.allegro.counters().offer("1").status()).isEqualTo("ENDED");
        assertThat(world.allegro.counters().offer("1").available()).isZero();
        assertThat(world.allegro.counters().offerCommands()).containsExactly(Map.entry(QUANTITY, 1));
    }

    @Test
    void isFinishedAtOnceWhereAnOfferIsEditedAtOnce() {
        try (SimulatedAllegro quick = new SimulatedAllegro(Map.of(), settings -> settings)) {
            quick.allegro.offers().list(AllegroOffer.of("1", "SKU-1", "Kubek", 10, "25.00"));

            assertThat(quick.connector
                            .stockUpdates()
                            .orElseThrow()
                            .update("batch-1", List.of(level("1", 0), level("9", 0))))
                    .isInstanceOfSatisfying(BatchAnswer.Finished.class, finished -> {
                        assertThat(finished.items()).containsEntry(ref("1"), APPLIED);
                        assertThat(finished.items().get(ref("9"))).isInstanceOf(WriteAnswer.Rejected.class);
                    });
        }
    }

    @Test
    void waitsForAnEditThatIsGoingOn() {
        List<StockLevel> none = List.of(level("1", 0));
        String handle = handle(updates.update("batch-1", none));

        assertThat(updates.update("batch-1", none)).isInstanceOf(BatchAnswer.Accepted.class);
        assertThat(updates.resume(handle, none)).isInstanceOf(BatchAnswer.Accepted.class);
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, none)).isEqualTo(new BatchAnswer.Finished(Map.of(ref("1"), APPLIED)));
        assertThat(world.allegro.counters().offer("1").stockWrites()).containsExactly(0);
    }

    @Test
    void bringsBackAnOfferThatEndedForWantOfStock() {
        tell("batch-1", level("1", 0));
        List<StockLevel> restocked = List.of(level("1", 5), level("2", 5));
        String handle = handle(updates.update("batch-2", restocked));
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, restocked)).isInstanceOf(BatchAnswer.Accepted.class);
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, restocked)).isInstanceOf(BatchAnswer.Finished.class);
        assertThat(world.allegro.counters().offer("1").status()).isEqualTo("ACTIVE");
        assertThat(world.allegro.counters().offerCommands()).containsEntry(PUBLICATION, 1);
    }

    @Test
    void doesNotBringBackWhatTheSellerEnded() {
        world.allegro.offers().end("1");

        tell("batch-1", level("1", 5));

        assertThat(world.allegro.counters().offer("1").status()).isEqualTo("ENDED");
        assertThat(world.allegro.counters().offer("1").available()).isEqualTo(5);
    }

    @Test
    void answersEachOfferByItself() {
        assertThat(tell("batch-1", level("1", 5), level("unknown", 5)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ref("1"), APPLIED, ref("unknown"), new WriteAnswer.Rejected("OfferNotFound")));
    }

    @Test
    void takesACommandWhoseAnswerWasLostForGiven() {
        List<StockLevel> levels = List.of(level("1", 5));
        world.allegro.faults().on("PUT", "/sale/" + QUANTITY + "/.*").once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> updates.update("batch-1", levels));
        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        String handle = handle(updates.update("batch-1", levels));
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, levels)).isInstanceOf(BatchAnswer.Finished.class);
        assertThat(world.allegro.counters().offer("1").stockWrites()).containsExactly(5);
    }

    @Test
    void givesACommandThatAllegroNeverGotWhenItIsAskedFor() {
        List<StockLevel> levels = List.of(level("1", 5));

        assertThat(updates.resume("batch-1", levels)).isInstanceOf(BatchAnswer.Accepted.class);
        world.context.clock.advance(TIME);

        assertThat(updates.resume("batch-1", levels)).isInstanceOf(BatchAnswer.Finished.class);
    }

    @Test
    void rejectsTheOffersOfACommandThatAllegroRefusesAndNoOthers() {
        List<StockLevel> levels = List.of(level("1", 5), level("2", 6));
        world.allegro.faults().on("PUT", "/sale/" + QUANTITY + "/.*").once(Fault.status(422));
        String handle = handle(updates.update("batch-1", levels));
        world.allegro.faults().on("PUT", "/sale/" + QUANTITY + "/.*").once(Fault.status(422));
        world.context.clock.advance(TIME);

        assertThat(updates.resume(handle, levels)).isInstanceOfSatisfying(BatchAnswer.Finished.class, finished -> {
            assertThat(finished.items().get(ref("1"))).isInstanceOf(WriteAnswer.Rejected.class);
            assertThat(finished.items()).containsEntry(ref("2"), APPLIED);
        });
    }

    @Test
    void isFinishedAtOnceWhenNothingWasTaken() {
        world.allegro.faults().on("PUT", "/sale/" + QUANTITY + "/.*").always(Fault.status(422));

        assertThat(updates.update("batch-1", List.of(level("1", 5)))).isInstanceOf(BatchAnswer.Finished.class);
    }

    private Map<OfferRef, WriteAnswer> tell(String key, StockLevel... levels) {
        String handle = handle(updates.update(key, List.of(levels)));
        world.context.clock.advance(TIME);
        BatchAnswer answer = updates.resume(handle, List.of(levels));
        assertThat(answer).isInstanceOf(BatchAnswer.Finished.class);
        return ((BatchAnswer.Finished) answer).items();
    }

    private static String handle(BatchAnswer answer) {
        assertThat(answer).isInstanceOf(BatchAnswer.Accepted.class);
        return ((BatchAnswer.Accepted) answer).handle();
    }

    private static StockLevel level(String offerId, int available) {
        return new StockLevel(ref(offerId), available);
    }

    private static OfferRef ref(String offerId) {
        return OfferRef.of(offerId);
    }
}
