package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.StatusId;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordStore;
import io.orderweave.store.Stores;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Which rules and which mappings are in force is one small read of a change, and none where nothing happens. */
class InForceReadsTest {

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.stores(counting(shop.stores)));
    private int reads;

    private Stores counting(Stores stores) {
        return (Stores) Proxy.newProxyInstance(
                Stores.class.getClassLoader(), new Class<?>[] {Stores.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(stores, arguments);
                    return answer instanceof RecordStore records ? counting(records) : answer;
                });
    }

    private RecordStore counting(RecordStore records) {
        return (RecordStore) Proxy.newProxyInstance(
                RecordStore.class.getClassLoader(), new Class<?>[] {RecordStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get") && ((RecordKey) arguments[0]).id().equals("in-force")) {
                        reads++;
                    }
                    try {
                        return method.invoke(records, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private int readsOf(Runnable work) {
        reads = 0;
        work.run();
        return reads;
    }

    @Test
    void anIntakeReadsOnceForTheMappingsAndTheRules() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());

        assertThat(readsOf(() -> hub.pull(TestShop.CHANNEL))).isEqualTo(1);
    }

    @Test
    void aPollWithoutNewsReadsNothingOfIt() {
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(ChannelOrders.paid("A1").build());

        assertThat(readsOf(() -> hub.pull(TestShop.CHANNEL))).isZero();
    }

    @Test
    void aCommandReadsOnce() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);

        assertThat(readsOf(() -> hub.orders()
                        .setStatus(
                                TestShop.order(hub, "A1").id(), new StatusId("packing"), Actor.operator("anna"))))
                .isEqualTo(1);
    }
}
