package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.connection.Settings;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.SellerId;
import io.orderweave.id.StatusId;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.order.Delivery;
import io.orderweave.order.Order;
import io.orderweave.order.PaymentTerms;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.NamedChannel;
import io.orderweave.testing.TestOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a connection's account, mode and health mean for its pulls. */
class ConnectionIntakeTest {

    private static final ConnectionId SECOND = new ConnectionId("second");

    private final TestShop shop = new TestShop();

    @Test
    void refusesASecondConnectionOntoAConnectedAccount() {
        OrderHub hub = shop.open(ConnectionIntakeTest::second);
        hub.pull(TestShop.CHANNEL);

        assertRefused(() -> hub.pull(SECOND));
    }

    @Test
    void refusesTheSecondConnectionAlsoAfterARestart() {
        shop.open().pull(TestShop.CHANNEL);

        assertRefused(() -> shop.open(ConnectionIntakeTest::second).pull(SECOND));
    }

    @Test
    void letsOneOfTwoConcurrentConnectionsHaveTheAccount() throws Exception {
        OrderHub hub = shop.open(ConnectionIntakeTest::second);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Throwable>> results = threads.invokeAll(List.of(
                    concurrently(start, () -> hub.pull(TestShop.CHANNEL)),
                    concurrently(start, () -> hub.pull(SECOND))));
            assertThat(results)
                    .extracting(Future::get)
                    .filteredOn(java.util.Objects::nonNull)
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void handsTheAccountOfARemovedConnectionToOneNewConnectionOnly() {
        shop.open().pull(TestShop.CHANNEL);
        OrderHub renamed = OrderHub.builder()
                .stores(shop.stores)
                .clock(shop.clock)
                .seller(TestShop.seller())
                .connector(shop.channel)
                .connection(connection("new-1").build())
                .connection(connection("new-2").build())
                .build();

        assertThat(renamed.pull(new ConnectionId("new-1")).ran()).isTrue();
        assertRefused(() -> renamed.pull(new ConnectionId("new-2")));
    }

    @Test
    void takesOrdersPlacedBeforeLiveFromAsHistory() {
        OrderHub hub = shop.open(builder -> historyUntilNoon(shop));
        shop.channel.tell(ChannelOrders.paid("OLD")
                .placedAt(TestOrders.NOON.minusSeconds(1))
                .build());
        shop.channel.tell(ChannelOrders.paid("NEW").placedAt(TestOrders.NOON).build());

        hub.pull(TestShop.CHANNEL);

        Order old = TestShop.order(hub, "OLD");
        assertThat(old.history()).isTrue();
        assertThat(old.status()).isEqualTo(new StatusId("new"));
        assertThat(hub.effects().of(Subject.of(old.id()))).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(old.id()))).isEmpty();
        assertThat(TestShop.order(hub, "NEW").history()).isFalse();
        assertThat(hub.effects().of(Subject.of(TestShop.order(hub, "NEW").id())))
                .isNotEmpty();
    }

    @Test
    void takesAnAdoptedOrderUnderTheRulesFromThenOn() {
        OrderHub hub = shop.open(builder -> historyUntilNoon(shop));
        shop.channel.tell(ChannelOrders.unpaid("OLD")
                .placedAt(TestOrders.NOON.minusSeconds(1))
                .build());
        hub.pull(TestShop.CHANNEL);
        Order old = TestShop.order(hub, "OLD");

        hub.orders().adopt(old.id(), Actor.operator("anna"));
        assertThat(hub.effects().of(Subject.of(old.id()))).isEmpty();
        shop.channel.tell(ChannelOrders.paid("OLD")
                .placedAt(TestOrders.NOON.minusSeconds(1))
                .build());
        hub.pull(TestShop.CHANNEL);

        assertThat(hub.effects().of(Subject.of(old.id()))).isNotEmpty();
    }

    @Test
    void onlyRecordsWhatItWouldPlanWhileItObserves() {
        OrderHub hub = shop.open(builder ->
                shop.builderWith(TestShop.connection().mode(Mode.OBSERVE).build()));
        shop.channel.tell(ChannelOrders.paid("A1").build());

        hub.pull(TestShop.CHANNEL);

        Order order = TestShop.order(hub, "A1");
        assertThat(order.status()).isEqualTo(new StatusId("packing"));
        assertThat(hub.effects().of(Subject.of(order.id()))).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(order.id())))
                .flatExtracting(Decision::wishes)
                .isNotEmpty()
                .extracting(Decision.Wish::fate)
                .containsOnly(Decision.Fate.OBSERVED);
    }

    @Test
    void pullsNothingWhileItIsOff() {
        OrderHub hub = shop.open(
                builder -> shop.builderWith(TestShop.connection().mode(Mode.OFF).build()));
        shop.channel.tell(ChannelOrders.paid("A1").build());

        assertThat(hub.pull(TestShop.CHANNEL)).isEqualTo(PullReport.NOT_RUN);
    }

    @Test
    void reportsAndCountsTermsThatNothingTranslatesAndGuessesNone() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
        for (String id : List.of("A1", "A2")) {
            shop.channel.tell(ChannelOrders.unpaid(id)
                    .term("MYSTERY")
                    .delivery(Delivery.builder().term("drone").build())
                    .payment(PaymentTerms.builder()
                            .timing(PaymentTerms.Timing.PREPAID)
                            .term("SEASHELLS")
                            .build())
                    .build());
        }

        hub.pull(TestShop.CHANNEL);

        assertThat(TestShop.order(hub, "A1").delivery().method()).isEmpty();
        assertThat(TestShop.order(hub, "A1").payment().method()).isEmpty();
        assertThat(hub.unmappedTerms())
                .extracting(UnmappedTerm::kind, UnmappedTerm::term, UnmappedTerm::times)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(UnmappedTerm.Kind.STATUS, "MYSTERY", 2L),
                        org.assertj.core.groups.Tuple.tuple(UnmappedTerm.Kind.PAYMENT_METHOD, "SEASHELLS", 2L),
                        org.assertj.core.groups.Tuple.tuple(UnmappedTerm.Kind.DELIVERY_METHOD, "drone", 2L));
    }

    @Test
    void reportsADeliveryMethodThatHasOnlyAName() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
        shop.channel.tell(ChannelOrders.unpaid("A1")
                .delivery(Delivery.builder().termName("By drone").build())
                .build());

        hub.pull(TestShop.CHANNEL);

        assertThat(hub.unmappedTerms()).extracting(UnmappedTerm::term).containsExactly("By drone");
    }

    @Test
    void keepsTheStatusWhenTheChannelsNewTermIsUnknown() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.channel.tell(ChannelOrders.unpaid("A1").term("m".repeat(5_000)).build());
        hub.pull(TestShop.CHANNEL);

        assertThat(TestShop.order(hub, "A1").status()).isEqualTo(new StatusId("new"));
        assertThat(hub.quarantine().open(10)).isEmpty();
        assertThat(hub.unmappedTerms()).hasSize(1);
    }

    @Test
    void stopsOnlyTheConnectionWhoseCredentialsAreRefusedUntilAProbeSucceeds() {
        FakeChannel other = new FakeChannel();
        other.account("shop-2");
        OrderHub hub = shop.open(builder -> builder.connector(new NamedChannel(new ChannelId("other"), other))
                .connection(Connection.builder()
                        .id(SECOND)
                        .system(new ChannelId("other"))
                        .settings(Settings.none())
                        .seller(new SellerId("shop"))
                        .build()));
        shop.channel.failNextPoll(FakeChannel.refused(FaultCategory.AUTHORISATION));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        other.tell(ChannelOrders.unpaid("B1").build());

        assertCategory(() -> hub.pull(TestShop.CHANNEL), FaultCategory.AUTHORISATION);
        assertThat(hub.stopped(TestShop.CHANNEL)).isPresent();
        assertThat(hub.stopped(SECOND)).isEmpty();
        assertThat(hub.pull(SECOND).imported()).isEqualTo(1);
        assertCategory(() -> hub.pull(TestShop.CHANNEL), FaultCategory.AUTHORISATION);

        hub.probe(TestShop.CHANNEL);

        assertThat(hub.stopped(TestShop.CHANNEL)).isEmpty();
        assertThat(hub.pull(TestShop.CHANNEL).imported()).isEqualTo(1);
    }

    @Test
    void refusesToProbeAConnectionThatDoesNotExist() {
        OrderHub hub = shop.open();

        assertCategory(() -> hub.probe(SECOND), FaultCategory.NOT_FOUND);
        assertCategory(() -> hub.pull(SECOND), FaultCategory.NOT_FOUND);
    }

    @Test
    void letsOneNodePullAndTellsTheOtherItDidNotRun() {
        OrderHub first = shop.open();
        OrderHub second = shop.open(builder -> builder.node("node-2"));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        PullReport[] other = new PullReport[1];
        shop.channel.duringNextPoll(() -> other[0] = second.pull(TestShop.CHANNEL));

        PullReport report = first.pull(TestShop.CHANNEL);

        assertThat(report.imported()).isEqualTo(1);
        assertThat(other[0]).isEqualTo(PullReport.NOT_RUN);
        assertThat(second.pull(TestShop.CHANNEL).ran()).isTrue();
    }

    @Test
    void leavesTheConnectionToOthersAfterANodeDied() {
        shop.stores.leases().acquire("pull/channel", "node-dead", Duration.ofMinutes(10));
        OrderHub hub = shop.open();
        assertThat(hub.pull(TestShop.CHANNEL)).isEqualTo(PullReport.NOT_RUN);

        shop.clock.advance(Duration.ofMinutes(11));

        assertThat(hub.pull(TestShop.CHANNEL).ran()).isTrue();
    }

    private static OrderHubBuilder historyUntilNoon(TestShop shop) {
        return shop.builderWith(TestShop.connection().liveFrom(TestOrders.NOON).build());
    }

    private static OrderHubBuilder second(OrderHubBuilder builder) {
        return builder.connection(connection(SECOND.value()).build());
    }

    private static Connection.Builder connection(String id) {
        return TestShop.connection().id(new ConnectionId(id));
    }

    private static Callable<Throwable> concurrently(CyclicBarrier start, Callable<PullReport> pull) {
        return () -> {
            start.await();
            return catchThrowable(pull::call);
        };
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable pull) {
        assertCategory(pull, FaultCategory.INVALID_CONFIGURATION);
        assertThatThrownBy(pull).hasMessageContaining("account shop-1").hasMessageContaining("already serves");
    }

    private static void assertCategory(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FaultCategory category) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(category));
    }
}
