package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.rule.Action;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleEvent;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import org.junit.jupiter.api.Test;

/** The rules in force are the newest version stored, on every node; putting others in force is a verified command in the journal. */
class RulesTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private static RuleSet tagging(int version, String tag) {
        return RuleSet.of(version, TestShop.rule("tags", new Trigger.Manual("tag"), new Action.AddTag(tag)));
    }

    private OrderHub node(RuleSet rules) {
        return shop.open(builder -> builder.rules(rules));
    }

    private OrderId imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1").id();
    }

    @Test
    void anAppliedSetIsInForceOnEveryNodeFromTheNextChangeOn() {
        OrderHub one = node(tagging(1, "old"));
        OrderHub two = node(tagging(1, "old"));
        OrderId order = imported(one);
        one.orders().raise(order, "tag", ANNA);

        one.rules().apply(tagging(2, "new"), ANNA, "a better word");
        two.orders().raise(order, "tag", ANNA);

        assertThat(one.orders().find(order).orElseThrow().tags()).containsExactlyInAnyOrder("old", "new");
        assertThat(two.rules().current()).isEqualTo(tagging(2, "new"));
        assertThat(two.journal().decisions(Subject.of(order)))
                .extracting(decision -> decision.ruleSetVersion())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whoAndWhyAreInTheJournal() {
        OrderHub hub = node(tagging(1, "old"));

        hub.rules().apply(tagging(2, "new"), ANNA, "a better word");

        assertThat(hub.journal().history(Subject.configuration("rules"), 1, 10))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(ANNA);
                    assertThat(entry.event()).contains(new RuleEvent.RulesApplied(2, "a better word"));
                });
    }

    @Test
    void aNodeStartedWithAnOlderSetDoesNotGoBack() {
        node(tagging(1, "old")).rules().apply(tagging(3, "new"), ANNA, "a better word");

        assertThat(node(tagging(1, "old")).rules().current().version()).isEqualTo(3);
        assertThat(node(tagging(2, "never seen")).rules().current().version()).isEqualTo(3);
        assertThat(node(tagging(4, "newest")).rules().current().version()).isEqualTo(4);
    }

    @Test
    void oldVersionsStayReadable() {
        OrderHub hub = node(tagging(1, "old"));
        hub.rules().apply(tagging(2, "new"), ANNA, "a better word");

        assertThat(hub.rules().version(1)).contains(tagging(1, "old"));
        assertThat(hub.rules().version(2)).contains(tagging(2, "new"));
        assertThat(hub.rules().version(3)).isEmpty();
    }

    @Test
    void aFaultySetChangesNothingAndSaysEverythingAtOnce() {
        OrderHub hub = node(tagging(1, "old"));
        Rule one = TestShop.rule("one", Trigger.on("order.confirmd"), new Action.AddTag("x"));
        Rule two =
                TestShop.rule("two", new Trigger.StatusEntered(new StatusId("pakking")), new Action.UploadDocument());

        assertThatThrownBy(() -> hub.rules().apply(RuleSet.of(2, one, two), ANNA, "typos"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageContaining("rule one: no event order.confirmd; there are [")
                .hasMessageContaining("rule two: it listens to status pakking, which is not in the catalogue")
                .hasMessageContaining(
                        "rule two: upload-document needs the trigger document.rendered, not status.entered pakking");
        assertThat(hub.rules().current().version()).isEqualTo(1);
        assertThat(hub.rules().version(2)).isEmpty();
        assertThat(hub.rules().problems(RuleSet.of(2, one, two))).hasSize(3);
    }

    @Test
    void aVersionThatIsNotNewerIsRefused() {
        OrderHub hub = node(tagging(2, "old"));

        assertThatThrownBy(() -> hub.rules().apply(tagging(2, "new"), ANNA, "forgot"))
                .hasMessage("rule set version 2 is not newer than 2, which is in force; raise its version");
    }

    @Test
    void thePolicyIsAsked() {
        OrderHub hub = shop.open(builder ->
                builder.rules(tagging(1, "old")).policy((actor, command, order) -> !command.equals("rules.apply")));

        assertThatThrownBy(() -> hub.rules().apply(tagging(2, "new"), ANNA, "a better word"))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.FORBIDDEN));
        assertThat(hub.rules().current().version()).isEqualTo(1);
    }

    @Test
    void aRolledBackTransactionOfTheHostPutsNothingInForce() {
        OrderHub hub = node(tagging(1, "old"));
        OrderId order = imported(hub);

        assertThatThrownBy(() -> hub.inTransaction(() -> {
                    hub.rules().apply(tagging(2, "new"), ANNA, "a better word");
                    hub.orders().raise(order, "tag", ANNA);
                    throw new IllegalStateException("the host's own work failed");
                }))
                .hasMessage("the host's own work failed");
        hub.orders().raise(order, "tag", ANNA);

        assertThat(hub.rules().current().version()).isEqualTo(1);
        assertThat(hub.orders().find(order).orElseThrow().tags()).containsExactly("old");
    }

    @Test
    void aVersionThatWasRolledBackAndGivenAgainIsTheOneGivenLast() {
        OrderHub one = node(tagging(1, "old"));
        OrderHub two = node(tagging(1, "old"));
        OrderId order = imported(one);
        assertThatThrownBy(() -> one.inTransaction(() -> {
                    one.rules().apply(tagging(2, "rolled-back"), ANNA, "a try");
                    one.orders().raise(order, "tag", ANNA);
                    throw new IllegalStateException("the host's own work failed");
                }))
                .hasMessage("the host's own work failed");

        two.rules().apply(tagging(2, "new"), ANNA, "a better word");
        one.orders().raise(order, "tag", ANNA);

        assertThat(one.orders().find(order).orElseThrow().tags()).containsExactly("new");
    }
}
