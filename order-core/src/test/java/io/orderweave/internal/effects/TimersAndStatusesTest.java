package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectState;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersAndStatusesTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.mappings(TestShop.mappings(StatusMap.builder()
                    .putInbound("READY", new StatusId("new"))
                    .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                    .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                    .putOutbound(new StatusId("cancelled"), StatusIntent.CANCELLED)
                    .build()))
            .rules(RuleSet.of(
                    1,
                    TestShop.rule(
                            "remind",
                            "order.tag-added",
                            Condition.all(Field.TAGS.hasAnyOf("slow"), Condition.none(Field.TAGS.hasAnyOf("late"))),
                            new Action.StartTimer("overdue", Duration.ofDays(3))),
                    TestShop.rule(
                            "late", "timer.elapsed", Field.TIMER.isOneOf("overdue"), new Action.AddTag("late")))));

    private Order imported() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private List<Effect> effects(Order order) {
        return hub.effects().of(Subject.of(order.id()));
    }

    private void setStatus(Order order, String status) {
        hub.orders().setStatus(order.id(), new StatusId(status), ANNA);
    }

    @Test
    void aTimerRaisesItsEventWhenItsTimeHasComeAndNotBefore() {
        Order order = imported();
        hub.orders().addTag(order.id(), "slow", ANNA);

        shop.clock.advance(Duration.ofDays(3).minusSeconds(1));
        hub.effects().runDue();
        assertThat(hub.orders().find(order.id()).orElseThrow().tags()).containsExactly("slow");
        shop.clock.advance(Duration.ofSeconds(1));
        hub.effects().runDue();

        assertThat(hub.orders().find(order.id()).orElseThrow().tags()).contains("late");
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(new EffectEvent.TimerElapsed("overdue"));
        assertThat(effects(order)).extracting(Effect::state).containsExactly(EffectState.DONE);
    }

    @Test
    void aClockSetBackNeitherLosesNorDoublesATimer() {
        Order order = imported();
        hub.orders().addTag(order.id(), "slow", ANNA);

        shop.clock.advance(Duration.ofDays(-2));
        hub.effects().runDue();
        shop.clock.advance(Duration.ofDays(5));
        hub.effects().runDue();
        shop.clock.advance(Duration.ofDays(-1));
        hub.effects().runDue();
        shop.clock.advance(Duration.ofDays(1));
        hub.effects().runDue();

        assertThat(elapsed(order)).isEqualTo(1);
    }

    @Test
    void aLongPauseNeitherLosesNorDoublesATimer() {
        Order order = imported();
        hub.orders().addTag(order.id(), "slow", ANNA);

        shop.clock.advance(Duration.ofDays(400));
        hub.effects().runDue();
        hub.effects().runDue();

        assertThat(elapsed(order)).isEqualTo(1);
    }

    private long elapsed(Order order) {
        return hub.journal().history(Subject.of(order.id()), 1, 100).stream()
                .flatMap(entry -> entry.event().stream())
                .filter(EffectEvent.TimerElapsed.class::isInstance)
                .count();
    }

    @Test
    void aTimerOfAnOrderWhoseWayHasEndedIsNotWanted() {
        Order order = imported();
        hub.orders().addTag(order.id(), "slow", ANNA);
        setStatus(order, "delivered");

        shop.clock.advance(Duration.ofDays(3));
        hub.effects().runDue();

        assertThat(effects(order)).singleElement().satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.CANCELLED);
            assertThat(effect.reason()).contains("order " + order.id() + " is DELIVERED");
        });
        assertThat(hub.orders().find(order.id()).orElseThrow().tags()).containsExactly("slow");
    }

    @Test
    void aHoldDoesNotStopATimer() {
        Order order = imported();
        hub.orders().addTag(order.id(), "slow", ANNA);
        hub.orders().hold(order.id(), "check", "look", ANNA);

        shop.clock.advance(Duration.ofDays(3));
        hub.effects().runDue();

        assertThat(hub.orders().find(order.id()).orElseThrow().tags()).contains("late");
    }

    @Test
    void aStatusTheChannelHasNoTermForIsNotTold() {
        Order order = imported();
        hub.orders().cancel(order.id(), "by phone", ANNA);

        hub.effects().runDue();

        assertThat(effects(order)).singleElement().satisfies(effect -> {
            assertThat(effect.state()).isEqualTo(EffectState.CANCELLED);
            assertThat(effect.reason()).contains("the channel has no term for CANCELLED");
        });
    }

    @Test
    void aStatusInDoubtIsSentAgainAfterTheDeadline() {
        Order order = imported();
        setStatus(order, "packing");
        shop.channel.loseNextAnswer(FakeChannel.lost());
        hub.effects().runDue();

        shop.clock.advance(Duration.ofSeconds(30));
        hub.effects().runDue();

        assertThat(shop.channel.statuses())
                .hasSize(2)
                .extracting(it -> it.intent())
                .containsOnly(StatusIntent.PROCESSING);
        assertThat(effects(order)).extracting(Effect::state).containsExactly(EffectState.DONE);
        assertThat(shop.channel.statuses())
                .allSatisfy(it -> assertThat(it.externalId()).isEqualTo("A1"));
    }

    @Test
    void aStatusInDoubtIsNotSentAgainOnceTheOrderHasLeftIt() {
        Order order = imported();
        setStatus(order, "packing");
        shop.channel.loseNextAnswer(FakeChannel.lost());
        hub.effects().runDue();
        setStatus(order, "shipped");

        shop.clock.advance(Duration.ofSeconds(30));
        hub.effects().runDue();

        assertThat(shop.channel.statuses())
                .extracting(it -> it.intent())
                .containsExactly(StatusIntent.PROCESSING, StatusIntent.SHIPPED);
    }

    @Test
    void refusedCredentialsStopTheConnectionAndAProbeLetsItGoOn() {
        Order order = imported();
        setStatus(order, "packing");
        shop.channel.failNextWrite(FakeChannel.refused(FaultCategory.AUTHORISATION));
        hub.effects().runDue();
        shop.clock.advance(Duration.ofMinutes(10));
        hub.effects().runDue();

        assertThat(hub.stopped(TestShop.CHANNEL)).contains("AUTHORISATION: refused");
        assertThat(shop.channel.statuses()).isEmpty();
        hub.probe(TestShop.CHANNEL);
        shop.clock.advance(Duration.ofMinutes(10));
        hub.effects().runDue();

        assertThat(hub.stopped(TestShop.CHANNEL)).isEmpty();
        assertThat(shop.channel.statuses()).hasSize(1);
    }
}
