package io.orderweave.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A search in the ledger; empty sets do not filter. Results are ordered by creation, then key.
 *
 * @param createdBefore only effects created before; to the microsecond
 * @param after key of the last effect of the page before; the page continues behind it
 * @param limit at most this many, 1 to 10,000
 */
public record EffectQuery(
        Set<String> states,
        Set<String> kinds,
        Optional<String> connection,
        Optional<Instant> createdBefore,
        Optional<String> after,
        int limit) {

    /** Every effect, at most 10,000. */
    public static final EffectQuery ALL =
            new EffectQuery(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), 10_000);

    public EffectQuery {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10,000: " + limit);
        }
    }

    /** Only effects in these states. */
    public EffectQuery inStates(Set<String> wanted) {
        return new EffectQuery(wanted, kinds, connection, createdBefore, after, limit);
    }

    /** Only effects of these kinds. */
    public EffectQuery ofKinds(Set<String> wanted) {
        return new EffectQuery(states, wanted, connection, createdBefore, after, limit);
    }

    /** Only effects to this connection. */
    public EffectQuery to(String wanted) {
        return new EffectQuery(states, kinds, Optional.of(wanted), createdBefore, after, limit);
    }

    /** Only effects created before. */
    public EffectQuery createdBefore(Instant moment) {
        return new EffectQuery(states, kinds, connection, Optional.of(moment), after, limit);
    }

    /** Continued behind the effect of that key. */
    public EffectQuery after(String key) {
        return new EffectQuery(states, kinds, connection, createdBefore, Optional.of(key), limit);
    }

    public EffectQuery limit(int most) {
        return new EffectQuery(states, kinds, connection, createdBefore, after, most);
    }
}
