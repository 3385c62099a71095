package io.orderweave.connectors.merchantpro;

import io.orderweave.http.IsoMoments;
import io.orderweave.http.RawJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of a page by what tells one state of an order from the next: its id and the second of its last change. */
final class MerchantProRows {

    static final String MODIFIED = "date_modified";

    /** A second that is not long over may still bring another change, or one that is on its way into the list. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Two such memories must fit into a checkpoint. */
    private static final int MOST_REMEMBERED = 1_000;

    private static final int LONGEST_ID = 30;

    private final List<RawJson> rows;
    private final Instant now;

    MerchantProRows(List<RawJson> rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /**
     * Id and second of the last change; empty for a row that does not tell, and so is always news. So is an order of a customer still
     * at the checkout: should its end not count as a change, it must not be missed.
     */
    Optional<Map.Entry<String, Long>> state(RawJson row) {
        String id = row.text("id");
        return id.isEmpty() || id.length() > LONGEST_ID || isTemporary(row)
                ? Optional.empty()
                : moment(row, MODIFIED).map(moment -> Map.entry(id, moment.getEpochSecond()));
    }

    /** Whether the row is an order of a customer still at the checkout. */
    static boolean isTemporary(RawJson row) {
        return MerchantProTerms.isTemporary(row.text("shipping_status"));
    }

    /** The states that are past; the others are told again next time. */
    SortedMap<String, Long> settled() {
        long latest = now.minus(SETTLED).getEpochSecond();
        SortedMap<String, Long> settled = new TreeMap<>();
        for (RawJson row : rows) {
            state(row)
                    .filter(state -> state.getValue() < latest)
                    .ifPresent(state -> settled.put(state.getKey(), state.getValue()));
        }
        return settled;
    }

    /** Whether the rows really come in the order asked for. */
    boolean comeLatestFirst(String field) {
        Instant before = Instant.MAX;
        for (RawJson row : rows) {
            Optional<Instant> moment = moment(row, field);
            if (moment.isEmpty() || moment.get().isAfter(before)) {
                return false;
            }
            before = moment.get();
        }
        return true;
    }

    static Optional<Instant> moment(RawJson row, String field) {
        try {
            return Optional.of(IsoMoments.parse(row.text(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As many of the newest as fit. */
    static SortedMap<String, Long> newest(SortedMap<String, Long> states) {
        if (states.size() <= MOST_REMEMBERED) {
            return states;
        }
        SortedMap<String, Long> newest = new TreeMap<>();
        states.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REMEMBERED)
                .forEach(state -> newest.put(state.getKey(), state.getValue()));
        return newest;
    }
}
