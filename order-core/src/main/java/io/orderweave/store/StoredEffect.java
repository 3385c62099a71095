package io.orderweave.store;

import java.time.Instant;
import java.util.Optional;

/**
 * An effect as it lies in the store. Stores keep the state as text and never interpret it.
 *
 * @param key the business key, unique over the whole ledger
 * @param subject whose effect it is; effects of one subject are read together
 * @param connection the connection it goes to; empty for local ones
 * @param due when somebody must look at it next; empty when nobody need ever
 * @param version 1 after the insert, one more after each update
 * @param json UTF-8 JSON of the rest; handed over and not changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record StoredEffect(
        String key,
        String subject,
        String kind,
        Optional<String> connection,
        String state,
        Optional<Instant> due,
        Instant createdAt,
        long version,
        int schema,
        byte[] json) {

    /** Without the content, which may hold personal data. */
    @Override
    public String toString() {
        return "StoredEffect[" + key + " " + state + "]";
    }
}
