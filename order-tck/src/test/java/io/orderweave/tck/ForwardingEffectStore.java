package io.orderweave.tck;

import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.StoredEffect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingEffectStore implements EffectStore {

    private final EffectStore right;

    ForwardingEffectStore(EffectStore right) {
        this.right = right;
    }

    @Override
    public boolean insertIfAbsent(StoredEffect effect) {
        return right.insertIfAbsent(effect);
    }

    @Override
    public Optional<StoredEffect> get(String key) {
        return right.get(key);
    }

    @Override
    public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
        return right.lockDue(now, limit, exceptConnections);
    }

    @Override
    public boolean update(StoredEffect effect) {
        return right.update(effect);
    }

    @Override
    public List<StoredEffect> ofSubject(String subject) {
        return right.ofSubject(subject);
    }

    @Override
    public List<StoredEffect> find(EffectQuery query) {
        return right.find(query);
    }

    @Override
    public Map<String, Long> counts() {
        return right.counts();
    }

    @Override
    public List<EffectBacklog> backlog(Set<String> states) {
        return right.backlog(states);
    }

    @Override
    public Optional<Instant> nextDue() {
        return right.nextDue();
    }
}
