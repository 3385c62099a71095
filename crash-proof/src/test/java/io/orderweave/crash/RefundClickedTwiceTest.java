package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.crash.node.NodeDatabase;
import io.orderweave.crash.node.NodeSettings;
import io.orderweave.crash.node.SharedTime;
import io.orderweave.crash.node.Shop;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.payment.Refund;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroBuyer;
import io.orderweave.simulator.allegro.AllegroLine;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOrderScript;
import io.orderweave.simulator.allegro.AllegroRefund;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others paid a buyer back twice because two people clicked, or one clicked again. The simulated Allegro counts what it was told to pay. */
class RefundClickedTwiceTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Money PRICE = Money.of("29.90", "PLN");

    @TempDir
    Path folder;

    private SharedTime time;
    private Outside outside;
    private String form;

    @BeforeEach
    void sell() {
        time = SharedTime.in(folder.resolve("time"));
        outside = new Outside(folder, time, Duration.ZERO);
        time.advance(Duration.ofSeconds(20));
        form = outside.allegro()
                .buyers()
                .placeReady(AllegroOrderScript.builder()
                        .marketplace(AllegroMarketplace.PL)
                        .buyer(AllegroBuyer.sample(AllegroMarketplace.PL))
                        .addLines(AllegroLine.of("16001", "MUG-BLUE", "Kubek niebieski", 1, "29.90"))
                        .build());
    }

    @AfterEach
    void close() {
        outside.close();
    }

    private interface Visit {
        void of(OrderHub first, OrderHub second) throws Exception;
    }

    /** Two nodes on one book that knows the order. */
    private void visit(Visit visit) throws Exception {
        NodeSettings one = node("node-1");
        NodeSettings two = node("node-2");
        try (NodeDatabase database = NodeDatabase.open(one);
                NodeDatabase other = NodeDatabase.open(two);
                OrderHub first = Shop.open(database.stores(), one);
                OrderHub second = Shop.open(other.stores(), two)) {
            first.pull(Shop.ALLEGRO);
            visit.of(first, second);
        }
    }

    private NodeSettings node(String name) {
        return NodeSettings.builder()
                .node(name)
                .database("jdbc:sqlite:" + folder.resolve("book.db"))
                .time(folder.resolve("time").toString())
                .pageSize(100)
                .allegroUrl(outside.allegro().baseUrl())
                .inpostUrl(outside.inpost().baseUrl())
                .packetaUrl(outside.packeta().baseUrl())
                .kauflandUrl(outside.kaufland().baseUrl())
                .refreshToken(outside.allegro().accounts().mintRefreshToken())
                .mails(outside.mails().toString())
                .liveFrom(time.instant().minus(Duration.ofDays(1)))
                .build();
    }

    private static Order order(OrderHub hub) {
        return hub.orders().find(OrderQuery.all()).orders().get(0);
    }

    private static void click(OrderHub hub) {
        Order order = order(hub);
        Refund refund = Refund.builder()
                .order(order.id())
                .payment(hub.payments().of(order.id()).get(0).id())
                .reason(RefundReason.RETURNED)
                .addPart(new RefundPart.Pieces(order.lines().get(0).id(), 1, PRICE))
                .reference("return-7")
                .build();
        hub.payments().refund(refund, ANNA);
        hub.effects().runDue();
    }

    private static EffectState state(OrderHub hub) {
        EffectKey key = new EffectKey(Subject.of(order(hub).id()), EffectKind.REFUND, "return-7");
        return hub.effects().find(key).orElseThrow().state();
    }

    private void runToTheEnd(OrderHub hub) {
        for (int round = 0; round < 60 && state(hub) != EffectState.DONE; round++) {
            time.advance(Duration.ofMinutes(1));
            hub.effects().runDue();
        }
    }

    private void assertPaidBackOnce(OrderHub hub) {
        assertThat(outside.allegro().counters().form(form).refunds())
                .extracting(AllegroRefund::amount)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(PRICE.amount());
        assertThat(state(hub)).isEqualTo(EffectState.DONE);
        assertThat(order(hub).progress().refunded()).isEqualTo(PRICE);
    }

    @Test
    void refundClickedTwiceIsPaidOutOnce() throws Exception {
        visit((first, second) -> {
            together(first, second);
            click(first);
            runToTheEnd(second);
            click(second);

            assertPaidBackOnce(first);
        });
    }

    @Test
    void refundWhoseAnswerWasLostIsPaidOutOnceHoweverOftenClicked() throws Exception {
        outside.allegro().faults().on("POST", "/payments/refunds").once(Fault.cutAfterWrite());
        visit((first, second) -> {
            click(first);
            assertThat(outside.allegro().counters().form(form).refunds())
                    .as("Allegro heard it")
                    .hasSize(1);
            assertThat(state(first)).isEqualTo(EffectState.IN_DOUBT);

            click(second);
            click(first);
            runToTheEnd(second);

            assertPaidBackOnce(first);
        });
    }

    private static void together(OrderHub first, OrderHub second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> clicks = Stream.of(first, second)
                    .<Future<?>>map(hub -> people.submit(() -> {
                        start.await();
                        click(hub);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : clicks) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
    }
}
