package io.orderweave.internal.rehearsal;

import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.internal.book.Planned;
import java.util.ArrayList;
import java.util.List;

/**
 * An effect in the ledger on paper: PLANNED, DONE, REJECTED or CANCELLED.
 *
 * @param wish as it was wanted last
 * @param rehearsed whether the rehearsal planned it, rather than the time before
 */
record PaperEffect(
        PlannedEffect wish,
        List<Cause> causes,
        Origin origin,
        List<EffectKey> behind,
        EffectState state,
        int arming,
        boolean cancelledByPerson,
        boolean rehearsed) {

    PaperEffect {
        causes = List.copyOf(causes);
        behind = List.copyOf(behind);
    }

    static PaperEffect planned(Planned planned, boolean rehearsed) {
        return new PaperEffect(
                planned.effect(),
                planned.causes(),
                planned.origin(),
                planned.behind(),
                EffectState.PLANNED,
                1,
                false,
                rehearsed);
    }

    EffectKey key() {
        return wish.key();
    }

    boolean isOpen() {
        return state == EffectState.PLANNED;
    }

    boolean mayBeRearmed() {
        return state == EffectState.REJECTED || (state == EffectState.CANCELLED && !cancelledByPerson);
    }

    PaperEffect in(EffectState next) {
        return new PaperEffect(wish, causes, origin, behind, next, arming, cancelledByPerson, rehearsed);
    }

    /** Cancelled by a person: no rule arms it again. */
    PaperEffect cancelled() {
        return new PaperEffect(wish, causes, origin, behind, EffectState.CANCELLED, arming, true, rehearsed);
    }

    /** Armed again as it was, by a person. */
    PaperEffect rearmed() {
        return new PaperEffect(wish, causes, origin, behind, EffectState.PLANNED, arming + 1, false, rehearsed);
    }

    /** Armed again as a rule wants it now. The first cause stays the first. */
    PaperEffect rearmed(Planned planned) {
        List<Cause> more = new ArrayList<>(causes);
        more.addAll(planned.causes());
        return new PaperEffect(
                planned.effect(), more, origin, planned.behind(), EffectState.PLANNED, arming + 1, false, rehearsed);
    }
}
