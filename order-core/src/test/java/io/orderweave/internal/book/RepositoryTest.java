package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.ConnectionId;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.id.IdSource;
import io.orderweave.internal.ledger.Ledger;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.RuleSet;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private final TestClock clock = new TestClock(TestOrders.NOON);
    private final Stores stores = MemoryStores.create(clock);
    private final Book book = new Book(stores, clock, new IdSource(clock));
    private final CheckpointRecord checkpoint = new CheckpointRecord("a/orders", new Checkpoint(1, "x"));

    @Test
    void aNewRecordIsNotWrittenOverAnother() {
        book.checkpoints().insertNew(checkpoint);

        assertThatThrownBy(() -> book.checkpoints().insertNew(checkpoint))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("checkpoints/a/orders exists already");
    }

    @Test
    void whatSomebodyElseInsertedMeanwhileIsNotWrittenOver() {
        CheckpointRecord theirs = new CheckpointRecord(checkpoint.id(), new Checkpoint(1, "theirs"));
        RecordStore raced =
                new RivalRecordStore(stores.records(), () -> book.checkpoints().insertNew(theirs));
        Repository<CheckpointRecord> checkpoints = new Repository<>(raced, RecordTypes.CHECKPOINTS);

        assertThatThrownBy(() -> checkpoints.put(checkpoint)).isInstanceOf(StaleVersionException.class);

        assertThat(book.checkpoints().find(checkpoint.id())).contains(theirs);
    }

    @Test
    void aRecordOfANewerSchemaIsRefusedByName() {
        RecordKey key = new RecordKey(RecordCollections.CHECKPOINTS, "a/orders");
        stores.records().insert(key, new RecordContent(99, "{}".getBytes(StandardCharsets.UTF_8), Map.of()));

        assertThatThrownBy(() -> book.checkpoints().find("a/orders"))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("checkpoints/a/orders was written by a newer version")
                .extracting(fault -> ((OrderweaveException) fault).category())
                .isEqualTo(FaultCategory.NEWER_SCHEMA);
    }

    @Test
    void knowsRecordsOfAnOlderSchema() {
        assertThat(book.checkpoints().isOlder(new Versioned<>(checkpoint, 1, 0)))
                .isTrue();
        assertThat(book.checkpoints().isOlder(new Versioned<>(checkpoint, 1, 1)))
                .isFalse();
    }

    @Test
    void aCommandThatChangesNothingWritesNothing() {
        TestShop shop = new TestShop();
        var hub = shop.open();
        var anna = Actor.operator("anna");
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = hub.orders().addTag(TestShop.order(hub, "A1").id(), "vip", anna);
        RecordKey key = new RecordKey(RecordCollections.ORDERS, order.id().value());
        long version = shop.stores.records().get(key).orElseThrow().version();

        hub.orders().addTag(order.id(), "vip", anna);

        assertThat(shop.stores.records().get(key).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void anOrderThatSomebodyElseImportedIsNotImportedTwice() {
        TestShop shop = new TestShop();
        shop.open();
        Changes changes = new Changes(
                book,
                Setup.builder()
                        .statuses(StatusCatalogue.standard())
                        .rules(RuleSet.EMPTY)
                        .build(),
                new Ledger(book),
                List.of());
        take(changes, "o1");

        assertThatThrownBy(() -> take(changes, "o2")).isInstanceOf(StaleVersionException.class);
        assertThat(book.orders().find("o2")).isEmpty();
    }

    private static void take(Changes changes, String id) {
        Order order = TestOrders.plain(id)
                .ref(TestOrders.rich().ref().orElseThrow())
                .connection(new ConnectionId("channel"))
                .build();
        changes.run(scope -> scope.create(order, Trace.outside(Actor.system()), List.of(new OrderEvent.Placed())));
    }

    @Test
    void aCourierThatIsNotThereIsNamed() {
        Outside outside = new Outside(Map.of(), Map.of(), Map.of());

        assertThatThrownBy(() -> outside.courier(new ConnectionId("inpost")))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("no courier connection inpost");
    }
}
