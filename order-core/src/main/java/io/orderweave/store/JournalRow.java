package io.orderweave.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the journal as it lies in the store.
 *
 * @param id unique over the whole journal
 * @param subject whose history it belongs to, for example {@code order/0196...}
 * @param sequence position within the subject's history: 1, 2, 3, ...
 * @param at when it happened; kept to the microsecond
 * @param event stable name and version, for example {@code order.imported/1}
 * @param cause the entry that led to this one
 * @param snapshot whether {@code json} holds the whole record rather than a difference
 * @param json UTF-8 JSON; handed over and not changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record JournalRow(
        String id,
        String subject,
        long sequence,
        Instant at,
        String event,
        Optional<String> cause,
        boolean snapshot,
        byte[] json) {

    /** Without the content, which may hold personal data. */
    @Override
    public String toString() {
        return "JournalRow[" + subject + " #" + sequence + " " + event + "]";
    }
}
