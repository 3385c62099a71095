package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The handlers by kind. */
public final class Handlers {

    private final Map<EffectKind, EffectHandler> byKind = new HashMap<>();

    public Handlers(Collection<? extends EffectHandler> handlers) {
        for (EffectHandler handler : handlers) {
            if (byKind.put(handler.kind(), handler) != null) {
                throw new IllegalArgumentException("two handlers for effects of kind " + handler.kind());
            }
        }
    }

    Optional<EffectHandler> find(EffectKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
