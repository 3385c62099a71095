package io.orderweave.crash.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HookedStoresTest {

    private static final List<String> POINTS = List.of(
            "before begin",
            "before series.last",
            "after series.last",
            "before series.next",
            "after series.next",
            "before commit",
            "after commit");

    private final List<String> announced = new CopyOnWriteArrayList<>();
    private final CountDownLatch announcement = new CountDownLatch(1);

    @Test
    void standStillAtTheChosenPoint() throws Exception {
        for (int point = 0; point < POINTS.size(); point++) {
            HookedStoresTest fresh = new HookedStoresTest();

            assertThat(fresh.work(point + 1, "").isAlive()).isTrue();
            assertThat(fresh.announced).containsExactly(POINTS.get(point));
        }
    }

    @Test
    void countOnlyPointsOfTheChosenName() throws Exception {
        Thread node = work(2, "after series.next");

        assertThat(announced).containsExactly("after series.next");
        assertThat(node.isAlive()).isTrue();
    }

    private Thread work(int killAt, String killPoint) throws InterruptedException {
        Stores stores =
                new HookedStores(MemoryStores.create(Clock.systemUTC()), new KillPoints(killAt, killPoint, point -> {
                    announced.add(point);
                    announcement.countDown();
                }));
        Thread node = new Thread(() -> {
            for (int transaction = 0; transaction < 2; transaction++) {
                stores.transactor().inTransaction(() -> {
                    stores.series().last("a");
                    return stores.series().next("a", 1);
                });
            }
        });
        node.setDaemon(true);
        node.start();
        assertThat(announcement.await(20, TimeUnit.SECONDS)).isTrue();
        return node;
    }
}
