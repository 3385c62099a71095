package io.orderweave.internal.effects;

import io.orderweave.effect.Effect;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import java.time.Duration;

/** A kind whose call can be repeated over itself: it answers at once, and doubt is resolved by sending again. */
abstract class OverwritingHandler implements RemoteEffectHandler {

    @Override
    public final Resolution resolution(Effect effect) {
        return Resolution.OVERWRITE;
    }

    @Override
    public final Duration settleTime(Effect effect) {
        return Duration.ZERO;
    }

    @Override
    public final RemoteAnswer resume(RemoteCall call, String handle) {
        throw new IllegalStateException("effects of kind " + kind() + " answer at once; there is no handle " + handle);
    }

    @Override
    public final RemoteLookup lookup(RemoteCall call) {
        throw new IllegalStateException("effects of kind " + kind() + " are sent again, never looked up");
    }
}
