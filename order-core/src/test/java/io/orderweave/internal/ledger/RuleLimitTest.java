package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.RuleId;
import io.orderweave.rule.Action;
import io.orderweave.rule.Limit;
import io.orderweave.rule.LimitState;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule with a limit does so many and no more, in any stretch of time, on all nodes together; then a person is called. */
class RuleLimitTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RuleId SHIPS = new RuleId("ships");

    private final TestShop shop = new TestShop();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static Rule limited(int atMost, Action action) {
        return Rule.builder()
                .from(TestShop.rule("ships", Trigger.on("order.imported"), action))
                .limit(new Limit(atMost, HOUR))
                .build();
    }

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(1, rules)));
    }

    private void imported(OrderHub hub, int orders) {
        for (int i = 0; i < orders; i++) {
            shop.channel.tell(ChannelOrders.unpaid("A" + i).build());
        }
        hub.pull(TestShop.CHANNEL);
    }

    private static List<Effect> effects(OrderHub hub, int orders, EffectKind kind, EffectState state) {
        List<Effect> found = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            hub.effects().of(Subject.of(TestShop.order(hub, "A" + i).id())).stream()
                    .filter(effect -> effect.key().kind().equals(kind) && effect.state() == state)
                    .forEach(found::add);
        }
        return found;
    }

    private static long calls(OrderHub hub, int orders) {
        long calls = 0;
        for (int i = 0; i < orders; i++) {
            calls += hub
                    .journal()
                    .history(Subject.of(TestShop.order(hub, "A" + i).id()), 1, 100)
                    .stream()
                    .flatMap(entry -> entry.event().stream())
                    .filter(RuleEvent.LimitReached.class::isInstance)
                    .count();
        }
        return calls;
    }

    @Test
    void theRestWaitsAndAPersonIsCalledOnce() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 5);

        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(2);
        assertThat(effects(hub, 5, EffectKind.SHIPMENT, EffectState.PLANNED))
                .hasSize(3)
                .allSatisfy(effect ->
                        assertThat(effect.reason()).contains("limit of rule ships: at most 2 per PT1H are done"));
        assertThat(calls(hub, 5)).isEqualTo(1);
        assertThat(hub.rules().limits())
                .containsExactly(new LimitState(
                        SHIPS,
                        new Limit(2, HOUR),
                        2,
                        Optional.of(shop.clock.instant().plus(HOUR))));
    }

    @Test
    void theStretchSlides() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 1);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(40));
        imported(hub, 4);

        hub.effects().runDue();
        assertThat(shop.courier.created()).hasSize(2);
        shop.clock.advance(Duration.ofMinutes(20));
        hub.effects().runDue();
        assertThat(shop.courier.created()).as("the first is an hour old").hasSize(3);
        shop.clock.advance(Duration.ofMinutes(39));
        hub.effects().runDue();
        assertThat(shop.courier.created()).as("the second is not").hasSize(3);
        shop.clock.advance(Duration.ofMinutes(1));
        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(4);
        assertThat(calls(hub, 4)).as("once in each stretch").isEqualTo(1);
    }

    @Test
    void aPersonLetsItGoOn() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 5);
        hub.effects().runDue();

        hub.rules().clearLimit(SHIPS, ANNA, "checked by hand");
        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(4);
        assertThat(hub.journal().history(Subject.configuration("rules"), 1, 10).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(new RuleEvent.LimitCleared(SHIPS, "checked by hand"));
    }

    @Test
    void aRuleSetWithAHigherLimitLetsItGoOn() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 5);
        hub.effects().runDue();

        hub.rules().apply(RuleSet.of(2, limited(4, TestShop.ship())), ANNA, "Black Friday");
        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(4);
    }

    @Test
    void oneThatIsSentAgainCountsOnce() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 2);
        shop.courier.failNext(FakeChannel.refused(FaultCategory.TRANSIENT));

        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(10));
        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(2);
        assertThat(hub.rules().limits()).extracting(LimitState::used).containsExactly(2);
        assertThat(calls(hub, 2)).isZero();
    }

    @Test
    void oneThatIsNotWantedAnyMoreDoesNotCount() {
        OrderHub hub = hub(limited(2, TestShop.ship()));
        imported(hub, 3);
        hub.orders().cancel(TestShop.order(hub, "A0").id(), "by phone", ANNA);

        hub.effects().runDue();

        assertThat(shop.courier.created()).hasSize(2);
        assertThat(calls(hub, 3)).isZero();
    }

    @Test
    void localEffectsAreCountedToo() {
        OrderHub hub = hub(limited(2, new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())));
        imported(hub, 5);

        hub.effects().runDue();

        assertThat(effects(hub, 5, EffectKind.INVOICE, EffectState.DONE)).hasSize(2);
    }

    @Test
    void whatAPersonAsksForIsNotCounted() {
        Rule bills = Rule.builder()
                .from(TestShop.rule(
                        "bills",
                        new Trigger.Manual("bill"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty())))
                .limit(new Limit(1, HOUR))
                .build();
        OrderHub hub = hub(bills);
        imported(hub, 3);
        hub.orders().raise(TestShop.order(hub, "A0").id(), "bill", ANNA);
        hub.orders().raise(TestShop.order(hub, "A1").id(), "bill", ANNA);
        hub.effects().runDue();

        hub.documents().issue(TestShop.order(hub, "A2").id(), DocumentKind.INVOICE, ANNA);
        hub.effects().runDue();

        assertThat(effects(hub, 3, EffectKind.INVOICE, EffectState.PLANNED))
                .extracting(effect -> effect.key().subject())
                .containsExactly(Subject.of(TestShop.order(hub, "A1").id()));
    }

    @Test
    void twoNodesTogetherDoNoMore() throws Exception {
        int orders = 30;
        OrderHub one = hub(limited(7, TestShop.ship()));
        OrderHub two = shop.open(builder -> builder.node("two").rules(RuleSet.of(1, limited(7, TestShop.ship()))));
        imported(one, orders);
        CyclicBarrier start = new CyclicBarrier(2);

        List<Future<?>> runs = new ArrayList<>();
        for (OrderHub hub : List.of(one, two)) {
            runs.add(threads.submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                return hub.effects().runDue();
            }));
        }
        for (Future<?> run : runs) {
            run.get(60, TimeUnit.SECONDS);
        }

        assertThat(shop.courier.created()).hasSize(7);
        assertThat(calls(one, orders)).isEqualTo(1);
    }

    @Test
    void aRuleWithoutLimitIsUnknownToClearing() {
        OrderHub hub = hub(limited(1, TestShop.ship()));

        assertThatThrownBy(() -> hub.rules().clearLimit(new RuleId("other"), ANNA, "why not"))
                .hasMessage("no rule other with a limit; there are [ships]");
    }
}
