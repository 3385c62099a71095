package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.effect.Pause;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Operations;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people and the host decide about effects; each is asked of the policy and entered in the journal. */
final class Interventions {

    private final Changes changes;
    private final Ledger ledger;
    private final Handlers handlers;
    private final Gate gate;
    private final Operations operations;

    Interventions(Changes changes, Ledger ledger, Handlers handlers, Gate gate, Operations operations) {
        this.changes = changes;
        this.ledger = ledger;
        this.handlers = handlers;
        this.gate = gate;
        this.operations = operations;
    }

    Effect plan(PlannedEffect wanted, Actor actor) {
        if (handlers.find(wanted.key().kind()).isEmpty()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "no handler does effects of kind " + wanted.key().kind() + "; give one to the hub's builder");
        }
        changes.run(scope -> {
            Optional<Order> order = orderOf(scope, wanted.key());
            gate.check(actor, "effects.plan", order);
            EffectEvent event = new EffectEvent.EffectRequested(wanted.key());
            EntryId entry = order.isPresent()
                    ? scope.change(
                                    order.get().id(),
                                    Trace.outside(actor),
                                    it -> new EffectContext.Outcome(it, List.of(event)))
                            .orElseThrow()
                    : scope.note(wanted.key().subject(), Trace.outside(actor), event);
            scope.plan(wanted, entry, Origin.of(entry));
        });
        return ledger.get(wanted.key()).effect();
    }

    void pause(ConnectionId connection, String reason, Actor actor) {
        changes.setup().connection(connection);
        pause(Optional.of(connection), Optional.empty(), reason, actor);
    }

    void pause(EffectKind kind, String reason, Actor actor) {
        pause(Optional.empty(), Optional.of(kind), reason, actor);
    }

    private void pause(Optional<ConnectionId> connection, Optional<EffectKind> kind, String reason, Actor actor) {
        changes.run(scope -> {
            gate.check(actor, "effects.pause", Optional.empty());
            operations.pause(scope, new Pause(connection, kind, reason, actor, scope.now()));
        });
    }

    void resume(ConnectionId connection, Actor actor) {
        if (resume(Optional.of(connection), Optional.empty(), actor)) {
            changes.run(scope -> ledger.wake(connection));
        }
    }

    void resume(EffectKind kind, Actor actor) {
        if (resume(Optional.empty(), Optional.of(kind), actor)) {
            changes.run(scope -> ledger.wake(kind));
        }
    }

    private boolean resume(Optional<ConnectionId> connection, Optional<EffectKind> kind, Actor actor) {
        return changes.call(scope -> {
            gate.check(actor, "effects.resume", Optional.empty());
            return operations.resume(scope, new Pause(connection, kind, "", actor, scope.now()), actor);
        });
    }

    Effect resolveAsDone(EffectKey key, String reference, Actor actor) {
        return decide("effects.resolveAsDone", key, Set.of(EffectState.IN_DOUBT), actor, (scope, effect) -> {
            Optional<RemoteEffectHandler> handler = handlers.find(key.kind()).map(Interventions::remote);
            JsonNode answer = handler.flatMap(it -> it.answerFor(effect, reference))
                    .orElseThrow(() -> unclear(key, handler.flatMap(RemoteEffectHandler::expectedReference)));
            announce(scope, effect, new EffectEvent.EffectResolved(key, "done, says a person"), actor);
            return EffectSteps.answered(effect, answer, Optional.of(reference), ledger.now());
        });
    }

    Effect resolveAsAbsent(EffectKey key, Actor actor) {
        return decide("effects.resolveAsAbsent", key, Set.of(EffectState.IN_DOUBT), actor, (scope, effect) -> {
            announce(scope, effect, new EffectEvent.EffectResolved(key, "absent, says a person"), actor);
            return EffectSteps.plannedAgain(effect, "absent, says a person", ledger.now());
        });
    }

    Effect cancel(EffectKey key, String reason, Actor actor) {
        return decide("effects.cancel", key, Set.of(EffectState.PLANNED), actor, (scope, effect) -> {
            announce(scope, effect, new EffectEvent.EffectCancelled(key, reason), actor);
            return EffectSteps.cancelled(effect, reason, true);
        });
    }

    Effect rearm(EffectKey key, Actor actor) {
        Set<EffectState> states = Set.of(EffectState.REJECTED, EffectState.CANCELLED);
        return decide("effects.rearm", key, states, actor, (scope, effect) -> {
            announce(scope, effect, new EffectEvent.EffectRearmed(key, effect.arming() + 1), actor);
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
            Effect decided =
                    ledger.save(decision.take(scope, effect), entry.version()).effect();
            // What waited for it looks again.
            ledger.wake(key.subject());
            return decided;
        });
    }

    /** A person's decision about an effect, entered in their name. */
    private static void announce(ChangeScope scope, Effect effect, EffectEvent event, Actor actor) {
        new ScopeContext(scope, effect).announce(event, actor);
    }

    private static Optional<Order> orderOf(ChangeScope scope, EffectKey key) {
        return key.subject().kind().equals(Subject.ORDER)
                ? scope.find(new OrderId(key.subject().id()))
                : Optional.empty();
    }

    /** Local effects are never in doubt. */
    private static OrderweaveException unclear(EffectKey key, Optional<String> expected) {
        return new OrderweaveException(
                FaultCategory.INVALID_REQUEST,
                "effect " + key + ": the given reference does not tell what happened"
                        + expected.map(it -> "; expected is " + it).orElse(""));
    }

    private static RemoteEffectHandler remote(EffectHandler handler) {
        return (RemoteEffectHandler) handler;
    }
}
