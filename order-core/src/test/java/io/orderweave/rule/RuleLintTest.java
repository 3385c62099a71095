package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.RuleId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.LintFinding.Kind;
import io.orderweave.rule.RuleLint.Firing;
import io.orderweave.shipment.Parcel;
import io.orderweave.testing.TestShop;
import io.orderweave.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleLintTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Action PAID = new Action.SetStatus(new StatusId("paid"));
    private static final Action PACKING = new Action.SetStatus(new StatusId("packing"));
    private static final Action INVOICE = new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());

    private static final RuleLint LINT = new RuleLint(
            StatusCatalogue.standard(),
            TestShop.mappings(StatusMap.builder()
                    .putInbound("BEING-PACKED", new StatusId("ready"))
                    .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                    .putOutbound(new StatusId("shipped"), StatusIntent.SHIPPED)
                    .build()));

    private static Rule rule(String id, String trigger, Condition condition, Action... actions) {
        return TestShop.rule(id, trigger, condition, actions);
    }

    private static Rule rule(String id, Trigger trigger, Condition condition, Action... actions) {
        return Rule.builder()
                .id(new RuleId(id))
                .trigger(trigger)
                .condition(condition)
                .addActions(actions)
                .build();
    }

    private static Rule never(Condition... conditions) {
        return rule("x", "order.confirmed", Condition.all(conditions), PAID);
    }

    private static List<LintFinding> findings(Rule... rules) {
        return LINT.findings(RuleSet.of(1, rules), TODAY);
    }

    private static Action timer(String name) {
        return new Action.StartTimer(name, Duration.ofDays(1));
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    /** A faulty set, and what must be found in it. */
    private record Fault(String name, Kind kind, Rule... rules) {}

    @TestFactory
    Stream<DynamicTest> findsEveryPlantedFault() {
        return faults().stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.kind() + ": " + fault.name(),
                        () -> assertThat(findings(fault.rules()))
                                .extracting(LintFinding::kind)
                                .containsExactly(fault.kind())));
    }

    @Test
    void thereAreAtLeastThirty() {
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static List<Fault> faults() {
        Condition always = Condition.always();
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault("configuration", Kind.DEAD, rule("x", "configuration.changed", always, PAID)),
                new Fault("a transaction", Kind.DEAD, rule("x", "payment.transaction-received", always, PAID)),
                new Fault("a recovery", Kind.DEAD, rule("x", "recovery.begun", always, PAID)),
                new Fault("no timer at all", Kind.DEAD, rule("x", "timer.elapsed", always, PAID)),
                new Fault("no such timer", Kind.DEAD, rule("x", new Trigger.TimerElapsed("t"), always, PAID)),
                new Fault("no notice", Kind.DEAD, rule("x", "notice.sent", always, PAID)),
                new Fault(
                        "switched off",
                        Kind.OFF,
                        Rule.builder()
                                .from(rule("x", "order.confirmed", always, PAID))
                                .enabled(false)
                                .build()),
                new Fault(
                        "over",
                        Kind.PAST,
                        Rule.builder()
                                .from(rule("x", "order.confirmed", always, PAID))
                                .lastDay(TODAY.minusDays(1))
                                .build()),
                new Fault("sets apart", Kind.NEVER_TRUE, never(channel("a"), channel("b", "c"))),
                new Fault("allowed and forbidden", Kind.NEVER_TRUE, never(channel("a"), Condition.none(channel("a")))),
                new Fault(
                        "all forbidden one by one",
                        Kind.NEVER_TRUE,
                        never(channel("a", "b"), Condition.none(channel("a"), channel("b")))),
                new Fault("none of", Kind.NEVER_TRUE, never(channel("a"), Field.CHANNEL.isNoneOf("a", "b"))),
                new Fault(
                        "yes and no",
                        Kind.NEVER_TRUE,
                        never(Field.DELIVERY_TO_POINT.is(true), Field.DELIVERY_TO_POINT.is(false))),
                new Fault(
                        "empty range",
                        Kind.NEVER_TRUE,
                        never(Field.TOTAL.atLeast(pln("100.00")), Field.TOTAL.lessThan(pln("100.00")))),
                new Fault(
                        "ranges apart",
                        Kind.NEVER_TRUE,
                        never(Field.TOTAL.atMost(pln("5.00")), Field.TOTAL.moreThan(pln("9.00")))),
                new Fault(
                        "two currencies",
                        Kind.NEVER_TRUE,
                        never(Field.TOTAL.atLeast(pln("5.00")), Field.TOTAL.atLeast(Money.of("5.00", "EUR")))),
                new Fault(
                        "alternatives all impossible",
                        Kind.NEVER_TRUE,
                        never(channel("a"), Condition.any(channel("b"), channel("c")))),
                new Fault(
                        "deep inside",
                        Kind.NEVER_TRUE,
                        never(Condition.all(channel("a"), Condition.all(Condition.all(channel("b")))))),
                new Fault("absent and one of", Kind.NEVER_TRUE, never(Field.CHANNEL.isAbsent(), channel("a"))),
                new Fault("a status that does not exist", Kind.NEVER_TRUE, never(Field.STATUS.isOneOf("nowhere"))),
                new Fault(
                        "another status than entered",
                        Kind.NEVER_TRUE,
                        rule(
                                "x",
                                new Trigger.StatusEntered(new StatusId("new")),
                                Field.STATUS.isOneOf("paid"),
                                new Action.AddTag("x"))),
                new Fault(
                        "paid and not",
                        Kind.NEVER_TRUE,
                        rule(
                                "x",
                                new Trigger.PaymentReceived(Axes.PaymentState.PAID),
                                Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID),
                                new Action.AddTag("x"))),
                new Fault(
                        "the same twice",
                        Kind.SHADOWED,
                        rule("a", "order.confirmed", channel("a"), PAID),
                        rule("b", "order.confirmed", channel("a"), PAID)),
                new Fault(
                        "wider before narrower",
                        Kind.SHADOWED,
                        rule("a", "order.confirmed", always, INVOICE),
                        rule("b", "order.confirmed", channel("a"), INVOICE)),
                new Fault(
                        "less of the same",
                        Kind.SHADOWED,
                        rule("a", "order.confirmed", channel("a"), PAID, INVOICE),
                        rule(
                                "b",
                                "order.confirmed",
                                Condition.all(channel("a"), Field.DELIVERY_TO_POINT.is(true)),
                                PAID)),
                new Fault(
                        "two statuses of one phase",
                        Kind.CONTRADICTORY,
                        rule("a", "order.confirmed", always, PAID),
                        rule("b", "order.confirmed", channel("a"), new Action.SetStatus(new StatusId("new")))),
                new Fault(
                        "a step back",
                        Kind.CONTRADICTORY,
                        rule("a", "payment.received", always, PACKING),
                        rule("b", "payment.received", always, PAID)),
                new Fault(
                        "two series",
                        Kind.CONTRADICTORY,
                        rule("a", "order.confirmed", channel("a"), INVOICE),
                        rule(
                                "b",
                                "order.confirmed",
                                always,
                                new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("other"))))),
                new Fault(
                        "two couriers",
                        Kind.CONTRADICTORY,
                        rule("a", "order.confirmed", always, ship("one")),
                        rule("b", "order.confirmed", channel("a"), ship("two"))),
                new Fault(
                        "two reasons",
                        Kind.CONTRADICTORY,
                        rule("a", "order.cancelled", always, new Action.CreditDocuments("cancelled")),
                        rule("b", "order.cancelled", always, new Action.CreditDocuments("refunded")))));
        faults.addAll(List.of(
                new Fault(
                        "there and back",
                        Kind.LOOP,
                        rule("a", new Trigger.StatusEntered(new StatusId("paid")), always, PACKING),
                        rule("b", new Trigger.StatusEntered(new StatusId("packing")), always, PAID)),
                new Fault(
                        "there and back by conditions",
                        Kind.LOOP,
                        rule("a", "order.status-changed", Field.STATUS_TO.isOneOf("paid"), PACKING),
                        rule("b", "order.status-changed", Field.STATUS_TO.isOneOf("packing"), PAID)),
                new Fault(
                        "told to a channel, whose echo another status map row turns into the trigger",
                        Kind.LOOP,
                        rule("a", new Trigger.StatusEntered(new StatusId("ready")), always, PACKING)),
                new Fault(
                        "told to a channel, and back over a second rule",
                        Kind.LOOP,
                        rule("a", new Trigger.StatusEntered(new StatusId("ready")), always, PAID),
                        rule("b", new Trigger.StatusEntered(new StatusId("paid")), always, PACKING)),
                new Fault(
                        "raises itself",
                        Kind.LOOP,
                        rule("a", new Trigger.Manual("go"), always, new Action.Raise("go"))),
                new Fault(
                        "over three",
                        Kind.LOOP,
                        rule("a", new Trigger.Manual("a"), always, new Action.Raise("b")),
                        rule("b", new Trigger.Manual("b"), always, timer("t")),
                        rule("c", new Trigger.TimerElapsed("t"), always, new Action.Raise("a"))),
                new Fault(
                        "nobody tells it is cancelled",
                        Kind.UNMAPPED_STATUS,
                        rule("x", "payment.overdue", always, new Action.SetStatus(new StatusId("cancelled")))),
                new Fault(
                        "an unknown payment method",
                        Kind.UNMAPPED_TERM,
                        rule("x", "order.confirmed", Field.PAYMENT_METHOD.isOneOf("cheque"), PAID)),
                new Fault(
                        "an unknown delivery method",
                        Kind.UNMAPPED_TERM,
                        rule("x", "order.confirmed", Field.DELIVERY_METHOD.isOneOf("pigeon"), PAID)),
                new Fault(
                        "two ways to one invoice",
                        Kind.TWICE,
                        rule("a", "order.confirmed", channel("a"), INVOICE),
                        rule("b", "order.confirmed", Field.DELIVERY_TO_POINT.is(true), INVOICE)),
                new Fault("nobody listens", Kind.TIMER, rule("x", "order.confirmed", always, timer("t"))),
                new Fault(
                        "another timer is listened to",
                        Kind.TIMER,
                        rule("x", "order.confirmed", always, timer("t"), timer("u")),
                        rule("y", "timer.elapsed", Field.TIMER.isOneOf("u"), new Action.AddTag("y")))));
        return faults;
    }

    private static Condition channel(String... channels) {
        return Field.CHANNEL.isOneOf(channels);
    }

    private static Action ship(String courier) {
        return new Action.CreateShipment(new ConnectionId(courier), Optional.empty(), Parcel.ofGrams(500));
    }

    @Test
    void findsNothingInGoodSets() {
        assertThat(LINT.findings(TestShop.rules(), TODAY)).isEmpty();
        assertThat(findings(
                        rule("a", "order.confirmed", Condition.always(), timer("t")),
                        rule("b", new Trigger.TimerElapsed("t"), Condition.always(), new Action.AddTag("b")),
                        rule("c", "order.confirmed", Field.CHANNEL.isOneOf("a"), INVOICE),
                        rule("d", "order.confirmed", Field.CHANNEL.isOneOf("b"), INVOICE),
                        rule(
                                "e",
                                "order.placed",
                                Condition.all(Field.TOTAL.atLeast(pln("5.00")), Field.TOTAL.atMost(pln("5.00"))),
                                PAID)))
                .isEmpty();
    }

    @Test
    void tellsWhatThePastTells() {
        RuleSet set = RuleSet.of(
                1,
                rule("silent", "order.confirmed", channel("a"), PAID),
                rule("never", "order.confirmed", channel("b"), PAID),
                rule("all", "order.confirmed", channel("c"), PAID),
                rule("meant", "order.confirmed", Condition.always(), new Action.AddTag("x")),
                rule("young", "order.confirmed", channel("d"), PAID));
        Instant old = NOW.minus(Duration.ofDays(120));
        Map<RuleId, Firing> past = Map.of(
                new RuleId("silent"), new Firing(old, 500, 3, Optional.of(NOW.minus(Duration.ofDays(91)))),
                new RuleId("never"), new Firing(old, 500, 0, Optional.empty()),
                new RuleId("all"), new Firing(old, 500, 500, Optional.of(NOW)),
                new RuleId("meant"), new Firing(old, 500, 500, Optional.of(NOW)),
                new RuleId("young"), new Firing(NOW.minus(Duration.ofDays(5)), 3, 3, Optional.of(NOW)));

        assertThat(LINT.findings(set, past, NOW))
                .extracting(finding -> finding.kind() + " " + finding.rules())
                .containsExactly("SILENT [silent]", "SILENT [never]", "ALWAYS [all]");
    }

    @Test
    void saysItWithAWayOutInEveryLanguage() {
        List<LintFinding> all = faults().stream()
                .flatMap(fault -> findings(fault.rules()).stream())
                .toList();

        for (var language : Texts.LANGUAGES) {
            assertThat(all)
                    .allSatisfy(finding -> assertThat(finding.text(Texts.in(language)))
                            .isNotBlank()
                            .doesNotContain("{", "}"));
        }
        assertThat(findings(rule("x", "order.confirmed", Condition.always(), timer("t"))))
                .hasToString("[WARNING rule x starts timer t, and no rule listens to it"
                        + " Add a rule on timer.elapsed, or start no timer.]");
    }
}
