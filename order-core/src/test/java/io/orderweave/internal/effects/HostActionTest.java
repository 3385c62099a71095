package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.OrderHub;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.HostAction;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Actions of the host's own are planned and done like the library's; one that throws harms nothing but itself. */
class HostActionTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final EffectKind GIFT = new EffectKind("gift");

    private final TestShop shop = new TestShop();

    /** Plans a gift of the size the rule says. */
    private record Gift(Optional<RuntimeException> fault) implements HostAction {

        @Override
        public String name() {
            return "gift";
        }

        @Override
        public Optional<JsonNode> plan(Order order, Event event, Map<String, String> with) {
            fault.ifPresent(thrown -> {
                throw thrown;
            });
            return Optional.ofNullable(with.get("size"))
                    .map(size -> Json.object().put("size", size));
        }
    }

    /** Gives it, by a tag. */
    private static final class Gifts implements LocalEffectHandler {

        @Override
        public EffectKind kind() {
            return GIFT;
        }

        @Override
        public boolean irreversible() {
            return true;
        }

        @Override
        public LocalOutcome perform(EffectContext context) {
            String tag = "gift-" + context.effect().payload().get("size").asText();
            context.change(order -> new EffectContext.Outcome(
                    order.toBuilder().addTag(tag).build(), List.of(new OrderEvent.TagAdded(tag))));
            return new LocalOutcome.Done(Optional.empty());
        }
    }

    private OrderHub hub(Optional<RuntimeException> fault, Map<String, String> with) {
        return shop.open(builder -> builder.ruleAction(new Gift(fault), new Gifts())
                .rules(RuleSet.of(
                        1,
                        TestShop.rule(
                                "gives",
                                new Trigger.Manual("give"),
                                new Action.Host("gift", with),
                                new Action.AddTag("after")),
                        TestShop.rule("beside", new Trigger.Manual("give"), new Action.AddTag("beside")))));
    }

    private Order imported(OrderHub hub) {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    @Test
    void isDoneOncePerCause() {
        OrderHub hub = hub(Optional.empty(), Map.of("size", "big"));
        Order order = imported(hub);

        hub.orders().raise(order.id(), "give", ANNA);
        hub.effects().runDue();
        hub.effects().runDue();

        assertThat(TestShop.order(hub, "A1").tags()).containsExactlyInAnyOrder("gift-big", "after", "beside");
        assertThat(hub.effects().of(Subject.of(order.id())))
                .singleElement()
                .satisfies(effect -> assertThat(effect.state()).isEqualTo(EffectState.DONE));
    }

    @Test
    void thatWantsNothingPlansNothing() {
        OrderHub hub = hub(Optional.empty(), Map.of());
        Order order = imported(hub);

        hub.orders().raise(order.id(), "give", ANNA);

        assertThat(hub.effects().of(Subject.of(order.id()))).isEmpty();
    }

    @Test
    void thatThrowsHoldsTheOrderAndIsRecordedByNameAlone() {
        OrderHub hub = hub(Optional.of(new IllegalStateException("jan@example.org")), Map.of());
        Order order = imported(hub);

        hub.orders().raise(order.id(), "give", ANNA);

        Order held = TestShop.order(hub, "A1");
        assertThat(held.tags()).containsExactlyInAnyOrder("after", "beside");
        assertThat(held.hold("rule-fault"))
                .hasValueSatisfying(hold -> assertThat(hold.reason())
                        .isEqualTo("rule gives: action gift threw java.lang.IllegalStateException"));
        assertThat(hub.effects().of(Subject.of(order.id()))).isEmpty();
        assertThat(hub.journal().decisions(Subject.of(order.id())).stream()
                        .flatMap(decision -> decision.faults().stream())
                        .map(Decision.Fault::exception))
                .containsExactly(Optional.of("java.lang.IllegalStateException"));
        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100).toString())
                .doesNotContain("jan@example.org");
    }

    @Test
    void anUnknownOneIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> shop.open(builder -> builder.ruleAction(new Gift(Optional.empty()), new Gifts())
                        .rules(RuleSet.of(
                                1,
                                TestShop.rule(
                                        "gives", new Trigger.Manual("give"), new Action.Host("gfit", Map.of()))))))
                .hasMessageContaining("rule gives: no action gfit of the host's; there are [gift]");
    }
}
