package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.intake.PullReport;
import io.orderweave.order.OrderQuery;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.Stores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two nodes look for a record of a derived id, find none, and insert it: the slower one reads again instead of failing. */
class OvertakenInsertTest {

    private final TestShop shop = new TestShop();

    @Test
    void aNodeThatStartsTogetherWithAnotherStarts() {
        OrderHub hub = overtakenIn(RecordCollections.CONFIGURATION);

        assertThat(hub.orders().count(OrderQuery.all())).isZero();
    }

    @Test
    void aPaymentThatAnotherNodeSavedIsCountedOnce() {
        OrderHub hub = overtakenIn(RecordCollections.PAYMENTS);
        shop.channel.tell(ChannelOrders.paid("A1").placedAt(TestOrders.NOON).build());

        PullReport report = hub.pull(TestShop.CHANNEL);

        assertThat(report.quarantined()).isZero();
        assertThat(TestShop.order(hub, "A1").openAmount().isZero()).isTrue();
    }

    @Test
    void anItemThatAnotherNodePutAwayIsPutAwayOnce() {
        OrderHub hub = overtakenIn(RecordCollections.QUARANTINE);
        shop.channel.tellUnreadable("A1", "{}", "no lines");

        hub.pull(TestShop.CHANNEL);

        assertThat(hub.quarantine().open(10)).hasSize(1);
    }

    /**
     * A hub whose first inserts into the collection find the id taken by transactions that are rolled back later: once for the batch, once
     * for the item alone.
     */
    private OrderHub overtakenIn(RecordCollection collection) {
        AtomicInteger others = new AtomicInteger(2);
        RecordStore records = (RecordStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RecordStore.class}, (proxy, method, arguments) -> {
                    Set<RecordKey> keys = inserted(method.getName(), arguments);
                    boolean overtaken =
                            keys.stream().anyMatch(key -> key.collection().equals(collection))
                                    && others.getAndDecrement() > 0;
                    if (!overtaken) {
                        return method.invoke(shop.stores.records(), arguments);
                    }
                    return method.getName().equals("insert") ? (Object) false : keys;
                });
        Stores stores = (Stores) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) ->
                        method.getName().equals("records") ? records : method.invoke(shop.stores, arguments));
        return shop.open(builder -> builder.stores(stores));
    }

    /** The keys of a call that inserts, be it one record or many. */
    private static Set<RecordKey> inserted(String method, Object[] arguments) {
        return switch (method) {
            case "insert" -> Set.of((RecordKey) arguments[0]);
            case "insertAll" ->
                ((Map<?, ?>) arguments[0])
                        .keySet().stream().map(RecordKey.class::cast).collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}
