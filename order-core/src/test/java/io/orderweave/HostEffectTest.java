package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.order.Order;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Effects of a host's own kind are kept, done once and explained like the library's. */
class HostEffectTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final EffectKind GIFT = new EffectKind("gift");

    private final TestShop shop = new TestShop();
    private final Gifts gifts = new Gifts();
    private final OrderHub hub = shop.open(builder -> builder.effectHandler(gifts));

    private static final class Gifts implements LocalEffectHandler {
        private int given;

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
            given++;
            context.change(order -> new EffectContext.Outcome(
                    order.toBuilder().addTag("gift").build(),
                    java.util.List.of(new io.orderweave.order.OrderEvent.TagAdded("gift"))));
            return new LocalOutcome.Done(Optional.of("gift-" + given));
        }
    }

    private Order imported() {
        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        return TestShop.order(hub, "A1");
    }

    private static PlannedEffect gift(Order order) {
        return wish(order, GIFT);
    }

    private static PlannedEffect wish(Order order, EffectKind kind) {
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order.id()), kind, "1"))
                .payload(io.orderweave.internal.json.Json.object())
                .build();
    }

    @Test
    void isDoneOnceHoweverOftenItIsPlanned() {
        Order order = imported();

        hub.effects().plan(gift(order), ANNA);
        hub.effects().plan(gift(order), ANNA);
        hub.effects().runDue();
        Effect done = hub.effects().plan(gift(order), ANNA);
        hub.effects().runDue();

        assertThat(gifts.given).isEqualTo(1);
        assertThat(done.state()).isEqualTo(EffectState.DONE);
        assertThat(done.reference()).contains("gift-1");
        assertThat(TestShop.order(hub, "A1").tags()).containsExactly("gift");
    }

    @Test
    void whySaysWhoAskedForIt() {
        Order order = imported();
        Effect planned = hub.effects().plan(gift(order), ANNA);

        assertThat(hub.journal().history(Subject.of(order.id()), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream()))
                .contains(new EffectEvent.EffectRequested(planned.key()));
        assertThat(hub.journal().why(planned.key()).text()).contains("effect.requested", "operator:anna");
    }

    @Test
    void aSubjectThatIsNoOrderHasAJournalOfItsOwn() {
        Subject day = new Subject("day", "2026-03-01");
        EffectKey key = new EffectKey(day, GIFT, "1");

        hub.effects()
                .plan(
                        PlannedEffect.builder()
                                .key(key)
                                .payload(io.orderweave.internal.json.Json.object())
                                .build(),
                        ANNA);

        assertThat(hub.journal().history(day, 1, 10)).hasSize(1);
        assertThat(hub.effects().of(day)).extracting(Effect::key).containsExactly(key);
    }

    @Test
    void aKindThatNobodyDoesIsRefused() {
        Order order = imported();

        assertThatThrownBy(() -> hub.effects().plan(wish(order, new EffectKind("teleport")), ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST))
                .hasMessageContaining("no handler does effects of kind teleport");
        assertThat(hub.effects().of(Subject.of(order.id())))
                .noneMatch(effect -> effect.key().kind().value().equals("teleport"));
    }

    @Test
    void aKindOfTheLibraryCannotBeReplaced() {
        assertThatThrownBy(
                        () -> shop.open(builder -> builder.effectHandler(gifts).effectHandler(gifts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two handlers for effects of kind gift");
    }
}
