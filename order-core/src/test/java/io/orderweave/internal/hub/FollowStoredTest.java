package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.OrderHubBuilder;
import io.orderweave.document.Seller;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.mapping.MappingSet;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.TestShop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hub beside the running shop, that only follows, changes nothing of what the shop goes by. */
class FollowStoredTest {

    private static final List<String> PARTS = List.of("rules", "mappings", "statuses", "templates", "sellers");

    private final TestShop shop = new TestShop();

    /** With a configuration of its own that differs in a part which is no rule and no mapping. */
    private OrderHub follow() {
        return without(shop.builder())
                .seller(Seller.builder()
                        .from(TestShop.seller())
                        .paymentTermDays(30)
                        .build())
                .followStored()
                .build();
    }

    private static OrderHubBuilder without(OrderHubBuilder builder) {
        return builder.rules(RuleSet.EMPTY).mappings(MappingSet.EMPTY);
    }

    @Test
    void goesByWhatIsInForceAndEntersNothing() {
        OrderHub running = shop.open();
        List<Integer> before = entries(running);

        OrderHub following = follow();

        assertThat(following.rules().current()).isEqualTo(TestShop.rules());
        assertThat(following.mappings().current()).isEqualTo(TestShop.mappings());
        assertThat(entries(running)).isEqualTo(before);
    }

    @Test
    void followsWhatIsPutInForceLater() {
        OrderHub running = shop.open();
        OrderHub following = follow();

        running.rules().apply(tagging(2), Actor.operator("anna"), "a new tag");

        assertThat(following.rules().current()).isEqualTo(tagging(2));
    }

    @Test
    void putsNothingInForceWhereNothingIs() {
        OrderHub following = follow();

        assertThat(following.rules().current()).isEqualTo(RuleSet.EMPTY);
        assertThat(following.mappings().current()).isEqualTo(MappingSet.EMPTY);
        assertThat(entries(following)).containsOnly(0);
        assertThat(shop.open().rules().current()).isEqualTo(TestShop.rules());
    }

    @Test
    void bringsNoRulesAndMappings() {
        Stream.of(
                        without(shop.builder()).rules(tagging(1)),
                        without(shop.builder()).mappings(TestShop.mappings()))
                .forEach(bringing -> assertThatThrownBy(bringing.followStored()::build)
                        .hasMessage("a hub that follows what is stored brings no rules and mappings;"
                                + " leave them out, or followStored()"));
    }

    private static List<Integer> entries(OrderHub hub) {
        return PARTS.stream()
                .map(part -> hub.journal()
                        .history(Subject.configuration(part), 1, 100)
                        .size())
                .toList();
    }

    private static RuleSet tagging(int version) {
        return RuleSet.of(
                version, TestShop.rule("tag", "order.confirmed", Condition.always(), new Action.AddTag("vip")));
    }
}
