package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.id.StatusId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.Rehearsal.Change;
import io.orderweave.journal.Rehearsal.KindDifference;
import io.orderweave.journal.RehearsalProgress;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.CourierStatusMap;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a rehearsal under other mappings tells. */
class ChangedMappingsTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    /** Told: packing. */
    private OrderHub packed() {
        OrderHub hub = shop.open(builder -> builder.rules(rules()));
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.clock.advance(Duration.ofHours(1));
        hub.orders().setStatus(TestShop.order(hub, "A1").id(), new StatusId("packing"), ANNA);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        return hub;
    }

    private static RuleSet rules() {
        return RuleSet.of(1, TestShop.rule("ship", new Trigger.Manual("ship"), TestShop.ship()));
    }

    private Rehearsal rehearse(OrderHub hub, MappingSet mappings) {
        return hub.journal().rehearse(rules(), mappings, Instant.EPOCH, shop.clock.instant(), RehearsalProgress.NONE);
    }

    private static MappingSet told(StatusMap.Builder statuses) {
        return TestShop.mapping(statuses.build()).version(2).build();
    }

    @Test
    void thoseInForceDifferInNothing() {
        OrderHub hub = packed();

        assertThat(rehearse(hub, TestShop.mappings()).requireSame().mappingsVersion())
                .isEqualTo(1);
    }

    @Test
    void removesWhatIsNotToldAnyMore() {
        OrderHub hub = packed();

        Rehearsal rehearsal = rehearse(hub, told(StatusMap.builder()));

        assertThat(rehearsal.kinds()).containsExactly(new KindDifference(EffectKind.STATUS, 0, 1, 0));
        assertThat(rehearsal.mappingsVersion()).isEqualTo(2);
    }

    @Test
    void changesWhatIsToldOtherwise() {
        OrderHub hub = packed();

        Rehearsal rehearsal = rehearse(
                hub, told(StatusMap.builder().putOutbound(new StatusId("packing"), StatusIntent.READY_TO_SHIP)));

        assertThat(rehearsal.kinds()).containsExactly(new KindDifference(EffectKind.STATUS, 0, 0, 1));
    }

    @Test
    void addsWhatAMilestoneWouldHaveSetAndTold() {
        OrderHub hub = packed();
        hub.orders().raise(TestShop.order(hub, "A1").id(), "ship", ANNA);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        shop.courier.scan("T-C1", TrackingStatus.IN_TRANSIT, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        shop.clock.advance(Duration.ofHours(1));

        Rehearsal rehearsal = rehearse(
                hub,
                TestShop.mapping(TestShop.statusMap())
                        .version(2)
                        .putCourierStatusMap(
                                TestShop.COURIER,
                                new CourierStatusMap(Map.of(Milestone.DISPATCHED, new StatusId("shipped"))))
                        .build());

        assertThat(rehearsal.kinds()).containsExactly(new KindDifference(EffectKind.STATUS, 1, 0, 0));
        assertThat(rehearsal.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.change()).isEqualTo(Change.ADDED);
            assertThat(sample.why().text()).contains("by mappings 2\n    mappings 2 tell the channel");
        });
    }

    @Test
    void leavesWhatChannelsSaidAsItWasRead() {
        OrderHub hub = packed();

        Rehearsal rehearsal = rehearse(
                hub, told(StatusMap.builder().from(TestShop.statusMap()).putInbound("PAID", new StatusId("packing"))));

        assertThat(rehearsal.isEmpty()).isTrue();
    }

    @Test
    void refusesFaultyMappings() {
        OrderHub hub = packed();

        assertThatThrownBy(() -> rehearse(hub, told(StatusMap.builder().putInbound("READY", new StatusId("mew")))))
                .hasMessage("mappings: /connections/channel/inbound/READY: the shop has no status 'mew'; nearest: new");
    }
}
