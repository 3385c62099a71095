package io.orderweave.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.event.Subject;
import io.orderweave.order.Order;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** A channel that only tells orders is told nothing, and nothing waits for it. */
class ChannelWithoutWritesTest {

    private final TestShop shop = new TestShop();

    @Test
    void statusTrackingNumberAndDocumentAreNotWanted() {
        OrderHub hub = shop.open();
        shop.channel.onlyTellsOrders();
        shop.channel.tell(ChannelOrders.paid("A1").build());
        hub.pull(TestShop.CHANNEL);
        Order order = TestShop.order(hub, "A1");

        hub.effects().runDue();

        assertThat(hub.effects().of(Subject.of(order.id())))
                .filteredOn(effect -> effect.connection().equals(Optional.of(TestShop.CHANNEL)))
                .extracting(
                        effect -> effect.key().kind(),
                        effect -> effect.state(),
                        effect -> effect.reason().orElseThrow())
                .containsExactlyInAnyOrder(
                        Tuple.tuple(EffectKind.STATUS, EffectState.CANCELLED, "the channel has no term for PROCESSING"),
                        Tuple.tuple(
                                EffectKind.TRACKING, EffectState.CANCELLED, "the channel takes no tracking numbers"),
                        Tuple.tuple(EffectKind.UPLOAD, EffectState.CANCELLED, "the channel takes no documents"));
    }
}
