package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.order.StatusIntent;

/** Which effects tell a channel that an order is on its way, or further: those that its tracking numbers go before. */
public final class Dispatch {

    private Dispatch() {}

    /** Whether the effect of that key tells it. */
    public static boolean isToldBy(EffectKey key, JsonNode payload) {
        return key.kind().equals(EffectKind.STATUS)
                && switch (StatusIntent.valueOf(payload.get("intent").asText())) {
                    case SHIPPED, READY_FOR_COLLECTION, DELIVERED -> true;
                    case PROCESSING, READY_TO_SHIP, CANCELLED -> false;
                };
    }
}
