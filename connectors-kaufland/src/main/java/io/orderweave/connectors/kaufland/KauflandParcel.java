package io.orderweave.connectors.kaufland;

import io.orderweave.id.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which units a parcel's pieces are. Pieces of a line are alike, so any that wait will do; those that have left fill up, then those
 * that are still open.
 */
final class KauflandParcel {

    private final List<Long> open = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();
    private final List<Long> away = new ArrayList<>();
    private boolean decidable = true;

    private KauflandParcel() {}

    /** The parcel of these pieces, of everything when none are named. */
    static KauflandParcel of(KauflandOrderUnits.Units units, Map<LineId, Integer> pieces) {
        KauflandParcel parcel = new KauflandParcel();
        for (KauflandLine line : units.lines()) {
            int all = line.live().size();
            parcel.take(line, pieces.isEmpty() ? all : Math.min(all, pieces.getOrDefault(line.id(), 0)));
        }
        return parcel;
    }

    /** Not released yet. */
    List<Long> open() {
        return open;
    }

    /** To be sent. */
    List<Long> waiting() {
        return waiting;
    }

    /** Sent before, with this parcel or another. */
    List<Long> away() {
        return away;
    }

    /** Whether all of it is sent. */
    boolean isAway() {
        return open.isEmpty() && waiting.isEmpty();
    }

    /** Whether what is sent tells anything: not where a part of a line is in the parcel and some of the line is sent. */
    boolean isDecidable() {
        return decidable;
    }

    private void take(KauflandLine line, int pieces) {
        if (pieces == 0) {
            return;
        }
        int left = move(line, KauflandTerms.NEED_TO_BE_SENT, pieces, waiting);
        List<Long> sent = line.live().stream()
                .filter(unit -> KauflandTerms.isGoneOut(KauflandTerms.status(unit)))
                .map(KauflandLine::id)
                .toList();
        away.addAll(sent.subList(0, Math.min(left, sent.size())));
        left -= Math.min(left, sent.size());
        move(line, KauflandTerms.OPEN, left, open);
        decidable &= pieces == line.live().size() || sent.isEmpty();
    }

    /** Takes at most so many of that status; what remains to be taken. */
    private static int move(KauflandLine line, String status, int most, List<Long> to) {
        List<Long> found = line.live().stream()
                .filter(unit -> KauflandTerms.status(unit).equals(status))
                .map(KauflandLine::id)
                .limit(most)
                .toList();
        to.addAll(found);
        return most - found.size();
    }
}
