package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.connection.Settings;
import io.orderweave.connector.InboundEndpoint.InboundRequest;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.SellerId;
import io.orderweave.intake.PullReport;
import io.orderweave.order.OrderQuery;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.FakeInbound;
import io.orderweave.testing.NamedChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What channels send to us is answered at once and looked at soon. */
class InboundTest {

    private static final ConnectionId SECOND = new ConnectionId("second");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));

    private int status(InboundRequest request) {
        return hub.receive(TestShop.CHANNEL, request).status();
    }

    private static OrderHub inMode(TestShop shop, Mode mode) {
        return shop.builderWith(TestShop.connection().mode(mode).build()).build();
    }

    @Test
    void answersWithoutAskingAnybody() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());

        assertThat(hub.receive(TestShop.CHANNEL, FakeInbound.notification("A1")).body())
                .isEqualTo("thanks");

        assertThat(shop.channel.read()).isEmpty();
        assertThat(shop.channel.polls()).isZero();
        assertThat(hub.orders().find(OrderQuery.all()).orders()).isEmpty();
    }

    @Test
    void readsTheOrdersThatWereNamedOnceEach() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.tell(ChannelOrders.unpaid("A2").build());
        status(FakeInbound.notification("A1", "A2"));
        status(FakeInbound.notification("A1"));

        PullReport report = hub.pullHinted();

        assertThat(report).isEqualTo(new PullReport(true, 2, 0, 0, 0, 0, 0));
        assertThat(shop.channel.read()).containsExactly("A1", "A2");
        assertThat(shop.channel.polls()).isZero();
        assertThat(hub.pullHinted()).as("looked at once").isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void pullsWhereNoOrderIsNamed() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        status(FakeInbound.notification("*", "A1"));

        assertThat(hub.pullHinted().imported()).isEqualTo(1);

        assertThat(shop.channel.read()).isEmpty();
        assertThat(shop.channel.polls()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsNamedAndUnreadableIsQuarantined() {
        shop.channel.tellUnreadable("A1", "{}", "no total");
        status(FakeInbound.notification("A1"));

        assertThat(hub.pullHinted().quarantined()).isEqualTo(1);

        assertThat(hub.quarantine().open(10)).hasSize(1);
    }

    @Test
    void refusesWhatIsNotFromTheChannel() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());

        assertThat(status(FakeInbound.forged("A1"))).isEqualTo(401);
        assertThat(status(FakeInbound.notification("late"))).isEqualTo(410);

        assertThat(hub.pullHinted()).isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void answersForWhatNobodyExpects() {
        assertThat(hub.receive(new ConnectionId("unknown"), FakeInbound.notification("A1"))
                        .status())
                .isEqualTo(404);
        assertThat(hub.receive(TestShop.COURIER, FakeInbound.notification("A1")).status())
                .isEqualTo(404);
        shop.channel.onlyTellsOrders();
        assertThat(status(FakeInbound.notification("A1"))).isEqualTo(404);
    }

    @Test
    void aConnectionThatIsOffAsksToComeAgain() {
        OrderHub off = inMode(shop, Mode.OFF);

        assertThat(off.receive(TestShop.CHANNEL, FakeInbound.notification("A1")).status())
                .isEqualTo(503);
        assertThat(off.pullHinted()).isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void aConnectionThatObservesIsTold() {
        OrderHub observing = inMode(shop, Mode.OBSERVE);
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        observing.receive(TestShop.CHANNEL, FakeInbound.notification("A1"));

        assertThat(observing.pullHinted().imported()).isEqualTo(1);
    }

    @Test
    void refusesABodyThatIsTooLong() {
        assertThat(status(FakeInbound.notification("x".repeat(Inbound.LONGEST_BODY + 1))))
                .isEqualTo(413);
        assertThat(status(FakeInbound.notification("x".repeat(Inbound.LONGEST_BODY))))
                .isEqualTo(202);
    }

    @Test
    void aConnectorThatFailsIsAnsweredFor() {
        assertThat(status(FakeInbound.notification("defect"))).isEqualTo(500);
        assertThat(hub.pullHinted()).isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void oneChannelThatCannotBeAskedKeepsNoOtherBack() {
        FakeChannel second = new FakeChannel();
        second.account("shop-2");
        NamedChannel named = new NamedChannel(new ChannelId("second"), second);
        OrderHub both = shop.open(builder -> builder.rules(RuleSet.EMPTY)
                .connector(named)
                .connection(Connection.builder()
                        .id(SECOND)
                        .system(named.channel())
                        .settings(Settings.none())
                        .seller(new SellerId("shop"))
                        .build()));
        second.tell(ChannelOrders.unpaid("B1").build());
        shop.channel.duringNextRead(() -> {
            throw FakeChannel.refused(FaultCategory.TRANSIENT);
        });
        both.receive(TestShop.CHANNEL, FakeInbound.notification("A1"));
        both.receive(SECOND, FakeInbound.notification("B1"));

        assertThatThrownBy(both::pullHinted).hasMessageContaining("refused");

        assertThat(TestShop.order(both, "B1").number()).isEqualTo("B1");
        assertThat(both.pullHinted()).as("the next pull brings it").isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void whatIsHintedAtDuringAPullIsLookedAtAfterIt() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        shop.channel.duringNextPoll(() -> {
            status(FakeInbound.notification("A1"));
            assertThat(hub.pullHinted().broughtAnything()).isFalse();
            assertThat(shop.channel.read()).isEmpty();
        });
        hub.pull(TestShop.CHANNEL);

        assertThat(hub.pullHinted().unchanged()).isEqualTo(1);
        assertThat(shop.channel.read()).containsExactly("A1");
    }

    @Test
    void refusesToRunInsideATransaction() {
        assertThatThrownBy(() -> hub.inTransaction(hub::pullHinted))
                .hasMessage("a pull calls the outside and must not run inside a transaction");
    }

    @Test
    void isLookedAtByItselfOnceTheHubRuns() throws InterruptedException {
        CountDownLatch imported = new CountDownLatch(1);
        OrderHub running = shop.open(builder -> builder.rules(RuleSet.EMPTY).listener(change -> imported.countDown()));
        try (running) {
            CountDownLatch pulled = new CountDownLatch(1);
            shop.channel.duringNextPoll(pulled::countDown);
            running.start(Duration.ofHours(1), Duration.ofHours(1));
            assertThat(pulled.await(60, TimeUnit.SECONDS)).isTrue();
            shop.channel.tell(ChannelOrders.unpaid("A1").build());

            running.receive(TestShop.CHANNEL, FakeInbound.notification("A1"));

            assertThat(imported.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
