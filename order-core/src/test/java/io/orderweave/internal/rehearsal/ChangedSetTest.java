package io.orderweave.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.journal.Rehearsal;
import io.orderweave.journal.Rehearsal.Change;
import io.orderweave.journal.Rehearsal.KindDifference;
import io.orderweave.journal.Rehearsal.MoneyDifference;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rehearsal of another set tells. */
class ChangedSetTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub paidOrderUnder(RuleSet rules) {
        OrderHub hub = shop.open(builder -> builder.rules(rules));
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        shop.clock.advance(Duration.ofHours(1));
        return hub;
    }

    private Rehearsal rehearse(OrderHub hub, RuleSet rules) {
        return hub.journal().rehearse(rules, Instant.EPOCH, shop.clock.instant());
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    @Test
    void addsWhatARuleWouldHaveDoneAndAllThatFollows() {
        OrderHub hub = paidOrderUnder(Sets.without(1, "pack-paid"));

        Rehearsal rehearsal = rehearse(hub, TestShop.rules());

        assertThat(rehearsal.kinds())
                .containsExactly(
                        new KindDifference(EffectKind.INVOICE, 1, 0, 0),
                        new KindDifference(EffectKind.LABEL, 1, 0, 0),
                        new KindDifference(EffectKind.RENDER, 1, 0, 0),
                        new KindDifference(EffectKind.SHIPMENT, 1, 0, 0),
                        new KindDifference(EffectKind.STATUS, 1, 0, 0),
                        new KindDifference(EffectKind.TRACKING, 1, 0, 0),
                        new KindDifference(EffectKind.UPLOAD, 1, 0, 0));
        assertThat(rehearsal.documents()).containsExactly(new MoneyDifference(pln("120.00"), pln("0.00")));
        assertThat(rehearsal.orders()).isEqualTo(1);
        assertThat(rehearsal.conflicts()).isZero();
    }

    @Test
    void tellsWhyThroughWhatWouldHaveHappened() {
        OrderHub hub = paidOrderUnder(Sets.without(1, "pack-paid"));

        Rehearsal rehearsal = rehearse(hub, TestShop.rules());

        Rehearsal.Sample upload = rehearsal.samples().stream()
                .filter(sample -> sample.effect().kind().equals(EffectKind.UPLOAD))
                .findFirst()
                .orElseThrow();
        assertThat(upload.why().steps())
                .extracting(step -> step.entry().name().name() + " "
                        + step.rules().stream().map(rule -> rule.rule().value()).toList())
                .containsExactly(
                        "payment.received [paid]",
                        "order.status-changed [pack-paid]",
                        "document.issued []",
                        "document.rendered [upload]");
    }

    @Test
    void isAGateForWhatAHostDoesNotWant() {
        OrderHub hub = paidOrderUnder(Sets.without(1, "pack-paid"));
        Rehearsal rehearsal = rehearse(hub, TestShop.rules());

        assertThatThrownBy(() -> rehearsal.requireNoNew(EffectKind.INVOICE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("adds 1 effects of kind invoice")
                .hasMessageContaining("pack-paid")
                .hasMessageContaining("invoice/final/1");
        assertThatThrownBy(rehearsal::requireSame)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shipment");
        assertThat(rehearsal.requireNoNew(EffectKind.PROFORMA)).isSameAs(rehearsal);
        assertThat(rehearse(hub, Sets.without(1, "pack-paid")).requireSame().isEmpty())
                .isTrue();
    }

    @Test
    void removesWhatNoRuleWantsAnyMoreAndWhatTheOutsideSaidOfIt() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        shop.courier.scan("T-C1", TrackingStatus.IN_TRANSIT, shop.clock.instant());
        hub.pull(TestShop.COURIER);
        shop.clock.advance(Duration.ofHours(1));

        Rehearsal rehearsal = rehearse(hub, Sets.without(2, "pack-paid"));

        assertThat(rehearsal.of(EffectKind.INVOICE)).isEqualTo(new KindDifference(EffectKind.INVOICE, 0, 1, 0));
        assertThat(rehearsal.of(EffectKind.SHIPMENT).removed()).isEqualTo(1);
        assertThat(rehearsal.of(EffectKind.STATUS).removed()).isEqualTo(2);
        assertThat(rehearsal.documents()).containsExactly(new MoneyDifference(pln("0.00"), pln("120.00")));
        assertThat(rehearsal.skipped()).isEqualTo(1);
        assertThat(rehearsal.samples())
                .filteredOn(sample -> sample.effect().kind().equals(EffectKind.INVOICE))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.change()).isEqualTo(Change.REMOVED);
                    assertThat(sample.amount()).contains(pln("120.00"));
                    assertThat(sample.why().text()).contains("pack-paid");
                });
    }

    @Test
    void changesWhatIsWantedWithOtherContent() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        List<Rule> rules = new ArrayList<>(Sets.without(2, "pack-paid").rules());
        rules.add(TestShop.rule(
                "pack-paid",
                "order.status-changed",
                Field.STATUS_TO.isOneOf("paid"),
                new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("invoices"))),
                TestShop.ship(),
                new Action.SetStatus(new StatusId("packing"))));

        Rehearsal rehearsal = rehearse(hub, new RuleSet(2, rules));

        assertThat(rehearsal.kinds()).containsExactly(new KindDifference(EffectKind.INVOICE, 0, 0, 1));
        assertThat(rehearsal.documents()).isEmpty();
    }

    @Test
    void runsTimersOnTheReplayedClock() {
        OrderHub hub = unpaidOrderUnder(
                TestShop.rule("remind", "order.confirmed", Sets.unpaid(), Sets.timer("remind", 3)), reminder());
        shop.clock.advance(Duration.ofDays(2));

        Rehearsal sooner = rehearse(
                hub,
                Sets.with(
                        2,
                        TestShop.rule("remind", "order.confirmed", Sets.unpaid(), Sets.timer("remind", 1)),
                        reminder()));
        Rehearsal later = rehearse(
                hub,
                Sets.with(
                        2,
                        TestShop.rule("remind", "order.confirmed", Sets.unpaid(), Sets.timer("remind", 9)),
                        reminder()));

        assertThat(sooner.of(EffectKind.TIMER)).isEqualTo(new KindDifference(EffectKind.TIMER, 0, 0, 1));
        assertThat(sooner.of(EffectKind.INVOICE).added()).isEqualTo(1);
        assertThat(later.of(EffectKind.TIMER).changed()).isEqualTo(1);
        assertThat(later.of(EffectKind.INVOICE).added()).isZero();
    }

    private OrderHub unpaidOrderUnder(Rule... more) {
        OrderHub hub = shop.open(builder -> builder.rules(Sets.with(1, more)));
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        return hub;
    }

    private static Rule reminder() {
        return TestShop.rule("bill", "timer.elapsed", Condition.always(), Sets.issue(DocumentKind.INVOICE));
    }

    @Test
    void holdsBackWhatAHeldOrderMayNotHave() {
        OrderHub hub = paidOrderUnder(Sets.without(1, "pack-paid"));
        RuleSet holding = Sets.with(
                2,
                TestShop.rule(
                        "look",
                        "payment.received",
                        Condition.always(),
                        new Action.PlaceHold("look", "look", Optional.empty())));

        Rehearsal rehearsal = rehearse(hub, holding);

        assertThat(rehearsal.of(EffectKind.INVOICE).added()).isEqualTo(1);
        assertThat(rehearsal.of(EffectKind.RENDER).added()).isZero();
    }

    @Test
    void countsConflictsWhichPlanNothing() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        RuleSet contradictory = Sets.with(
                2,
                TestShop.rule(
                        "other",
                        "order.status-changed",
                        Field.STATUS_TO.isOneOf("paid"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("invoices")))));

        Rehearsal rehearsal = rehearse(hub, contradictory);

        assertThat(rehearsal.conflicts()).isEqualTo(1);
        assertThat(rehearsal.of(EffectKind.INVOICE).removed()).isEqualTo(1);
    }

    @Test
    void cutsOffRulesThatGoRoundInACircle() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        RuleSet circle = Sets.with(
                2,
                TestShop.rule(
                        "there",
                        "effect.done",
                        Field.STATUS.isOneOf("packing"),
                        new Action.SetStatus(new StatusId("shipped"))),
                TestShop.rule(
                        "back",
                        "effect.done",
                        Field.STATUS.isOneOf("shipped"),
                        new Action.SetStatus(new StatusId("packing"))));

        Rehearsal rehearsal = rehearse(hub, circle);

        assertThat(rehearsal.cutOff()).isEqualTo(1);
        assertThat(rehearsal.of(EffectKind.STATUS).added()).isGreaterThan(100);
        assertThat(rehearsal.samples()).hasSizeLessThan(10);
    }

    @Test
    void beginsFromWhatWasThere() {
        OrderHub hub = paidOrderUnder(Sets.without(1, "pack-paid"));
        Instant later = shop.clock.instant();
        shop.clock.advance(Duration.ofHours(1));
        OrderId order = TestShop.order(hub, "A1").id();
        hub.orders().addTag(order, "go", ANNA);
        shop.clock.advance(Duration.ofHours(1));
        RuleSet onTag = Sets.with(
                2, TestShop.rule("bill", "order.tag-added", Condition.always(), Sets.issue(DocumentKind.INVOICE)));

        Rehearsal rehearsal = hub.journal().rehearse(onTag, later, shop.clock.instant());

        assertThat(rehearsal.of(EffectKind.INVOICE).added()).isEqualTo(1);
        assertThat(rehearsal.of(EffectKind.SHIPMENT).added()).isZero();
        assertThat(rehearsal.events()).isEqualTo(1);
        assertThat(hub.journal()
                        .rehearse(onTag, shop.clock.instant(), shop.clock.instant())
                        .orders())
                .isZero();
    }

    @Test
    void tellsTheHostHowFarItIsAndStopsWhenTold() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        List<String> told = new ArrayList<>();

        Rehearsal whole = hub.journal().rehearse(TestShop.rules(), Instant.EPOCH, shop.clock.instant(), (done, of) -> {
            told.add(done + "/" + of);
            return true;
        });
        Rehearsal none =
                hub.journal().rehearse(TestShop.rules(), Instant.EPOCH, shop.clock.instant(), (done, of) -> false);

        assertThat(told).containsExactly("0/1", "1/1");
        assertThat(whole.stopped()).isFalse();
        assertThat(none.stopped()).isTrue();
        assertThat(none.orders()).isZero();
    }

    @Test
    void refusesASetThatCouldNotBeUsedAndAnOrderThatIsNotThere() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        RuleSet wrong = RuleSet.of(
                2,
                TestShop.rule(
                        "x", "order.confirmed", Condition.always(), new Action.SetStatus(new StatusId("nowhere"))));

        assertThatThrownBy(() -> rehearse(hub, wrong))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> hub.journal().rehearse(TestShop.rules(), new OrderId("none")))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NOT_FOUND));
    }

    @Test
    void rehearsesOneOrder() {
        OrderHub hub = paidOrderUnder(TestShop.rules());
        Order order = TestShop.order(hub, "A1");

        Rehearsal rehearsal = hub.journal().rehearse(RuleSet.of(2), order.id());

        assertThat(rehearsal.samples()).extracting(sample -> sample.change()).containsOnly(Change.REMOVED);
        assertThat(rehearsal.samples()).hasSize(7);
    }
}
