package io.orderweave.internal.ledger;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Backlog;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Pause;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.UnknownEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Operations;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.StoredEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The ledger as hosts use it. */
public final class EffectsService implements Effects {

    private final Ledger ledger;
    private final Handlers handlers;
    private final EffectRunner runner;
    private final Operations operations;
    private final Interventions interventions;

    public EffectsService(Changes changes, Ledger ledger, Handlers handlers, EffectRunner runner, Gate gate) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.runner = runner;
        this.operations = new Operations(changes.book());
        this.interventions = new Interventions(changes, ledger, handlers, gate, operations);
    }

    @Override
    public RunReport runDue() {
        return runner.runDue(Runnable::run, 1);
    }

    @Override
    public RunReport runDue(Executor threads, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one effect at a time, not " + atOnce);
        }
        return runner.runDue(threads, atOnce);
    }

    @Override
    public Optional<Effect> find(EffectKey key) {
        return ledger.find(key).map(LedgerEntry::effect);
    }

    @Override
    public List<Effect> of(Subject subject) {
        return ledger.effectsOf(subject);
    }

    @Override
    public List<Effect> list(EffectFilter filter) {
        EffectQuery query = EffectQuery.ALL
                .inStates(filter.states().stream().map(EffectState::name).collect(Collectors.toSet()))
                .ofKinds(filter.kinds().stream().map(EffectKind::value).collect(Collectors.toSet()))
                .limit(filter.limit());
        EffectQuery to =
                filter.connection().map(ConnectionId::value).map(query::to).orElse(query);
        EffectQuery old = filter.plannedBefore().map(to::createdBefore).orElse(to);
        EffectQuery page =
                filter.after().map(EffectKey::toString).map(old::after).orElse(old);
        return ledger.store().find(page).stream()
                .filter(EffectCodec::isReadable)
                .map(stored -> EffectCodec.read(stored).effect())
                .toList();
    }

    @Override
    public List<UnknownEffect> unknown(int limit) {
        List<UnknownEffect> unknown = new ArrayList<>();
        EffectQuery unfinished =
                EffectQuery.ALL.inStates(states(state -> !state.isFinal())).limit(1_000);
        List<StoredEffect> page = ledger.store().find(unfinished);
        while (!page.isEmpty() && unknown.size() < limit) {
            page.stream()
                    .filter(stored -> !EffectCodec.isReadable(stored)
                            || handlers.find(new EffectKind(stored.kind())).isEmpty())
                    .limit(limit - unknown.size())
                    .map(stored -> new UnknownEffect(
                            stored.key(), stored.kind(), stored.state(), stored.schema(), stored.createdAt()))
                    .forEach(unknown::add);
            page = ledger.store()
                    .find(unfinished.after(page.get(page.size() - 1).key()));
        }
        return unknown;
    }

    @Override
    public Map<EffectState, Long> counts() {
        Map<EffectState, Long> counts = new EnumMap<>(EffectState.class);
        Map<String, Long> stored = ledger.store().counts();
        for (EffectState state : EffectState.values()) {
            // A state that only a newer version knows is left out, as its effects are everywhere here.
            long count = stored.getOrDefault(state.name(), 0L);
            if (count > 0) {
                counts.put(state, count);
            }
        }
        return counts;
    }

    @Override
    public List<Backlog> backlog() {
        return ledger.store().backlog(states(state -> !state.isFinal() || state == EffectState.REJECTED)).stream()
                .map(group -> new Backlog(
                        new EffectKind(group.kind()),
                        group.connection().map(ConnectionId::new),
                        EffectState.valueOf(group.state()),
                        group.count(),
                        group.oldest()))
                .sorted(Comparator.comparing(Backlog::oldest))
                .toList();
    }

    private static Set<String> states(Predicate<EffectState> which) {
        return Arrays.stream(EffectState.values())
                .filter(which)
                .map(EffectState::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> nextDue() {
        return ledger.store().nextDue();
    }

    @Override
    public Effect plan(PlannedEffect wanted, Actor actor) {
        return interventions.plan(wanted, actor);
    }

    @Override
    public Effect resolveAsDone(EffectKey key, String reference, Actor actor) {
        return interventions.resolveAsDone(key, reference, actor);
    }

    @Override
    public Effect resolveAsAbsent(EffectKey key, Actor actor) {
        return interventions.resolveAsAbsent(key, actor);
    }

    @Override
    public Effect cancel(EffectKey key, String reason, Actor actor) {
        return interventions.cancel(key, reason, actor);
    }

    @Override
    public Effect rearm(EffectKey key, Actor actor) {
        return interventions.rearm(key, actor);
    }

    @Override
    public void pause(ConnectionId connection, String reason, Actor actor) {
        interventions.pause(connection, reason, actor);
    }

    @Override
    public void pause(EffectKind kind, String reason, Actor actor) {
        interventions.pause(kind, reason, actor);
    }

    @Override
    public void resume(ConnectionId connection, Actor actor) {
        interventions.resume(connection, actor);
    }

    @Override
    public void resume(EffectKind kind, Actor actor) {
        interventions.resume(kind, actor);
    }

    @Override
    public List<Pause> pauses() {
        return operations.state().pauses();
    }
}
