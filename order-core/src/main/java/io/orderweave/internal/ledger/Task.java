package io.orderweave.internal.ledger;

import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.RemoteEffectHandler.RemoteCall;

/** What the claiming transaction found to be done outside of it. */
sealed interface Task {

    LedgerEntry entry();

    RemoteEffectHandler handler();

    /** Send a claimed request. */
    record Send(LedgerEntry entry, RemoteEffectHandler handler) implements Task {}

    /** Ask after an accepted one. */
    record Resume(LedgerEntry entry, RemoteEffectHandler handler) implements Task {}

    /** Find out whether a doubtful one happened. */
    record LookUp(LedgerEntry entry, RemoteEffectHandler handler) implements Task {}

    /** The call as the handler gets it. */
    default RemoteCall call() {
        var effect = entry().effect();
        return new RemoteCall(
                effect.key(),
                effect.connection(),
                effect.key() + "#" + effect.arming(),
                effect.request()
                        .orElseThrow(() -> new IllegalStateException("effect " + effect.key() + " has no request")));
    }
}
