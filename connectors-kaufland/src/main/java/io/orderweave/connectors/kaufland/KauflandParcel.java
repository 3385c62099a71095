package io.orderweave.connectors.kaufland;

import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
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

    /** The parcel of an update's pieces, of everything when it names none. */
    static KauflandParcel of(KauflandOrderUnits.Units units, TrackingUpdate update) {
        KauflandParcel parcel = new KauflandParcel();
        Map<LineId, Integer> pieces = update.lines();
        for (KauflandLine line : units.lines()) {
            int all = line.live().size();
            int taken = pieces.isEmpty() ? all : Math.min(all, pieces.getOrDefault(line.id(), 0));
            parcel.take(line, taken, update.again().contains(line.id()));
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

    /**
     * Whether what is sent tells anything: not where some of a line is sent that may have gone with another parcel, be it that only a
     * part of the line is in this one, or that the line went before.
     */
    boolean isDecidable() {
        return decidable;
    }

    private void take(KauflandLine line, int pieces, boolean again) {
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
        decidable &= sent.isEmpty() || (pieces == line.live().size() && !again);
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
