package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.effect.EffectState;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two nodes on one set of stores do each effect once. */
class TwoNodesTest {

    private static final int ORDERS = 25;

    private final TestShop shop = new TestShop();

    @Test
    void doEachEffectOnce() throws Exception {
        OrderHub one = shop.open(builder -> builder.node("one"));
        OrderHub two = shop.open(builder -> builder.node("two"));
        for (int i = 0; i < ORDERS; i++) {
            shop.channel.tell(
                    ChannelOrders.paid("A" + i).placedAt(TestOrders.NOON).build());
        }
        one.pull(TestShop.CHANNEL);

        for (int round = 0; round < 5; round++) {
            together(one, two);
            shop.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(one.effects().counts()).isEqualTo(java.util.Map.of(EffectState.DONE, ORDERS * 7L));
        assertThat(shop.courier.created()).hasSize(ORDERS);
        assertThat(shop.channel.tracking()).hasSize(ORDERS);
        assertThat(shop.channel.begunDocuments()).hasSize(ORDERS).doesNotHaveDuplicates();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ORDERS; i++) {
            one.documents().of(TestShop.order(one, "A" + i).id()).forEach(it -> numbers.add(it.number()));
        }
        List<String> gapless = new ArrayList<>();
        for (int i = 1; i <= ORDERS; i++) {
            gapless.add(String.format("FV2026%04d", i));
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(gapless);
    }

    private static void together(OrderHub... hubs) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hubs.length);
        // Threads of its own: the common pool has but one on a small machine.
        ExecutorService threads = Executors.newFixedThreadPool(hubs.length);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (OrderHub hub : hubs) {
                runs.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return hub.effects().runDue();
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
