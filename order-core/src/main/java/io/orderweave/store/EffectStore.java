package io.orderweave.store;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the effect ledger. Implemented by persistence adapters; thread-safe. */
public interface EffectStore {

    /**
     * Inserts the effect with version 1, whatever version it carries.
     *
     * @return false, and nothing is written, when the key exists; atomic, so that of two concurrent inserts of a key exactly
     *     one returns true
     */
    boolean insertIfAbsent(StoredEffect effect);

    /**
     * Inserts the effects as {@link #insertIfAbsent} does one after the other, in as few round trips as the database allows. Callers
     * have a transaction open, by which a fault takes back what was written before it.
     *
     * @return the keys that were refused; every other effect is written
     */
    default Set<String> insertAllIfAbsent(List<StoredEffect> effects) {
        Set<String> refused = new LinkedHashSet<>();
        for (StoredEffect effect : effects) {
            if (!insertIfAbsent(effect)) {
                refused.add(effect.key());
            }
        }
        return refused;
    }

    Optional<StoredEffect> get(String key);

    /**
     * Effects whose {@code due} is at or before {@code now}, oldest due first, then by key, at most {@code limit}. Must be
     * called in a transaction: until it ends no other transaction gets the same effects from this method. Those another
     * transaction holds are skipped, not waited for (where a store has one writer, its transactions wait as a whole).
     *
     * @param exceptConnections effects to these are left out and not locked
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) outside a transaction
     */
    List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections);

    /**
     * Replaces the effect of that key when its version still is {@code effect.version()}; the version becomes one more. Key,
     * subject, kind and {@code createdAt} never change, whatever {@code effect} says of them.
     *
     * @return false, and nothing is written, when it is absent or has another version
     */
    boolean update(StoredEffect effect);

    /** Every effect of the subject, by creation, then key. */
    List<StoredEffect> ofSubject(String subject);

    /** One page of the effects that satisfy the query; none when there is no effect of the key {@code after}. */
    List<StoredEffect> find(EffectQuery query);

    /** Number of effects by state; states without effects may be missing. */
    Map<String, Long> counts();

    /**
     * The effects in these states, counted by kind, connection and state, in any order; must stay fast while the effects in other
     * states grow.
     */
    List<EffectBacklog> backlog(Set<String> states);

    /** The earliest {@code due} of all effects. */
    Optional<Instant> nextDue();
}
