package io.orderweave.connectors.kaufland;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.http.NoBody;
import io.orderweave.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Does the same to several pieces, one call each, and gathers what became of them. A refusal of one does not keep the others; a fault
 * does, and whoever comes again reads first which of them are done.
 */
final class KauflandUnitActions {

    /** Kaufland did it before, it says; what became of it must be looked at. */
    static final String DUPLICATE = "duplicate-action";

    private static final int MOST_NAMED = 5;

    private final LongFunction<Reply<NoBody>> action;
    private final LongPredicate isSo;
    private final List<String> refusals = new ArrayList<>();
    private int done;
    private boolean metDuplicates;

    /**
     * An action.
     *
     * @param isSo whether a piece is now as the action would make it; asked where Kaufland says that the action was done before
     */
    KauflandUnitActions(LongFunction<Reply<NoBody>> action, LongPredicate isSo) {
        this.action = action;
        this.isSo = isSo;
    }

    /** Acts on each and tells the whole. */
    WriteAnswer perform(List<Long> ids) {
        ids.forEach(this::perform);
        return answer();
    }

    /** How many pieces it was done to. */
    int done() {
        return done;
    }

    /** Whether a piece was refused because something like it was done before, and that is not what was to be done. */
    boolean metDuplicates() {
        return metDuplicates;
    }

    /** Something was refused without being asked. */
    void refuse(String reason) {
        refusals.add(reason);
    }

    private void perform(long id) {
        Reply<NoBody> reply = attempt(id);
        if (reply instanceof Reply.Refused<NoBody> refused) {
            boolean duplicate = refused.says(DUPLICATE);
            if (!(duplicate && isSo.test(id))) {
                metDuplicates |= duplicate;
                refusals.add("unit " + id + ": " + refused.reason());
            }
        } else {
            done++;
        }
    }

    /** A fault that left this piece alone is in doubt all the same, once others are done: nobody may simply begin again. */
    private Reply<NoBody> attempt(long id) {
        try {
            return action.apply(id);
        } catch (OutsideFault fault) {
            if (done == 0) {
                throw fault;
            }
            throw OutsideFault.of(fault.category(), Reached.PERHAPS, "after " + done + " pieces: " + fault.getMessage())
                    .retryAfter(fault.retryAfter())
                    .cause(fault)
                    .build();
        }
    }

    private WriteAnswer answer() {
        if (refusals.isEmpty()) {
            return done > 0 ? WriteAnswer.applied() : new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        String named = String.join("; ", refusals.subList(0, Math.min(refusals.size(), MOST_NAMED)));
        return new WriteAnswer.Rejected(refusals.size() + " refused, " + done + " done: " + named);
    }
}
