package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.order.Order;
import io.orderweave.store.EffectQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger as hosts use it. */
public final class EffectsService implements Effects {

    private final Changes changes;
    private final Ledger ledger;
    private final Handlers handlers;
    private final EffectRunner runner;
    private final Gate gate;

    public EffectsService(Changes changes, Ledger ledger, Handlers handlers, EffectRunner runner, Gate gate) {
        this.changes = changes;
        this.ledger = ledger;
        this.handlers = handlers;
        this.runner = runner;
        this.gate = gate;
    }

    @Override
    public RunReport runDue() {
        return runner.runDue();
    }

    @Override
    public Optional<Effect> find(EffectKey key) {
        return ledger.find(key).map(LedgerEntry::effect);
    }

    @Override
    public List<Effect> of(Subject subject) {
        return ledger.of(subject).stream().map(LedgerEntry::effect).toList();
    }

    @Override
    public List<Effect> list(Set<EffectState> states, int limit) {
        Set<String> names = states.stream().map(EffectState::name).collect(Collectors.toSet());
        return ledger.store().find(new EffectQuery(names, Set.of(), Optional.empty(), Optional.empty(), limit)).stream()
                .filter(EffectCodec::isReadable)
                .map(stored -> EffectCodec.read(stored).effect())
                .toList();
    }

    @Override
    public Map<EffectState, Long> counts() {
        Map<EffectState, Long> counts = new EnumMap<>(EffectState.class);
        ledger.store().counts().forEach((state, count) -> counts.put(EffectState.valueOf(state), count));
        return counts;
    }

    @Override
    public Optional<Instant> nextDue() {
        return ledger.store().nextDue();
    }

    @Override
    public Effect resolveAsDone(EffectKey key, String reference, Actor actor) {
        return decide("effects.resolveAsDone", key, Set.of(EffectState.IN_DOUBT), actor, (scope, effect) -> {
            JsonNode answer = handlers.find(key.kind())
                    .map(EffectsService::remote)
                    .flatMap(handler -> handler.answerFor(effect, reference))
                    .orElseThrow(() -> new OrderweaveException(
                            FaultCategory.INVALID_REQUEST,
                            "effect " + key + ": the given reference does not tell what happened"));
            Claims.announce(scope, effect, new EffectEvent.EffectResolved(key, "done, says a person"), actor);
            return EffectSteps.answered(effect, answer, Optional.of(reference), ledger.now());
        });
    }

    @Override
    public Effect resolveAsAbsent(EffectKey key, Actor actor) {
        return decide("effects.resolveAsAbsent", key, Set.of(EffectState.IN_DOUBT), actor, (scope, effect) -> {
            Claims.announce(scope, effect, new EffectEvent.EffectResolved(key, "absent, says a person"), actor);
            return EffectSteps.plannedAgain(effect, "absent, says a person", ledger.now());
        });
    }

    @Override
    public Effect cancel(EffectKey key, String reason, Actor actor) {
        return decide("effects.cancel", key, Set.of(EffectState.PLANNED), actor, (scope, effect) -> {
            Claims.announce(scope, effect, new EffectEvent.EffectCancelled(key, reason), actor);
            return EffectSteps.cancelled(effect, reason, true);
        });
    }

    @Override
    public Effect rearm(EffectKey key, Actor actor) {
        Set<EffectState> states = Set.of(EffectState.REJECTED, EffectState.CANCELLED);
        return decide("effects.rearm", key, states, actor, (scope, effect) -> {
            Claims.announce(scope, effect, new EffectEvent.EffectRearmed(key, effect.arming() + 1), actor);
            return EffectSteps.rearmed(effect, ledger.now(), Optional.empty());
        });
    }

    private interface Decision {
        Effect take(ChangeScope scope, Effect effect);
    }

    private Effect decide(String command, EffectKey key, Set<EffectState> states, Actor actor, Decision decision) {
        return changes.call(scope -> {
            LedgerEntry entry = ledger.get(key);
            Effect effect = entry.effect();
            gate.check(actor, command, orderOf(scope, key));
            if (!states.contains(effect.state())) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "effect " + key + " is " + effect.state() + "; " + command + " needs one of " + states);
            }
            return ledger.save(decision.take(scope, effect), entry.version()).effect();
        });
    }

    private static Optional<Order> orderOf(ChangeScope scope, EffectKey key) {
        return key.subject().kind().equals(Subject.ORDER)
                ? scope.find(new OrderId(key.subject().id()))
                : Optional.empty();
    }

    /** Local effects are never in doubt. */
    private static RemoteEffectHandler remote(EffectHandler handler) {
        return (RemoteEffectHandler) handler;
    }
}
