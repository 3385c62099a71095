package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.order.StatusIntent;
import io.orderweave.rule.Action;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.TestShop;
import org.junit.jupiter.api.Test;

/** What no connector can do is refused with the rules that ask for it. */
class FacetCheckTest {

    private static final RuleSet ASKING = RuleSet.of(
            2,
            TestShop.rule("stops", new Trigger.Manual("stop"), new Action.CancelShipments()),
            TestShop.rule("gives", Trigger.on("document.rendered"), new Action.UploadDocument()),
            TestShop.rule("tracks", Trigger.on("shipment.created"), new Action.PublishTracking()),
            TestShop.rule("tells", new Trigger.Manual("tell"), new Action.PublishStatus(StatusIntent.SHIPPED)));

    private final TestShop shop = new TestShop();

    private void canDoNothing() {
        shop.channel.onlyTellsOrders();
        shop.courier.cancelsNothing();
    }

    @Test
    void everythingBeyondReachIsSaidAtOnceWhenTheHubIsBuilt() {
        canDoNothing();

        assertThatThrownBy(() -> shop.open(builder -> builder.rules(ASKING))).hasMessage("""
                        rule stops: cancel-shipments needs a courier that cancels by its interface; none of [courier] does
                        rule gives: upload-document needs a channel that takes documents; none of [channel] does
                        rule tracks: publish-tracking needs a channel that takes tracking numbers; none of [channel] does
                        rule tells: publish-status needs a channel that has a term for SHIPPED; none of [channel] does""");
    }

    @Test
    void rulesAppliedLaterAreLookedAtToo() {
        OrderHub hub = shop.open(builder -> builder.rules(RuleSet.of(1)));
        canDoNothing();

        assertThat(hub.rules().problems(ASKING)).hasSize(4);
        assertThatThrownBy(() -> hub.rules().apply(ASKING, Actor.operator("anna"), "more"))
                .hasMessageContaining("rule tells: publish-status needs a channel");
        assertThat(hub.rules().current().version()).isEqualTo(1);
    }

    @Test
    void whatOneConnectorCanIsNotRefused() {
        assertThat(shop.open(builder -> builder.rules(ASKING)).rules().current())
                .isEqualTo(ASKING);
    }
}
