package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartAndCloseTest {

    private static final Duration OFTEN = Duration.ofMillis(1);

    private final TestShop shop = new TestShop();

    @Test
    void pullsAndRunsByItself() throws InterruptedException {
        CountDownLatch shipped = new CountDownLatch(1);
        shop.channel.tell(ChannelOrders.paid("A1").build());
        OrderHub hub = shop.open(builder -> builder.listener(change -> {
            if (change.after().progress().lines().values().stream().anyMatch(line -> line.covered() > 0)) {
                shipped.countDown();
            }
        }));

        try (hub) {
            hub.start(OFTEN, OFTEN);

            assertThat(shipped.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void goesOnAfterAPullThatFailed() throws InterruptedException {
        CountDownLatch imported = new CountDownLatch(1);
        shop.channel.failNextPoll(FakeChannel.lost());
        shop.channel.failNextPoll(new IllegalStateException("a defect of the connector"));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        OrderHub hub = shop.open(builder -> builder.listener(change -> imported.countDown()));

        try (hub) {
            hub.start(OFTEN, OFTEN);

            assertThat(imported.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void waitsForThePullThatRuns() throws InterruptedException {
        CountDownLatch polling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        shop.channel.duringNextPoll(() -> {
            polling.countDown();
            await(goOn);
        });
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        OrderHub hub = shop.open();
        hub.start(OFTEN, OFTEN);
        assertThat(polling.await(60, TimeUnit.SECONDS)).isTrue();

        Thread closing = new Thread(hub::close);
        closing.start();
        goOn.countDown();
        closing.join(60_000);

        assertThat(closing.isAlive()).isFalse();
        assertThat(TestShop.order(hub, "A1").number()).isEqualTo("A1");
    }

    @Test
    void startsOnce() {
        try (OrderHub hub = shop.open()) {
            hub.start(Duration.ofHours(1), Duration.ofHours(1));

            assertThatThrownBy(() -> hub.start(OFTEN, OFTEN)).hasMessage("the hub has been started already");
        }
    }

    @Test
    void closesWithoutEverHavingStartedAndTwice() {
        OrderHub hub = shop.open();

        hub.close();
        hub.close();

        assertThat(hub.orders().find(io.orderweave.order.OrderQuery.all()).orders())
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
