package io.orderweave.store;

import java.util.Optional;
import java.util.Set;

/**
 * A search in the ledger; empty sets do not filter. Results are ordered by creation, then key.
 *
 * @param after key of the last effect of the page before; the page continues behind it
 * @param limit at most this many, 1 to 10,000
 */
public record EffectQuery(
        Set<String> states, Set<String> kinds, Optional<String> connection, Optional<String> after, int limit) {

    public EffectQuery {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10,000: " + limit);
        }
    }
}
