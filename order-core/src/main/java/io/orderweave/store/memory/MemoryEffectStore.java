package io.orderweave.store.memory;

import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.StoredEffect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ledger over one {@link EffectTable}; the transaction's lock is what keeps due effects from being claimed twice. */
final class MemoryEffectStore implements EffectStore {

    private final MemoryTransactor transactor;
    private final EffectTable table = new EffectTable();

    MemoryEffectStore(MemoryTransactor transactor) {
        this.transactor = transactor;
    }

    @Override
    public boolean insertIfAbsent(StoredEffect effect) {
        return transactor.inTransaction(() -> {
            if (table.get(effect.key()).isPresent()) {
                return false;
            }
            replace(Optional.empty(), Optional.of(stored(effect, effect, 1)));
            return true;
        });
    }

    @Override
    public Optional<StoredEffect> get(String key) {
        return transactor.inTransaction(() -> table.get(key));
    }

    @Override
    public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
        transactor.requireActive("lockDue");
        return transactor.inTransaction(() -> table.due(now)
                .filter(effect ->
                        effect.connection().filter(exceptConnections::contains).isEmpty())
                .limit(limit)
                .toList());
    }

    @Override
    public boolean update(StoredEffect effect) {
        return transactor.inTransaction(() -> {
            Optional<StoredEffect> present =
                    table.get(effect.key()).filter(found -> found.version() == effect.version());
            present.ifPresent(found -> replace(present, Optional.of(stored(found, effect, found.version() + 1))));
            return present.isPresent();
        });
    }

    @Override
    public List<StoredEffect> ofSubject(String subject) {
        return transactor.inTransaction(() -> table.ofSubject(subject));
    }

    @Override
    public List<StoredEffect> find(EffectQuery query) {
        return transactor.inTransaction(() -> {
            Predicate<StoredEffect> behind = query.after()
                    .map(key -> table.get(key).map(MemoryEffectStore::behind).orElse(any -> false))
                    .orElse(any -> true);
            return table.byCreation()
                    .filter(behind)
                    .filter(effect -> passes(query.states(), effect.state()))
                    .filter(effect -> passes(query.kinds(), effect.kind()))
                    .filter(effect ->
                            query.connection().isEmpty() || query.connection().equals(effect.connection()))
                    .filter(effect -> query.createdBefore()
                            .map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                            .filter(moment -> !effect.createdAt().isBefore(moment))
                            .isEmpty())
                    .limit(query.limit())
                    .toList();
        });
    }

    @Override
    public Map<String, Long> counts() {
        return transactor.inTransaction(table::counts);
    }

    @Override
    public List<EffectBacklog> backlog(Set<String> states) {
        return transactor.inTransaction(() -> table.backlog(states));
    }

    @Override
    public Optional<Instant> nextDue() {
        return transactor.inTransaction(table::nextDue);
    }

    private void replace(Optional<StoredEffect> before, Optional<StoredEffect> after) {
        table.replace(before, after);
        transactor.onRollback(() -> table.replace(after, before));
    }

    private static Predicate<StoredEffect> behind(StoredEffect last) {
        return effect -> EffectTable.BY_CREATION.compare(effect, last) > 0;
    }

    private static boolean passes(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** {@code content} under the identity of {@code identity}, moments to the microsecond. */
    private static StoredEffect stored(StoredEffect identity, StoredEffect content, long version) {
        return new StoredEffect(
                identity.key(),
                identity.subject(),
                identity.kind(),
                content.connection(),
                content.state(),
                content.due().map(due -> due.truncatedTo(ChronoUnit.MICROS)),
                identity.createdAt().truncatedTo(ChronoUnit.MICROS),
                version,
                content.schema(),
                content.json());
    }
}
