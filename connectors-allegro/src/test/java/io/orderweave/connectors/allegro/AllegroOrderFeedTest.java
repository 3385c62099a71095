package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroAddress;
import io.orderweave.simulator.allegro.AllegroEventDelivery;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the simulated Allegro. */
class AllegroOrderFeedTest {

    private static final int LIMIT = 100;

    private final SimulatedAllegro world =
            new SimulatedAllegro(Map.of(AllegroConnectorFactory.PAGE_SIZE, "4"), settings -> settings);
    private final OrderFeed feed = world.connector.orderFeed().orElseThrow();
    private Optional<Checkpoint> checkpoint = Optional.empty();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void beginsWithTheListAndGoesOnWithTheJournal() {
        String before = world.allegro.buyers().placeReady(SimulatedAllegro.order());

        assertThat(changed(drain())).extracting(ChannelOrder::externalId).containsExactly(before);

        String after = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        assertThat(changed(drain())).extracting(ChannelOrder::externalId).containsExactly(after);
    }

    @Test
    void findsWhatChangesWhileTheListIsWalkedForTheFirstTime() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            placed.add(world.allegro.buyers().place(SimulatedAllegro.order()));
            world.context.clock.advance(Duration.ofSeconds(1));
        }
        List<Item> items = new ArrayList<>(poll().items());
        // The first of the list moves to its end, so that by offset the fifth would be missed.
        world.allegro.buyers().changeAddress(placed.get(0), AllegroAddress.sample(AllegroMarketplace.PL));
        items.addAll(drain());

        assertThat(changed(items)).extracting(ChannelOrder::externalId).containsAll(placed);
    }

    @Test
    void walksPastManyOrdersOfOneMoment() {
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < 13; i++) {
            placed.add(world.allegro.buyers().place(SimulatedAllegro.order()));
        }

        assertThat(changed(drain())).extracting(ChannelOrder::externalId).hasSameElementsAs(placed);
    }

    @Test
    void costsOneRequestWhenNothingIsNew() {
        drain();
        world.newRequests();

        Batch batch = poll();

        assertThat(batch.items()).isEmpty();
        assertThat(batch.more()).isFalse();
        assertThat(world.newRequests()).containsExactly("GET /order/events");
    }

    @Test
    void readsEachNamedFormOnceHoweverManyEventsNameIt() {
        drain();
        String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.newRequests();

        assertThat(changed(drain())).hasSize(1);
        assertThat(world.newRequests())
                .filteredOn(request -> request.equals("GET /order/checkout-forms/" + form))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOUGHT", "FILLED_IN", "READY_FOR_PROCESSING"})
    void readsTheOrderAsItIsNowWhateverALateEventSays(String lateEvent) {
        drain();
        String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        drain();

        world.allegro.buyers().repeatEvent(form, lateEvent);

        assertThat(changed(drain())).singleElement().satisfies(order -> {
            assertThat(order.lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
            assertThat(order.payments()).hasSize(1);
        });
    }

    @Test
    void findsALostPaymentEventByComparingTheList() {
        String form = world.allegro.buyers().place(SimulatedAllegro.order());
        drain();
        world.context.clock.advance(Duration.ofMinutes(1));
        world.allegro.buyers().pay(form, AllegroEventDelivery.LOST);
        assertThat(drain()).isEmpty();

        world.context.clock.advance(Duration.ofMinutes(5));

        assertThat(changed(drain()))
                .singleElement()
                .satisfies(order -> assertThat(order.lifecycle()).isEqualTo(Lifecycle.CONFIRMED));
        world.newRequests();
        drain();
        assertThat(world.newRequests()).containsExactly("GET /order/events");
    }

    @Test
    void comparesTheWholeTimeInWhichNobodyPolled() {
        String form = world.allegro.buyers().place(SimulatedAllegro.order());
        drain();
        world.context.clock.advance(Duration.ofDays(1));
        world.allegro.buyers().pay(form, AllegroEventDelivery.LOST);
        world.context.clock.advance(Duration.ofDays(20));

        assertThat(changed(drain())).extracting(ChannelOrder::externalId).containsExactly(form);
    }

    @Test
    void readsTheListWhenTheJournalHasForgotten() {
        drain();
        world.newRequests();
        String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.context.clock.advance(Duration.ofDays(70));

        assertThat(changed(drain())).extracting(ChannelOrder::externalId).contains(form);
        assertThat(world.newRequests()).startsWith("GET /order/event-stats", "GET /order/checkout-forms");
    }

    @Test
    void reportsThePartsOfAJointPaymentAsGoneAndItsLinesInTheNewOrder() {
        String first = world.allegro.buyers().place(SimulatedAllegro.order());
        String second = world.allegro.buyers().place(SimulatedAllegro.order());
        Set<LineId> lines = new HashSet<>();
        changed(drain())
                .forEach(order -> order.lines().stream().map(OrderLine::id).forEach(lines::add));

        world.allegro.buyers().repeatEvent(first, "FILLED_IN");
        world.allegro.buyers().repeatEvent(second, "FILLED_IN");
        String joint = world.allegro.buyers().payJointly(first, second);
        List<Item> items = drain();

        assertThat(items)
                .contains(new Item.Gone(first), new Item.Gone(second))
                .doesNotHaveAnyElementsOfTypes(Item.Unreadable.class);
        assertThat(changed(items)).singleElement().satisfies(order -> {
            assertThat(order.externalId()).isEqualTo(joint);
            assertThat(order.lines()).extracting(OrderLine::id).hasSameElementsAs(lines);
        });
    }

    @Test
    void quarantinesAPoisonedFormWithItsDocumentAndGoesOn() {
        drain();
        String poisoned = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.allegro.buyers().edit(poisoned, form -> form.putObject("summary").put("totalToPay", "much"));
        String sound = world.allegro.buyers().placeReady(SimulatedAllegro.order());

        List<Item> items = drain();

        assertThat(ids(items)).containsExactly(sound);
        assertThat(items)
                .filteredOn(Item.Unreadable.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Item.Unreadable.class, unreadable -> {
                    assertThat(unreadable.externalId()).isEqualTo(poisoned);
                    assertThat(unreadable.reason()).contains("$.summary.totalToPay");
                    assertThat(unreadable.raw().content()).asString().contains("\"much\"");
                });
    }

    @Test
    void quarantinesAPoisonedFormOfTheListToo() {
        String poisoned = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.allegro.buyers().edit(poisoned, form -> form.remove("summary"));
        String sound = world.allegro.buyers().placeReady(SimulatedAllegro.order());

        List<Item> items = drain();

        assertThat(ids(items)).containsExactly(sound);
        assertThat(items)
                .filteredOn(Item.Unreadable.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.raw().content())
                                .asString()
                                .startsWith("{\"id\":\"" + poisoned));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void bringsNothingOfAPageInWhichAFaultHappens(int status) {
        drain();
        world.allegro.buyers().placeReady(SimulatedAllegro.order());
        String second = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.allegro.faults().on("GET", "/order/checkout-forms/" + second).always(Fault.status(status));
        Optional<Checkpoint> before = checkpoint;

        assertThatThrownBy(this::drain).isInstanceOf(OutsideFault.class);

        assertThat(checkpoint).isEqualTo(before);
        world.allegro.faults().clear();
        world.context.clock.advance(Duration.ofMinutes(2));
        assertThat(ids(drain())).hasSize(2);
    }

    @Test
    void givesUpAFormThatAllegroCannotShowWhileItShowsOthers() {
        drain();
        String broken = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        String sound = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        world.allegro.faults().on("GET", "/order/checkout-forms/" + broken).always(Fault.status(500));

        assertThatThrownBy(this::poll).isInstanceOf(OutsideFault.class);
        assertThatThrownBy(this::poll).isInstanceOf(OutsideFault.class);
        List<Item> items = poll().items();

        assertThat(ids(items)).containsExactly(sound);
        assertThat(items)
                .filteredOn(Item.Unreadable.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.externalId()).isEqualTo(broken));
    }

    @Test
    void takesAnOutageForNobodysFault() {
        drain();
        for (int i = 0; i < 4; i++) {
            world.allegro.buyers().placeReady(SimulatedAllegro.order());
        }
        world.allegro.faults().on("GET", "/order/checkout-forms/.*").always(Fault.htmlPage());

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(this::poll).isInstanceOf(OutsideFault.class);
        }

        world.allegro.faults().clear();
        assertThat(drain()).hasSizeGreaterThanOrEqualTo(4).allMatch(Item.Changed.class::isInstance);
    }

    @Test
    void bringsTheBuyersCancellationAlsoAfterReadyForProcessing() {
        String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        assertThat(latest(drain(), form).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);

        world.allegro.buyers().cancel(form);

        assertThat(latest(drain(), form).lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void bringsTheAddressThatTheBuyerChanged() {
        String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
        ChannelOrder before = latest(drain(), form);

        world.allegro
                .buyers()
                .changeAddress(
                        form,
                        AllegroAddress.builder()
                                .from(AllegroAddress.sample(AllegroMarketplace.PL))
                                .street("Nowa 1")
                                .build());
        ChannelOrder after = latest(drain(), form);

        assertThat(street(after)).contains("Nowa 1");
        assertThat(after.revision()).isPresent().isNotEqualTo(before.revision());
    }

    @Test
    void seesAnUnderpaymentAndTheSurchargeThatFollows() {
        String form = world.allegro.buyers().place(SimulatedAllegro.order());
        world.allegro.buyers().payAmount(form, new BigDecimal("30.00"));
        ChannelOrder underpaid = latest(drain(), form);
        world.allegro.buyers().paySurcharge(form, new BigDecimal("20.00"));
        ChannelOrder paid = latest(drain(), form);

        assertThat(paidOf(underpaid)).containsExactly(Money.of("30.00", "PLN"));
        assertThat(paidOf(paid)).containsExactly(Money.of("30.00", "PLN"), Money.of("20.00", "PLN"));
    }

    @Test
    void refusesACheckpointOfANewerConnector() {
        assertThatThrownBy(() -> feed.poll(Optional.of(new Checkpoint(2, "{}")), LIMIT))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{\"eventId\":\"1\",\"reconciledAt\":\"soon\"}"})
    void refusesADamagedCheckpoint(String value) {
        OrderweaveException fault = catchThrowableOfType(
                OrderweaveException.class, () -> feed.poll(Optional.of(new Checkpoint(1, value)), LIMIT));

        assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL);
    }

    private Batch poll() {
        Batch batch = feed.poll(checkpoint, LIMIT);
        checkpoint = Optional.of(batch.next());
        return batch;
    }

    private List<Item> drain() {
        List<Item> items = new ArrayList<>();
        Batch batch;
        int polls = 0;
        do {
            batch = poll();
            items.addAll(batch.items());
            assertThat(polls++).as("polls").isLessThan(50);
        } while (batch.more());
        return items;
    }

    private static List<ChannelOrder> changed(List<Item> items) {
        return items.stream()
                .filter(Item.Changed.class::isInstance)
                .map(item -> ((Item.Changed) item).order())
                .toList();
    }

    /** Of the orders read, each once: a page may end between two events of one order. */
    private static Set<String> ids(List<Item> items) {
        return changed(items).stream().map(ChannelOrder::externalId).collect(Collectors.toSet());
    }

    /** The last reading of that order. */
    private static ChannelOrder latest(List<Item> items, String externalId) {
        return changed(items).stream()
                .filter(order -> order.externalId().equals(externalId))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Optional<String> street(ChannelOrder order) {
        return order.delivery().recipient().orElseThrow().address().map(address -> address.street());
    }

    private static List<Money> paidOf(ChannelOrder order) {
        return order.payments().stream().map(payment -> payment.amount()).toList();
    }
}
