package io.orderweave.internal.effects;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import io.orderweave.payment.Refund;

/** Refunds as effects: one for each reference of an order. Pure. */
public final class RefundPlans {

    private RefundPlans() {}

    public static EffectKey key(Refund refund) {
        return new EffectKey(Subject.of(refund.order()), EffectKind.REFUND, refund.reference());
    }

    public static PlannedEffect plan(Refund refund, ConnectionId channel) {
        return PlannedEffect.builder()
                .key(key(refund))
                .connection(channel)
                .payload(Json.tree(refund))
                .build();
    }

    /** What an effect of the kind is to pay back. */
    public static Refund refund(Effect effect) {
        return Json.read(effect.payload(), Refund.class);
    }
}
