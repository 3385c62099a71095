package io.orderweave.internal.book;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.rule.Decision;
import java.util.List;

/** Takes effects into the ledger, in the open transaction. Implemented by the ledger; the change pipeline knows no more of it. */
public interface EffectPlanner {

    /**
     * Plans each effect unless its key is there already, together.
     *
     * @param effects of different keys
     * @return PLANNED, DUPLICATE or REARMED for each, in their order
     */
    List<Decision.Fate> plan(List<Planned> effects);

    /** What {@link #plan} would answer for the effect; nothing is planned. */
    Decision.Fate fateOf(Planned effect);

    /** The subject's effects of that kind that may still be done: neither DONE nor CANCELLED. */
    List<EffectKey> pending(Subject subject, EffectKind kind);

    /** Cancels those of the effects that are PLANNED; nobody wants them any more. Returns which. */
    List<EffectKey> withdraw(List<EffectKey> effects, String reason);

    /** How often the effect has been armed. */
    int arming(EffectKey key);

    /** Makes every effect of the order that waits for something due now. */
    void wake(Subject subject);
}
