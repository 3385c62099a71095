package io.orderweave.store.memory;

import io.orderweave.store.EffectBacklog;
import io.orderweave.store.StoredEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Effects by key, by creation, by subject and by the moment they are due. Not thread-safe. */
final class EffectTable {

    static final Comparator<StoredEffect> BY_CREATION =
            Comparator.comparing(StoredEffect::createdAt).thenComparing(StoredEffect::key, CodePoints.ORDER);

    /** Only for effects that have a due time. */
    private static final Comparator<StoredEffect> BY_DUE = Comparator.comparing(
                    (StoredEffect effect) -> effect.due().orElseThrow())
            .thenComparing(StoredEffect::key, CodePoints.ORDER);

    private final Map<String, StoredEffect> byKey = new HashMap<>();
    private final Map<String, NavigableSet<StoredEffect>> bySubject = new HashMap<>();
    private final NavigableSet<StoredEffect> byCreation = new TreeSet<>(BY_CREATION);
    private final NavigableSet<StoredEffect> byDue = new TreeSet<>(BY_DUE);

    Optional<StoredEffect> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Stream<StoredEffect> due(Instant now) {
        return byDue.stream().takeWhile(effect -> !effect.due().orElseThrow().isAfter(now));
    }

    List<StoredEffect> ofSubject(String subject) {
        return List.copyOf(bySubject.getOrDefault(subject, Collections.emptyNavigableSet()));
    }

    Stream<StoredEffect> byCreation() {
        return byCreation.stream();
    }

    Map<String, Long> counts() {
        return byKey.values().stream().collect(Collectors.groupingBy(StoredEffect::state, Collectors.counting()));
    }

    List<EffectBacklog> backlog(Set<String> states) {
        record Group(String kind, Optional<String> connection, String state) {}
        Map<Group, List<StoredEffect>> groups = byCreation()
                .filter(effect -> states.contains(effect.state()))
                .collect(
                        Collectors.groupingBy(effect -> new Group(effect.kind(), effect.connection(), effect.state())));
        List<EffectBacklog> backlog = new ArrayList<>();
        groups.forEach((group, effects) -> backlog.add(new EffectBacklog(
                group.kind(),
                group.connection(),
                group.state(),
                effects.size(),
                effects.get(0).createdAt())));
        return backlog;
    }

    Optional<Instant> nextDue() {
        return byDue.isEmpty() ? Optional.empty() : byDue.first().due();
    }

    void replace(Optional<StoredEffect> before, Optional<StoredEffect> after) {
        before.ifPresent(this::remove);
        after.ifPresent(this::add);
    }

    private void add(StoredEffect effect) {
        byKey.put(effect.key(), effect);
        byCreation.add(effect);
        bySubject
                .computeIfAbsent(effect.subject(), any -> new TreeSet<>(BY_CREATION))
                .add(effect);
        if (effect.due().isPresent()) {
            byDue.add(effect);
        }
    }

    private void remove(StoredEffect effect) {
        byKey.remove(effect.key());
        byCreation.remove(effect);
        bySubject
                .getOrDefault(effect.subject(), Collections.emptyNavigableSet())
                .remove(effect);
        if (effect.due().isPresent()) {
            byDue.remove(effect);
        }
    }
}
