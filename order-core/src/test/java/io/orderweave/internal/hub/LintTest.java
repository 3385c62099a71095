package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Axes;
import io.orderweave.order.Dictionary;
import io.orderweave.order.StatusIntent;
import io.orderweave.order.StatusMap;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.LintFinding;
import io.orderweave.rule.LintFinding.Kind;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hub lints rules with its own mappings, statuses and past. */
class LintTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private static Rule tagging(String tag, Condition condition) {
        return TestShop.rule("tag-" + tag, "order.confirmed", condition, new Action.AddTag(tag));
    }

    private OrderHub open(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(1, rules)));
    }

    private void imported(OrderHub hub, int from, int to) {
        for (int i = from; i < to; i++) {
            shop.channel.tell(ChannelOrders.unpaid("A" + i).build());
        }
        hub.pull(TestShop.CHANNEL);
    }

    private static List<Kind> kinds(List<LintFinding> findings) {
        return findings.stream().map(LintFinding::kind).toList();
    }

    @Test
    void goesByTheMappingsInForce() {
        OrderHub hub = open(tagging("cheque", Field.PAYMENT_METHOD.isOneOf("cheque")));
        assertThat(kinds(hub.rules().lint())).containsExactly(Kind.UNMAPPED_TERM);

        hub.mappings()
                .apply(
                        MappingSet.builder()
                                .version(2)
                                .putStatusMap(TestShop.CHANNEL, TestShop.statusMap())
                                .putDictionary(
                                        TestShop.CHANNEL,
                                        Dictionary.builder()
                                                .putPaymentMethod("CHQ", "cheque")
                                                .build())
                                .build(),
                        ANNA,
                        "cheques are taken");

        assertThat(hub.rules().lint()).isEmpty();
    }

    @Test
    void goesByOtherMappingsWhereTheyAreGiven() {
        RuleSet wanted = RuleSet.of(2, tagging("cheque", Field.PAYMENT_METHOD.isOneOf("cheque")));
        MappingSet cheques = MappingSet.builder()
                .version(2)
                .putDictionary(
                        TestShop.CHANNEL,
                        Dictionary.builder().putPaymentMethod("CHQ", "cheque").build())
                .build();
        OrderHub hub = shop.open();

        assertThat(kinds(hub.rules().lint(wanted))).containsExactly(Kind.UNMAPPED_TERM);
        assertThat(hub.rules().lint(wanted, cheques)).isEmpty();
        assertThat(hub.mappings().current()).isEqualTo(TestShop.mappings());
    }

    @Test
    void goesByTheConnections() {
        OrderHub hub = open(tagging("gone", Field.CONNECTION.isOneOf("removed", "closed")));

        assertThat(kinds(hub.rules().lint())).containsExactly(Kind.NEVER_TRUE);
        assertThat(hub.rules().lint(RuleSet.of(2, tagging("here", Field.CONNECTION.isOneOf("removed", "Channel")))))
                .isEmpty();
    }

    @Test
    void tellsWhichRulesAskForWhatNobodySupplies() {
        Rule asking = tagging("heavy", Field.WEIGHT.atLeast(30_000));
        OrderHub without = open(asking);
        assertThat(without.rules().lint()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNSUPPLIED_FACT);
            assertThat(finding.toString()).contains("rule tag-heavy asks for weight, which nobody supplies");
        });

        OrderHub with = shop.open(builder ->
                builder.rules(RuleSet.of(1, asking)).ruleFact(Field.WEIGHT, order -> Optional.of(BigDecimal.TEN)));

        assertThat(with.rules().lint()).isEmpty();
    }

    @Test
    void followsACircleOverTheStatusMap() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.EMPTY)
                .mappings(TestShop.mappings(StatusMap.builder()
                        .putInbound("BEING-PACKED", new StatusId("ready"))
                        .putOutbound(new StatusId("packing"), StatusIntent.PROCESSING)
                        .build())));
        Rule back = TestShop.rule(
                "back",
                new Trigger.StatusEntered(new StatusId("ready")),
                new Action.SetStatus(new StatusId("packing")));

        assertThat(kinds(hub.rules().lint(RuleSet.of(2, back)))).containsExactly(Kind.LOOP);
    }

    @Test
    void tellsWhichRulesHaveNotFiredForLong() {
        OrderHub hub = open(tagging("seen", Condition.always()), tagging("never", Field.CHANNEL.isOneOf("other")));
        imported(hub, 0, 1);
        shop.clock.advance(Duration.ofDays(60));
        assertThat(hub.rules().lint()).isEmpty();
        imported(hub, 1, 2);
        shop.clock.advance(Duration.ofDays(31));

        List<LintFinding> findings = hub.rules().lint();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SILENT);
            assertThat(finding.rules()).containsExactly(new RuleId("tag-never"));
            assertThat(finding.toString()).contains("rule tag-never has not fired for 90 days");
        });
    }

    @Test
    void saysNothingOfThePastOfARuleThatIsNewOrChanged() {
        OrderHub hub = open(tagging("never", Field.CHANNEL.isOneOf("other")));
        shop.clock.advance(Duration.ofDays(80));
        hub.rules()
                .apply(
                        RuleSet.of(
                                2,
                                tagging("never", Field.CHANNEL.isOneOf("another")),
                                tagging("new", Field.CHANNEL.isOneOf("other"))),
                        ANNA,
                        "another word");
        shop.clock.advance(Duration.ofDays(20));

        assertThat(hub.rules().lint()).isEmpty();
        assertThat(hub.rules().lint(RuleSet.of(3, tagging("never", Field.CHANNEL.isOneOf("other")))))
                .as("in force until 20 days ago, and not now")
                .isEmpty();

        shop.clock.advance(Duration.ofDays(70));
        assertThat(kinds(hub.rules().lint())).containsExactly(Kind.SILENT, Kind.SILENT);
    }

    @Test
    void tellsWhichRuleFiresOnEverything() {
        OrderHub hub = open(
                tagging("all", Field.CURRENCY.isOneOf("PLN")),
                tagging("meant", Condition.always()),
                tagging("unpaid", Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID)));
        shop.channel.tell(ChannelOrders.paid("P1").build());
        imported(hub, 0, 98);
        assertThat(hub.rules().lint()).as("99 events tell nothing").isEmpty();

        imported(hub, 98, 101);

        assertThat(hub.rules().lint()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ALWAYS);
            assertThat(finding.rules()).containsExactly(new RuleId("tag-all"));
        });
    }
}
