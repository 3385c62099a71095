package io.orderweave.effect;

/** Does the effects of one kind. Thread-safe. */
public sealed interface EffectHandler permits LocalEffectHandler, RemoteEffectHandler {

    EffectKind kind();

    /** Whether it cannot be undone: then a hold on the order blocks it. */
    boolean irreversible();
}
