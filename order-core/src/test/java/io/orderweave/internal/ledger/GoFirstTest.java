package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.json.Json;
import io.orderweave.testing.TestOrders;
import org.junit.jupiter.api.Test;

/** What one change wants of two orders at once, as the payment of a joint order may. */
class GoFirstTest {

    private static final OrderId OTHER = new OrderId("o2");

    private final LedgerFixture it = new LedgerFixture();

    private static PlannedEffect wish(OrderId order, EffectKind kind) {
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order), kind, "1"))
                .connection(LedgerFixture.AWAY)
                .payload(Json.object().put("intent", "SHIPPED"))
                .build();
    }

    @Test
    void dispatchWaitsForTheTrackingNumbersOfItsOwnOrderOnly() {
        it.take(TestOrders.plain(OTHER.value()).build());
        PlannedEffect tracking = wish(LedgerFixture.ORDER, EffectKind.TRACKING);
        PlannedEffect own = wish(LedgerFixture.ORDER, EffectKind.STATUS);
        PlannedEffect others = wish(OTHER, EffectKind.STATUS);
        EntryId entry = it.history().get(0).id();

        it.changes.run(scope -> {
            scope.plan(tracking, entry, Origin.of(entry));
            scope.plan(own, entry, Origin.of(entry));
            scope.plan(others, entry, Origin.of(entry));
        });

        assertThat(it.effect(own.key()).behind()).containsExactly(tracking.key());
        assertThat(it.effect(others.key()).behind()).isEmpty();
    }
}
