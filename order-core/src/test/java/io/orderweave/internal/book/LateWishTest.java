package io.orderweave.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.RuleId;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.RuleSet;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestShop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wish that comes when its effect is settled already in the same change: what is armed again raises an event, which has rules too. */
class LateWishTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final Action PROFORMA = new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty());

    private final TestShop shop = new TestShop();
    private final OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(
            1,
            TestShop.rule("ship", "order.tag-added", Condition.always(), TestShop.ship()),
            TestShop.rule("proforma", "order.tag-added", Field.TAGS.hasAnyOf("again"), PROFORMA),
            TestShop.rule("late", "effect.rearmed", Condition.always(), PROFORMA))));

    @Test
    void itsDecisionSaysThatTheEffectIsThere() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");
        shop.courier.failNext(FakeChannel.refused(FaultCategory.REJECTED));
        hub.orders().addTag(order.id(), "go", ANNA);
        hub.effects().runDue();

        // The parcel is armed again together with the proforma; that it is raises the event of the late rule.
        hub.orders().addTag(order.id(), "again", ANNA);

        EffectKey proforma = new EffectKey(Subject.of(order.id()), EffectKind.PROFORMA, "1");
        assertThat(hub.journal().decisions(Subject.of(order.id())))
                .flatExtracting(Decision::wishes)
                .filteredOn(wish -> wish.effect().equals(proforma))
                .containsExactly(
                        new Decision.Wish(new RuleId("proforma"), proforma, Decision.Fate.PLANNED),
                        new Decision.Wish(new RuleId("late"), proforma, Decision.Fate.DUPLICATE));
        assertThat(hub.effects().find(proforma).orElseThrow().causes()).hasSize(1);
    }
}
