package io.orderweave.connectors.merchantpro;

import static io.orderweave.connectors.merchantpro.SimulatedShop.changed;
import static io.orderweave.connectors.merchantpro.SimulatedShop.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.order.Lifecycle;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.merchantpro.MerchantProDateFilter;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the simulated shop. */
class MerchantProOrderFeedTest {

    private static final Map<String, String> PAGES_OF_FOUR = Map.of(MerchantProConnectorFactory.PAGE_SIZE, "4");

    private SimulatedShop world = new SimulatedShop(PAGES_OF_FOUR, settings -> settings);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(MerchantProDateFilter.class)
    void bringsWhatWasThereAndThenWhatIsNew(MerchantProDateFilter filter) {
        understand(filter);
        String before = world.place();
        assertThat(ids(world.drain())).containsExactly(before);
        world.settle();

        String after = world.place();

        assertThat(ids(world.drain())).containsExactly(after);
    }

    @ParameterizedTest
    @EnumSource(MerchantProDateFilter.class)
    void costsOneRequestAndMovesNothingWhenNothingIsNew(MerchantProDateFilter filter) {
        understand(filter);
        for (int i = 0; i < 11; i++) {
            world.place();
            world.pass(Duration.ofSeconds(2));
        }
        world.settle();
        Optional<Checkpoint> before = world.checkpoint();
        world.pass(Duration.ofMinutes(5));

        Batch batch = world.poll();

        assertThat(batch.items()).isEmpty();
        assertThat(batch.more()).isFalse();
        assertThat(world.newRequests()).containsExactly("GET /api/v2/orders");
        assertThat(Optional.of(batch.next())).isEqualTo(before);
    }

    @Test
    void tellsWithinAMinuteAgainWhatMayHaveChangedInTheSameSecond() {
        String order = world.place();
        world.drain();
        world.shop.buyers().pay(order);

        assertThat(changed(world.drain()))
                .singleElement()
                .satisfies(changed -> assertThat(changed.payments()).hasSize(1));
        world.settle();
        assertThat(world.drain()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MerchantProDateFilter.class)
    void findsAnOldOrderThatChanged(MerchantProDateFilter filter) {
        understand(filter);
        String old = world.place();
        world.drain();
        world.pass(Duration.ofDays(10));
        world.place();
        world.settle();

        world.shop.buyers().pay(old);
        world.pass(Duration.ofMinutes(30));

        assertThat(changed(world.drain()))
                .filteredOn(order -> order.externalId().equals(old))
                .singleElement()
                .satisfies(order -> assertThat(order.term()).isEqualTo("awaiting_paid"));
    }

    @Test
    void losesNothingWhenOrdersArePlacedWhileThePagesAreRead() {
        List<String> placed = new ArrayList<>(placeMany(10));
        // So that what this walk sees is remembered, and could be taken for what the last one saw.
        world.pass(Duration.ofMinutes(2));
        List<Item> items = new ArrayList<>(world.poll().items());
        placed.addAll(placeMany(6));
        items.addAll(world.drain());
        items.addAll(world.drain());

        assertThat(ids(items)).hasSameElementsAs(placed);
    }

    @Test
    void findsOnTheNextDayWhatSlippedToAnotherPageWhileTheyWereRead() {
        understand(MerchantProDateFilter.MODIFIED);
        List<String> placed = placeMany(14);
        world.pass(Duration.ofMinutes(2));
        List<Item> items = new ArrayList<>(world.poll().items());
        items.addAll(world.poll().items());
        // One that was read vanishes, so that the first of the third page moves onto the second.
        world.shop.shop().delete(placed.get(13));
        items.addAll(world.drain());
        assertThat(ids(items)).doesNotContain(placed.get(5)).hasSize(13);
        assertThat(world.drain()).isEmpty();

        world.pass(Duration.ofHours(20));

        assertThat(ids(world.drain())).containsExactly(placed.get(5));
    }

    @Test
    void goesOnWhereAWalkWasInterrupted() {
        Set<String> placed = Set.copyOf(placeMany(10));
        List<Item> items = new ArrayList<>(world.poll().items());
        world.shop.faults().on("GET", "/api/v2/orders").always(Fault.htmlPage());
        Optional<Checkpoint> before = world.checkpoint();
        assertThatThrownBy(world::poll).isInstanceOf(OutsideFault.class);
        assertThat(world.checkpoint()).isEqualTo(before);
        world.shop.faults().clear();

        items.addAll(world.drain());

        assertThat(ids(items)).isEqualTo(placed);
    }

    @Test
    void coversTheTimeInWhichNobodyPolled() {
        world.settle();
        world.pass(Duration.ofDays(40));
        String missed = world.place();
        world.pass(Duration.ofDays(60));

        assertThat(ids(world.drain())).containsExactly(missed);
    }

    @Test
    void goesBackAsFarAsTheHistoryGoes() {
        world.place();
        world.pass(Duration.ofDays(20));
        String within = world.place();
        world.pass(Duration.ofDays(15));

        assertThat(ids(world.drain())).containsExactly(within);
    }

    @Test
    void quarantinesAPoisonedOrderWithItsDocumentAndGoesOn() {
        String poisoned = world.place();
        String sound = world.place();
        world.shop.buyers().edit(poisoned, order -> order.putObject("total_amount"));

        List<Item> items = world.drain();

        assertThat(ids(items)).containsExactly(sound);
        assertThat(items)
                .filteredOn(Item.Unreadable.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Item.Unreadable.class, unreadable -> {
                    assertThat(unreadable.externalId()).isEqualTo(poisoned);
                    assertThat(unreadable.reason()).contains("$.total_amount");
                    assertThat(unreadable.raw().content()).asString().contains("\"total_amount\":{}");
                });
    }

    @Test
    void tellsAlwaysOfARowThatDoesNotSayWhenItChanged() {
        String order = world.place();
        world.shop.buyers().edit(order, document -> document.put("date_modified", "lately"));
        world.settle();

        assertThat(ids(world.drain())).containsExactly(order);
    }

    @Test
    void seesACustomerCancel() {
        String order = world.place();
        world.settle();

        world.shop.buyers().cancel(order);

        ChannelOrder cancelled = changed(world.drain()).get(0);
        assertThat(cancelled.lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void missesNoEndOfACheckoutThatDoesNotCountAsAChange() {
        String order = world.shop
                .buyers()
                .place(MerchantProOrderScript.builder()
                        .from(SimulatedShop.order())
                        .temporary(true)
                        .build());
        String placed = OffsetDateTime.ofInstant(world.context.start, ZoneOffset.ofHours(2))
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
        world.settle();

        world.shop
                .buyers()
                .edit(
                        order,
                        document -> document.put("shipping_status", "awaiting").put("date_modified", placed));

        assertThat(ids(world.drain())).containsExactly(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500})
    void bringsNothingWhileAFaultHappens(int status) {
        world.settle();
        String order = world.place();
        world.shop.faults().on("GET", "/api/v2/orders").times(3, Fault.status(status));

        assertThatThrownBy(world::poll).isInstanceOf(OutsideFault.class);

        world.shop.faults().clear();
        world.pass(Duration.ofMinutes(2));
        assertThat(ids(world.drain())).containsExactly(order);
    }

    @Test
    void refusesACheckpointOfANewerConnector() {
        assertThatThrownBy(() -> world.feed().poll(Optional.of(new Checkpoint(2, "{}")), 10))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"comparedAt\":\"soon\",\"known\":{}}",
                "{\"comparedAt\":\"2026-03-02T08:00:00Z\",\"known\":{\"1\":null}}",
                "{\"comparedAt\":\"2026-03-02T08:00:00Z\",\"known\":{},\"walkedOn\":\"today\"}",
                "{\"comparedAt\":\"2026-03-02T08:00:00Z\",\"known\":{},\"walk\":{}}"
            })
    void refusesADamagedCheckpoint(String value) {
        OrderweaveException fault = catchThrowableOfType(
                OrderweaveException.class, () -> world.feed().poll(Optional.of(new Checkpoint(1, value)), 10));

        assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL);
    }

    @Test
    void keepsItsCheckpointWithinBounds() {
        world.close();
        world = new SimulatedShop(
                Map.of(), settings -> settings.requestsPerSecond(1_000).requestsPerMinute(10_000));
        for (int i = 0; i < 2_300; i++) {
            world.place();
        }
        world.settle();

        assertThat(world.checkpoint().orElseThrow().value().length()).isBetween(15_000, 50_000);
    }

    /** A shop that understands only this filter. */
    private void understand(MerchantProDateFilter filter) {
        world.close();
        world = new SimulatedShop(PAGES_OF_FOUR, settings -> settings.dateFilters(Set.of(filter)));
    }

    private List<String> placeMany(int count) {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placed.add(world.place());
            world.pass(Duration.ofSeconds(2));
        }
        return placed;
    }
}
