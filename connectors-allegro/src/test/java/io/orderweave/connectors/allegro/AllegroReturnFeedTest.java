package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.ChannelReturn;
import io.orderweave.connector.ChannelReturn.Stage;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connector.ReturnFeed.Batch;
import io.orderweave.connector.ReturnFeed.Item;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.LineId;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroReturnFeedTest {

    private static final String OFFER = "14000000001";

    private final SimulatedAllegro world =
            new SimulatedAllegro(Map.of(AllegroConnectorFactory.PAGE_SIZE, "2"), settings -> settings);
    private final ReturnFeed feed = world.connector.returnFeed().orElseThrow();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
    private Optional<Checkpoint> checkpoint = Optional.empty();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsWhatComesBackOfWhichLine() {
        String id = world.allegro.returns().announce(form, OFFER, 1, "DAMAGED");
        world.allegro.returns().dispatch(id, "INPOST", "6300");

        ChannelReturn one = only(drain());

        assertThat(one.externalId()).isEqualTo(id);
        assertThat(one.order()).isEqualTo(form);
        assertThat(one.createdAt()).isEqualTo(TestContext.START);
        assertThat(one.term()).isEqualTo("DISPATCHED");
        assertThat(one.stage()).isEqualTo(Stage.ON_ITS_WAY);
        assertThat(one.trackingNumbers()).containsExactly("6300");
        assertThat(one.items())
                .containsExactly(new ChannelReturn.Item(
                        Optional.empty(),
                        SimulatedAllegro.changed(world.connector, form)
                                .lines()
                                .get(0)
                                .id(),
                        1,
                        Optional.of("DAMAGED"),
                        Optional.of("Nie pasuje")));
        assertThat(one.toString()).doesNotContain("Nie pasuje");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED,                   ANNOUNCED",
        "DISPATCHED,                ON_ITS_WAY",
        "IN_TRANSIT,                ON_ITS_WAY",
        "DELIVERED,                 ARRIVED",
        "WAREHOUSE_DELIVERED,       ARRIVED",
        "WAREHOUSE_VERIFICATION,    ARRIVED",
        "FINISHED,                  ACCEPTED",
        "FINISHED_APT,              ACCEPTED",
        "REJECTED,                  REJECTED",
        "COMMISSION_REFUND_CLAIMED, CLOSED",
        "COMMISSION_REFUNDED,       CLOSED",
        "SOMETHING_NEW,             UNKNOWN"
    })
    void knowsHowFarAReturnIs(String term, Stage stage) {
        String id = world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");
        world.allegro.returns().setStatus(id, term);

        assertThat(only(drain()).term()).isEqualTo(term);
        assertThat(only(again()).stage()).isEqualTo(stage);
    }

    @Test
    void findsNewReturnsAtOnceAndChangesOfOldOnesNowAndThen() {
        String old = world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");
        drain();
        world.context.clock.advance(Duration.ofHours(3));
        drain();
        world.allegro.returns().setStatus(old, "DELIVERED");
        world.context.clock.advance(Duration.ofMinutes(30));
        String fresh = world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");

        assertThat(only(drain()).externalId()).isEqualTo(fresh);
        world.context.clock.advance(Duration.ofMinutes(30));

        assertThat(drain())
                .filteredOn(item -> id(item).equals(old))
                .singleElement()
                .satisfies(item ->
                        assertThat(((Item.Changed) item).changed().stage()).isEqualTo(Stage.ARRIVED));
    }

    @Test
    void costsOneRequestAndNoNewCheckpointWhenNothingIsNew() {
        drain();
        Optional<Checkpoint> before = checkpoint;
        world.newRequests();
        world.context.clock.advance(Duration.ofMinutes(5));

        assertThat(drain()).isEmpty();

        assertThat(world.newRequests()).containsExactly("GET /order/customer-returns");
        assertThat(checkpoint).isEqualTo(before);
    }

    @Test
    void walksManyPagesWithoutLossWhileReturnsAreAnnounced() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(world.allegro.returns().announce(form, OFFER, 1, "MISTAKE"));
            world.context.clock.advance(Duration.ofMinutes(1));
        }
        List<Item> items = new ArrayList<>();
        Batch batch;
        do {
            batch = feed.poll(checkpoint, 2);
            checkpoint = Optional.of(batch.next());
            items.addAll(batch.items());
            world.context.clock.advance(Duration.ofMinutes(1));
            expected.add(world.allegro.returns().announce(form, OFFER, 1, "MISTAKE"));
        } while (batch.more());
        items.addAll(drain());

        assertThat(items).extracting(AllegroReturnFeedTest::id).containsAll(expected);
    }

    @Test
    void spreadsPiecesOverLinesOfOneOffer() {
        String two = world.allegro
                .buyers()
                .placeReady(AllegroOrderScript.builder()
                        .addLine(AllegroLine.of(OFFER, "KUB-03", "Kubek", 1, "25.00"))
                        .addLine(AllegroLine.of(OFFER, "KUB-03", "Kubek", 2, "25.00"))
                        .build());
        world.allegro.returns().announce(two, OFFER, 2, "MISTAKE");
        List<LineId> lines = SimulatedAllegro.changed(world.connector, two).lines().stream()
                .map(line -> line.id())
                .toList();

        assertThat(only(drain()).items())
                .extracting(ChannelReturn.Item::line, ChannelReturn.Item::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(lines.get(0), 1),
                        org.assertj.core.groups.Tuple.tuple(lines.get(1), 1));
    }

    @Test
    void quarantinesWhatIsNotOfTheOrder() {
        String id = world.allegro.returns().announce(form, OFFER, 3, "MISTAKE");
        String other = world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");
        world.allegro.returns().edit(other, json -> json.put("orderId", "00000000-0000-4000-8000-000000000000"));

        assertThat(drain()).hasSize(2).allSatisfy(item -> {
            assertThat(item).isInstanceOf(Item.Unreadable.class);
            assertThat(((Item.Unreadable) item).reason()).startsWith("$.items[0]: expected an offer of the order");
        });
        assertThat(id).isNotEqualTo(other);
    }

    @Test
    void readsAnOrderOnceForItsReturns() {
        world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");
        drain();
        world.newRequests();

        again();

        assertThat(world.newRequests()).containsExactly("GET /order/customer-returns");
    }

    @Test
    void bringsNothingOfAPageInWhichAFaultHappens() {
        world.allegro.returns().announce(form, OFFER, 1, "MISTAKE");
        world.allegro.faults().on("GET", "/order/checkout-forms/" + form).always(Fault.status(503));

        assertThatThrownBy(() -> feed.poll(Optional.empty(), 10)).isInstanceOf(OrderweaveException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"seenUntil\":\"yesterday\",\"readAgainAt\":\"x\"}"})
    void refusesADamagedCheckpoint(String value) {
        assertThatThrownBy(() -> feed.poll(Optional.of(new Checkpoint(1, value)), 10))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("damaged");
    }

    private List<Item> again() {
        checkpoint = Optional.empty();
        return drain();
    }

    private List<Item> drain() {
        List<Item> items = new ArrayList<>();
        Batch batch;
        do {
            batch = feed.poll(checkpoint, 100);
            checkpoint = Optional.of(batch.next());
            items.addAll(batch.items());
        } while (batch.more());
        return items;
    }

    private static ChannelReturn only(List<Item> items) {
        assertThat(items).hasOnlyElementsOfType(Item.Changed.class).hasSize(1);
        return ((Item.Changed) items.get(0)).changed();
    }

    private static String id(Item item) {
        return item instanceof Item.Changed changed
                ? changed.changed().externalId()
                : ((Item.Unreadable) item).externalId();
    }
}
