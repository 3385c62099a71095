package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.OrderHub;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.order.Order;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nodes of this version beside nodes of an artificial next one on the same stores. */
class RollingUpgradeTest {

    /** As this version keeps it. */
    record Customer(String id, String name) {}

    /** As the next version will: the name in two parts. */
    record NextCustomer(String id, String first, String last) {}

    private static final RecordType<Customer> NOW = new RecordType<>(
            RecordCollections.CHECKPOINTS, Upcasts.NONE, Customer.class, Customer::id, customer -> Map.of());

    private static final RecordType<NextCustomer> NEXT = new RecordType<>(
            RecordCollections.CHECKPOINTS,
            new Upcasts(List.of(RollingUpgradeTest::split)),
            NextCustomer.class,
            NextCustomer::id,
            customer -> Map.of());

    private final Stores stores = MemoryStores.create(new TestClock(TestOrders.NOON));
    private final Repository<Customer> now = new Repository<>(stores.records(), NOW);
    private final Repository<NextCustomer> next = new Repository<>(stores.records(), NEXT);

    private static ObjectNode split(ObjectNode customer) {
        String[] names = customer.remove("name").asText().split(" ", 2);
        return customer.put("first", names[0]).put("last", names[1]);
    }

    @Test
    void theNextVersionReadsWhatThisOneWroteAndKeepsItInItsOwnShape() {
        now.insertNew(new Customer("c1", "Jan Vzorek"));

        Versioned<NextCustomer> read = next.findVersioned("c1").orElseThrow();
        assertThat(read.value()).isEqualTo(new NextCustomer("c1", "Jan", "Vzorek"));
        assertThat(next.isOlder(read)).isTrue();
        next.update(read.value(), read.version());

        assertThat(next.isOlder(next.findVersioned("c1").orElseThrow())).isFalse();
    }

    @Test
    void thisVersionNeitherReadsNorWritesOverWhatTheNextOneWrote() {
        next.insertNew(new NextCustomer("c1", "Jan", "Vzorek"));
        StoredRecord before = stored();

        assertThatThrownBy(() -> now.find("c1")).satisfies(RollingUpgradeTest::saysNewer);
        assertThatThrownBy(() -> now.put(new Customer("c1", "Somebody Else"))).satisfies(RollingUpgradeTest::saysNewer);

        assertThat(stored().content().json()).isEqualTo(before.content().json());
        assertThat(stored().version()).isEqualTo(before.version());
    }

    private StoredRecord stored() {
        return stores.records()
                .get(new RecordKey(RecordCollections.CHECKPOINTS, "c1"))
                .orElseThrow();
    }

    private static void saysNewer(Throwable fault) {
        assertThat(fault)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        it -> assertThat(it.category()).isEqualTo(FaultCategory.NEWER_SCHEMA))
                .hasMessageContaining("update this node");
    }

    @Test
    void aPullThatMeetsAnOrderOfTheNextVersionStopsAndLosesNothing() {
        TestShop shop = new TestShop();
        OrderHub hub = shop.open();
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");
        RecordKey key = new RecordKey(RecordCollections.ORDERS, order.id().value());
        StoredRecord mine = shop.stores.records().get(key).orElseThrow();
        write(shop, key, 2);
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.channel.tell(ChannelOrders.paid("A2").build());

        assertThatThrownBy(() -> hub.pull(TestShop.CHANNEL)).satisfies(RollingUpgradeTest::saysNewer);

        StoredRecord theirs = shop.stores.records().get(key).orElseThrow();
        assertThat(theirs.content().json()).isEqualTo(mine.content().json());
        assertThat(theirs.content().schema()).isEqualTo(2);
        assertThat(hub.quarantine().open(10)).isEmpty();
        // The node is updated: here, the order is of its version again.
        write(shop, key, 1);
        hub.pull(TestShop.CHANNEL);
        assertThat(TestShop.order(hub, "A1").progress().paid().isPositive()).isTrue();
        assertThat(TestShop.order(hub, "A2").number()).isEqualTo("A2");
    }

    /** The order's record with another schema number, all else as it is. */
    private static void write(TestShop shop, RecordKey key, int schema) {
        StoredRecord stored = shop.stores.records().get(key).orElseThrow();
        Order order = Json.read(stored.content().json(), OrderRecord.class).order();
        RecordContent content = new RecordContent(
                schema, stored.content().json(), RecordTypes.ORDERS.indexes().apply(new OrderRecord(1, order)));
        assertThat(shop.stores.records().update(key, stored.version(), content)).isTrue();
    }

    @Test
    void aPastVersionOfAnOlderShapeIsRebuiltInThePresentOne() {
        TestShop shop = new TestShop();
        OrderHub hub = shop.open();
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");
        Upcasts shouting =
                new Upcasts(List.of(old -> old.put("number", old.get("number").asText() + "!")));

        JsonNode rebuilt = new JournalReader(shop.stores.journal())
                .recordAt(io.orderweave.event.Subject.of(order.id()), 1, shouting)
                .orElseThrow();

        assertThat(rebuilt.get("number").asText()).isEqualTo("A1!");
    }
}
