package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.order.Lifecycle;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KauflandOrderFeedTest {

    private final SimulatedKaufland world = new SimulatedKaufland();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsEveryOrderAsItIsNow() {
        String open = world.kaufland.buyers().place(SimulatedKaufland.order());
        String ready = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        Map<String, ChannelOrder> orders = orders(world.pull());

        assertThat(orders).containsOnlyKeys(open, ready);
        assertThat(of(orders, open).lifecycle()).isEqualTo(Lifecycle.PENDING);
        assertThat(of(orders, ready).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
    }

    @Test
    void costsOneRequestAndNoNewCheckpointWhenNothingIsNew() {
        world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.pull();
        Optional<Checkpoint> reached = world.place();
        world.newRequests();

        assertThat(world.pull()).isEmpty();
        assertThat(world.newRequests()).containsExactly("GET /orders");
        world.context.clock.advance(Duration.ofHours(2));
        assertThat(world.pull()).isEmpty();
        assertThat(world.newRequests()).containsExactly("GET /orders");
        assertThat(world.place()).isEqualTo(reached);
    }

    @Test
    void findsWhatIsNewAfterAnIdleWhile() {
        String known = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.pull();
        world.context.clock.advance(Duration.ofHours(2));
        world.pull();
        String placed = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        assertThat(orders(world.pull())).containsOnlyKeys(placed);
        world.kaufland.buyers().cancel(known);
        assertThat(orders(world.pull())).containsOnlyKeys(known);
        assertThat(world.pull()).isEmpty();
    }

    @Test
    void readsOnlyWhatHasChangedAgain() {
        world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        String other = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.pull();
        world.kaufland.buyers().pay(other);

        assertThat(orders(world.pull())).containsOnlyKeys(other);
    }

    @Test
    void readsAgainWhatCouldHaveChangedWithinTheSecondOfItsReading() {
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        assertThat(of(orders(world.poll().items()), order).lifecycle()).isEqualTo(Lifecycle.PENDING);
        world.kaufland.buyers().pay(order);

        assertThat(of(orders(world.poll().items()), order).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
        assertThat(world.poll().items()).isEmpty();
    }

    @Test
    void missesNothingWhileOrdersComeAndChangeBetweenPages() {
        TreeSet<String> placed = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            placed.add(world.kaufland.buyers().place(SimulatedKaufland.order()));
        }
        String oldest = world.kaufland.counters().orders().get(0).orderId();
        world.context.clock.advance(Duration.ofMinutes(1));
        OrderFeed feed = world.connector.orderFeed().orElseThrow();
        List<Item> items = new ArrayList<>();
        OrderFeed.Batch batch = feed.poll(Optional.empty(), 2);
        items.addAll(batch.items());
        while (batch.more()) {
            placed.add(world.kaufland.buyers().place(one()));
            if (items.size() == 2) {
                world.kaufland.buyers().pay(oldest);
            }
            world.context.clock.advance(Duration.ofSeconds(20));
            batch = feed.poll(Optional.of(batch.next()), 2);
            items.addAll(batch.items());
            if (placed.size() > 12) {
                break;
            }
        }
        world.context.clock.advance(Duration.ofMinutes(1));
        do {
            batch = feed.poll(Optional.of(batch.next()), 100);
            items.addAll(batch.items());
        } while (batch.more());
        world.context.clock.advance(Duration.ofMinutes(1));
        items.addAll(feed.poll(Optional.of(batch.next()), 100).items());

        Map<String, ChannelOrder> last = orders(items);
        assertThat(last.keySet()).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(of(last, oldest).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
    }

    @Test
    void doesNotListAgainWhatIsLongPast() {
        try (SimulatedKaufland small =
                new SimulatedKaufland(Map.of(KauflandConnectorFactory.PAGE_SIZE, "2"), settings -> settings)) {
            for (int i = 0; i < 5; i++) {
                small.kaufland.buyers().place(one());
            }
            assertThat(small.pull()).hasSize(5);
            small.context.clock.advance(Duration.ofHours(1));
            small.pull();
            small.newRequests();

            assertThat(small.pull()).isEmpty();
            assertThat(small.newRequests()).containsExactly("GET /orders");
        }
    }

    @Test
    void readsARowThatIsPushedOntoTheNextPageOnce() {
        for (int i = 0; i < 3; i++) {
            world.kaufland.buyers().place(one());
        }
        world.context.clock.advance(Duration.ofHours(3));
        OrderFeed feed = world.connector.orderFeed().orElseThrow();
        OrderFeed.Batch first = feed.poll(Optional.empty(), 2);
        world.kaufland.buyers().place(one());

        OrderFeed.Batch second = feed.poll(Optional.of(first.next()), 2);

        assertThat(orders(first.items())).hasSize(2);
        assertThat(orders(second.items()))
                .hasSize(1)
                .doesNotContainKeys(orders(first.items()).keySet().toArray(String[]::new));
    }

    @Test
    void findsWhatWasUpdatedLongBeforeItIsShown() {
        world.pull();
        world.kaufland
                .buyers()
                .place(KauflandOrderScript.builder()
                        .from(SimulatedKaufland.order())
                        .placedAt(world.context.clock.instant().minus(Duration.ofMinutes(14)))
                        .build());

        assertThat(world.pull()).hasSize(1);
    }

    @Test
    void servesOnlyTheStorefrontsItIsToldTo() {
        try (SimulatedKaufland czech =
                new SimulatedKaufland(Map.of(KauflandConnectorFactory.STOREFRONTS, "CZ"), settings -> settings)) {
            czech.kaufland.buyers().place(SimulatedKaufland.order());
            String order = czech.kaufland
                    .buyers()
                    .place(KauflandOrderScript.builder()
                            .storefront(KauflandStorefront.CZ)
                            .addItems(KauflandItem.of("HRN", "Hrnek", 1, "249.00"))
                            .build());

            // In lists and documents, Kaufland writes them in either case.
            czech.kaufland.buyers().edit(order, json -> json.put("storefront", "CZ"));

            Map<String, ChannelOrder> orders = orders(czech.pull());

            assertThat(orders).containsOnlyKeys(order);
            assertThat(of(orders, order).total()).hasToString("249.00 CZK");
        }
    }

    @Test
    void quarantinesWhatCannotBeReadAndGoesOn() {
        String broken = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.buyers().edit(broken, json -> json.put("ts_created_iso", "someday"));
        String whole = world.kaufland.buyers().place(SimulatedKaufland.order());

        List<Item> items = world.pull();

        assertThat(items).filteredOn(Item.Unreadable.class::isInstance).hasSize(1);
        assertThat(orders(items)).containsOnlyKeys(whole);
        assertThat(world.pull()).isEmpty();
    }

    @Test
    void givesUpAnOrderThatCannotBeShownWhileOthersCan() {
        String poisoned = world.kaufland.buyers().place(SimulatedKaufland.order());
        String other = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.faults().on("GET", "/v2/orders/" + poisoned).always(Fault.htmlPage());

        assertThat(catchThrowableOfType(OutsideFault.class, world::pull).category())
                .isEqualTo(FaultCategory.TRANSIENT);
        assertThatThrownBy(world::pull).isInstanceOf(OutsideFault.class);
        List<Item> items = world.pull();

        assertThat(orders(items)).containsOnlyKeys(other);
        assertThat(items).filteredOn(Item.Unreadable.class::isInstance).hasSize(1);
    }

    @Test
    void reportsAnOrderThatIsGone() {
        String gone = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.faults().on("GET", "/v2/orders/" + gone).once(Fault.status(404));

        assertThat(world.pull()).containsExactly(new Item.Gone(gone));
        assertThat(world.connector.orderReader().orElseThrow().read("MNOSUCH")).isEqualTo(new Item.Gone("MNOSUCH"));
        assertThat(world.connector.orderReader().orElseThrow().read("../units")).isInstanceOf(Item.Unreadable.class);
    }

    @Test
    void stopsFullyWhenItIsBlocked() {
        world.kaufland.platform().blockFor(Duration.ofSeconds(20));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, world::poll);
        OutsideFault again = catchThrowableOfType(OutsideFault.class, world::poll);

        assertThat(fault.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(again.retryAfter()).isPresent();
        assertThat(world.newRequests()).hasSize(1);
        world.context.clock.advance(Duration.ofMinutes(1));
        assertThat(world.poll().items()).isEmpty();
    }

    @Test
    void refusesCheckpointsOfAnotherVersionOrNone() {
        OrderFeed feed = world.connector.orderFeed().orElseThrow();

        assertThatThrownBy(() -> feed.poll(Optional.of(new Checkpoint(2, "{}")), 10))
                .isInstanceOfSatisfying(
                        OrderweaveException.class, e -> assertThat(e.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
        for (String damaged : List.of("{}", "[]", "x", "{\"since\":\"?\",\"begunAt\":\"?\",\"skip\":0,\"seen\":{}}")) {
            assertThatThrownBy(() -> feed.poll(Optional.of(new Checkpoint(1, damaged)), 10))
                    .isInstanceOfSatisfying(
                            OrderweaveException.class,
                            e -> assertThat(e.category()).isEqualTo(FaultCategory.INTERNAL));
        }
        assertThat(world.newRequests()).isEmpty();
    }

    private static KauflandOrderScript one() {
        return KauflandOrderScript.builder()
                .addItems(KauflandItem.of("TAS", "Tasse", 1, "9.99"))
                .build();
    }

    /** The latest state each order was brought in. */
    private static Map<String, ChannelOrder> orders(List<Item> items) {
        Map<String, ChannelOrder> orders = new HashMap<>();
        for (Item item : items) {
            if (item instanceof Item.Changed changed) {
                orders.put(changed.order().externalId(), changed.order());
            }
        }
        return orders;
    }

    private static ChannelOrder of(Map<String, ChannelOrder> orders, String id) {
        return Objects.requireNonNull(orders.get(id), id);
    }
}
