package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.order.OrderQuery;
import io.orderweave.party.Party;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.shipment.Parcel;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set that was in force decides again what it decided. */
class UnchangedSetTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void differsInNothingOverARichHistory(long seed) {
        ShopHistory history = new ShopHistory(Sets.rich(), seed);
        history.live(120);

        Rehearsal rehearsal = history.rehearse(Sets.rich());

        rehearsal.requireSame();
        assertThat(rehearsal.orders()).isGreaterThan(10);
        assertThat(rehearsal.cutOff()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void differsInNothingOverAnyPartOfTheHistory(long seed) {
        ShopHistory history = new ShopHistory(Sets.rich(), seed);
        Instant begin = history.shop.clock.instant();
        history.live(100);
        Instant end = history.shop.clock.instant();

        for (Instant from = begin; from.isBefore(end); from = from.plus(Duration.ofDays(3))) {
            history.hub
                    .journal()
                    .rehearse(Sets.rich(), from, from.plus(Duration.ofDays(4)))
                    .requireSame();
        }
    }

    @Test
    void theHistoriesHoldWhatMakesThemHard() {
        ShopHistory history = new ShopHistory(Sets.rich(), 1);
        history.live(120);

        Map<EffectState, Long> counts = history.hub.effects().counts();
        assertThat(counts.keySet())
                .contains(EffectState.DONE, EffectState.REJECTED, EffectState.CANCELLED, EffectState.PLANNED);
        assertThat(history.rehearse(Sets.rich()).conflicts()).isPositive();
        assertThat(history.rehearse(RuleSet.of(9)).kinds())
                .extracting(kind -> kind.kind())
                .contains(
                        EffectKind.INVOICE,
                        EffectKind.PROFORMA,
                        EffectKind.SHIPMENT,
                        EffectKind.TIMER,
                        EffectKind.STATUS,
                        EffectKind.TRACKING,
                        EffectKind.UPLOAD);
    }

    @Test
    void isTheSameForOneOrder() {
        ShopHistory history = new ShopHistory(TestShop.rules(), 31);
        history.live(60);

        history.hub
                .orders()
                .find(OrderQuery.builder().build())
                .orders()
                .forEach(order -> assertThat(history.hub
                                .journal()
                                .rehearse(TestShop.rules(), order.id())
                                .isEmpty())
                        .isTrue());
    }

    @Test
    void takesTogetherWhatCameInOneTransaction() {
        RuleSet contradictory = RuleSet.of(
                1,
                TestShop.rule("bill", "payment.received", Condition.always(), Sets.issue(DocumentKind.INVOICE)),
                TestShop.rule("one", "order.invoice-party-changed", Condition.always(), TestShop.ship()),
                TestShop.rule(
                        "other",
                        "document.reissue-requested",
                        Condition.always(),
                        new Action.CreateShipment(TestShop.COURIER, Optional.of("other"), Parcel.ofGrams(5))));
        TestShop shop = new TestShop();
        OrderHub hub = shop.open(builder -> builder.rules(contradictory));
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        DocumentId invoice =
                hub.documents().of(TestShop.order(hub, "A1").id()).get(0).id();
        hub.documents().reissue(invoice, Party.builder().company("Firma s.r.o.").build(), ShopHistory.ANNA);

        Rehearsal rehearsal =
                hub.journal().rehearse(contradictory, TestShop.order(hub, "A1").id());

        assertThat(rehearsal.requireSame().conflicts()).isEqualTo(1);
    }

    @Test
    void keepsApartWhatOnePersonDidAtDifferentMoments() {
        RuleSet contradictory = RuleSet.of(
                1,
                TestShop.rule("one", new Trigger.Manual("one"), TestShop.ship()),
                TestShop.rule(
                        "other",
                        new Trigger.Manual("other"),
                        new Action.CreateShipment(TestShop.COURIER, Optional.of("other"), Parcel.ofGrams(5))));
        TestShop shop = new TestShop();
        OrderHub hub = shop.open(builder -> builder.rules(contradictory));
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        OrderId order = TestShop.order(hub, "A1").id();
        shop.clock.advance(Duration.ofHours(1));
        hub.orders().raise(order, "one", ShopHistory.ANNA);
        shop.clock.advance(Duration.ofHours(1));
        hub.orders().raise(order, "other", ShopHistory.ANNA);

        Rehearsal rehearsal = hub.journal().rehearse(contradictory, order);

        assertThat(rehearsal.requireSame().conflicts())
                .as("the second found the key taken; within one change the two would be a conflict")
                .isZero();
    }

    @Test
    void writesNothing() {
        ShopHistory history = new ShopHistory(Sets.rich(), 41);
        history.live(40);
        Map<EffectState, Long> before = history.hub.effects().counts();
        int told = history.shop.channel.statuses().size();
        int shipped = history.shop.courier.created().size();

        history.rehearse(Sets.rich());
        history.rehearse(RuleSet.of(9));

        assertThat(history.hub.effects().counts()).isEqualTo(before);
        assertThat(history.shop.channel.statuses()).hasSize(told);
        assertThat(history.shop.courier.created()).hasSize(shipped);
    }
}
