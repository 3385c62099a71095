package io.orderweave.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.SeriesId;
import io.orderweave.journal.Why;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the rules that fired led on, and how far back the chain goes. */
class ChainTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();

    private OrderHub hub(Rule... rules) {
        return shop.open(builder -> builder.rules(RuleSet.of(4, rules)));
    }

    private static Rule rule(String id, String trigger, Action... actions) {
        return TestShop.rule(id, trigger, Condition.always(), actions);
    }

    private static Action invoice() {
        return new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());
    }

    private static Action timer(String name) {
        return new Action.StartTimer(name, Duration.ofDays(1));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static List<Effect> effects(OrderHub hub, Order order, EffectKind kind) {
        return hub.effects().of(Subject.of(order.id())).stream()
                .filter(effect -> effect.key().kind().equals(kind))
                .toList();
    }

    private static Why why(OrderHub hub, Order order, EffectKind kind) {
        return hub.journal().why(effects(hub, order, kind).get(0).key());
    }

    private static List<String> steps(Why why) {
        return why.steps().stream()
                .map(step -> step.entry().name().name() + " "
                        + step.rules().stream().map(it -> it.rule().value()).toList() + " " + step.ruleSetVersion())
                .toList();
    }

    @Test
    void onlyTheRuleThatWantedTheEffectLedToIt() {
        OrderHub hub = hub(
                rule("bill", "order.tag-added", invoice()),
                rule("ship", "order.tag-added", TestShop.ship()),
                rule("both", "order.tag-added", invoice(), TestShop.ship()),
                rule("mark", "order.tag-added", new Action.AddTag("seen")));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(steps(why(hub, order, EffectKind.INVOICE))).containsExactly("order.tag-added [bill, both] 4");
        assertThat(steps(why(hub, order, EffectKind.SHIPMENT))).containsExactly("order.tag-added [ship, both] 4");
    }

    @Test
    void aRuleThatFiredAndLedElsewhereIsNoReasonAndNorIsItsVersion() {
        OrderHub hub = hub(rule("mark", "document.requested", new Action.AddTag("seen")));
        Order order = imported(hub);

        hub.documents().issue(order.id(), DocumentKind.INVOICE, ANNA);

        assertThat(hub.journal().decisions(Subject.of(order.id()))).hasSize(1);
        assertThat(steps(why(hub, order, EffectKind.INVOICE))).containsExactly("document.requested [] 0");
    }

    @Test
    void leadsThroughWhatTheLibraryEnteredItself() {
        OrderHub hub = hub(
                rule("one", "order.tag-added", invoice()),
                rule(
                        "other",
                        "order.tag-added",
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("invoices")))),
                rule("remind", "order.hold-placed", timer("remind")));
        Order order = imported(hub);

        hub.orders().addTag(order.id(), "go", ANNA);

        assertThat(steps(why(hub, order, EffectKind.TIMER)))
                .containsExactly("order.tag-added [] 0", "order.hold-placed [remind] 4");
    }

    @Test
    void isCutAtTwoHundredSteps() {
        OrderHub hub = hub(rule("first", "order.tag-added", timer("t")), rule("next", "timer.elapsed", timer("t")));
        Order order = imported(hub);
        hub.orders().addTag(order.id(), "go", ANNA);
        for (int i = 0; i < 205; i++) {
            shop.clock.advance(Duration.ofDays(1));
            hub.effects().runDue();
        }
        List<Effect> timers = effects(hub, order, EffectKind.TIMER);
        assertThat(timers).hasSize(206);

        Why why = hub.journal()
                .why(timers.stream()
                        .filter(timer -> timer.due().isPresent())
                        .findFirst()
                        .orElseThrow()
                        .key());

        assertThat(why.steps())
                .hasSize(200)
                .allSatisfy(step -> assertThat(step.entry().name().name()).isEqualTo("timer.elapsed"));
    }
}
