package io.orderweave.internal.book;

import io.orderweave.effect.EffectKind;
import io.orderweave.rule.HostAction;

/**
 * A host's action with what is known of the effects it plans.
 *
 * @param irreversible as the handler of the kind says
 */
public record RegisteredAction(HostAction action, EffectKind kind, boolean irreversible) {}
