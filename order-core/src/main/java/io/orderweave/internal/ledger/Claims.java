package io.orderweave.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides, in the claiming transaction, what becomes of an effect that is due. */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** Blocked effects are woken when what blocks them goes; this only bounds how long a lost wake-up costs. */
    private static final Duration LOOK_AGAIN_AT_BLOCKED = Duration.ofMinutes(10);

    private static final Duration LOOK_AGAIN_AT_UNKNOWN = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Handlers handlers;
    private final ConnectionHealth health;

    Claims(Ledger ledger, Handlers handlers, ConnectionHealth health) {
        this.ledger = ledger;
        this.handlers = handlers;
        this.health = health;
    }

    /** What is to be done outside of the transaction; empty when the effect is settled for now. */
    Optional<Task> claim(ChangeScope scope, StoredEffect stored, Tally tally) {
        Optional<EffectHandler> handler = handlers.find(new EffectKind(stored.kind()));
        if (!EffectCodec.isReadable(stored) || handler.isEmpty()) {
            LOG.warn("Effect {} is of a kind or version this node does not know; it is left alone", stored.key());
            ledger.putOff(stored, ledger.now().plus(LOOK_AGAIN_AT_UNKNOWN));
            return Optional.empty();
        }
        LedgerEntry entry = EffectCodec.read(stored);
        return switch (entry.effect().state()) {
            case PLANNED -> planned(scope, entry, handler.get(), tally);
            case CLAIMED -> expired(scope, entry, remote(handler.get()), tally);
            case ACCEPTED -> accepted(scope, entry, remote(handler.get()), tally);
            case IN_DOUBT -> inDoubt(scope, entry, remote(handler.get()), tally);
            case DONE, REJECTED, CANCELLED ->
                throw new IllegalStateException("effect " + stored.key() + " is " + stored.state() + " and yet due");
        };
    }

    private Optional<Task> planned(ChangeScope scope, LedgerEntry entry, EffectHandler handler, Tally tally) {
        if (handler instanceof LocalEffectHandler local) {
            // Looked at in the transaction that performs it: what stands in its way may change until then.
            return Optional.of(new Task.Perform(entry, local));
        }
        return isFree(scope, entry, handler, tally)
                ? prepare(new ScopeContext(scope, entry.effect()), entry, remote(handler), tally)
                : Optional.empty();
    }

    /** Whether nothing stands in the way of a PLANNED effect; what does is entered. */
    boolean isFree(ChangeScope scope, LedgerEntry entry, EffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        ScopeContext context = new ScopeContext(scope, effect);
        Optional<OrderId> replacedBy = context.findOrder().flatMap(Order::replacedBy);
        if (replacedBy.isPresent()) {
            cancel(context, entry, "replaced by order " + replacedBy.get(), tally);
            return false;
        }
        Optional<String> obstacle = obstacle(scope, effect, handler, context);
        obstacle.ifPresent(reason -> {
            ledger.save(EffectSteps.blocked(effect, reason, ledger.now().plus(LOOK_AGAIN_AT_BLOCKED)), entry.version());
            tally.putOff();
        });
        return obstacle.isEmpty();
    }

    private Optional<Task> prepare(ScopeContext context, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        if (effect.request().isPresent() && handler.resolution(effect) == Resolution.KEY) {
            // The other side holds the key together with what was sent under it.
            return Optional.of(claimed(entry, handler, effect.request().get()));
        }
        Readiness readiness = handler.prepare(context);
        if (readiness instanceof Readiness.Ready ready) {
            return Optional.of(claimed(entry, handler, ready.request()));
        }
        if (readiness instanceof Readiness.NotWanted not) {
            cancel(context, entry, not.reason(), tally);
        } else if (readiness instanceof Readiness.Impossible impossible) {
            reject(context, entry, impossible.reason(), tally);
        } else {
            Readiness.NotYet later = (Readiness.NotYet) readiness;
            ledger.save(
                    EffectSteps.blocked(effect, later.reason(), ledger.now().plus(later.lookAgainAfter())),
                    entry.version());
            tally.putOff();
        }
        return Optional.empty();
    }

    private Task claimed(LedgerEntry entry, RemoteEffectHandler handler, JsonNode request) {
        Effect effect = entry.effect();
        Effect claimed = EffectSteps.claimed(effect, request, ledger.now(), handler.callDeadline(effect));
        return new Task.Send(ledger.save(claimed, entry.version()), handler);
    }

    /** Why an effect that is due must not be done now. */
    private Optional<String> obstacle(ChangeScope scope, Effect effect, EffectHandler handler, ScopeContext context) {
        Optional<String> closed = closed(scope, effect);
        if (closed.isPresent()) {
            return closed;
        }
        for (EffectKey needed : effect.after()) {
            Optional<String> state = ledger.state(needed);
            if (!state.equals(Optional.of(EffectState.DONE.name()))) {
                return Optional.of("waits for " + needed + ", which is " + state.orElse("not planned"));
            }
        }
        Optional<Order> order = handler.irreversible() ? context.findOrder() : Optional.empty();
        return order.flatMap(it -> held(it).or(() -> underway(it, effect.key().kind())));
    }

    /** Why nothing may be sent to the effect's connection. */
    private Optional<String> closed(ChangeScope scope, Effect effect) {
        Optional<ConnectionId> connection = effect.connection();
        if (connection.isPresent() && scope.setup().mode(connection.get()) != Mode.LIVE) {
            return Optional.of(
                    "connection " + connection.get() + " is " + scope.setup().mode(connection.get()));
        }
        return connection
                .flatMap(health::stopped)
                .map(reason -> "connection " + connection.orElseThrow() + " is stopped: " + reason);
    }

    private static Optional<String> held(Order order) {
        return Optional.of(order)
                .filter(Order::isHeld)
                .map(held -> "held: " + held.holds().stream().map(Hold::code).toList());
    }

    /** One of a replaced order that runs still folds into this order; until then its cover is not known here. */
    private Optional<String> underway(Order order, EffectKind kind) {
        return order.replaces().stream()
                .flatMap(replaced -> ledger.of(Subject.of(replaced)).stream())
                .map(LedgerEntry::effect)
                .filter(other -> other.key().kind().equals(kind))
                .filter(other -> !other.state().isFinal() && other.state() != EffectState.PLANNED)
                .findFirst()
                .map(other -> "waits for " + other.key() + ", which is " + other.state());
    }

    /** The lease of a claim ended: the node that had it died, or was too slow. */
    private Optional<Task> expired(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        if (effect.answer().isPresent()) {
            return Optional.of(new Task.Fold(leased(entry, handler), handler));
        }
        doubt(new ScopeContext(scope, effect), entry, "its node ended without an answer", handler, tally);
        return Optional.empty();
    }

    private Optional<Task> accepted(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        Instant until = effect.acceptedUntil().orElse(Instant.MAX);
        if (!ledger.now().isBefore(until)) {
            doubt(new ScopeContext(scope, effect), entry, "accepted, and not finished by " + until, handler, tally);
            return Optional.empty();
        }
        if (closed(scope, effect).isPresent()) {
            Instant look = ledger.now().plus(LOOK_AGAIN_AT_BLOCKED);
            ledger.save(
                    effect.toBuilder().due(look.isBefore(until) ? look : until).build(), entry.version());
            tally.putOff();
            return Optional.empty();
        }
        return Optional.of(new Task.Resume(leased(entry, handler), handler));
    }

    private Optional<Task> inDoubt(ChangeScope scope, LedgerEntry entry, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        Instant now = ledger.now();
        Instant deadline = effect.callDeadline().orElse(now);
        switch (handler.resolution(effect)) {
            case LOOKUP -> {
                if (closed(scope, effect).isEmpty()) {
                    return Optional.of(new Task.LookUp(leased(entry, handler), handler));
                }
                ledger.save(
                        effect.toBuilder().due(now.plus(LOOK_AGAIN_AT_BLOCKED)).build(), entry.version());
                tally.putOff();
            }
            case KEY, OVERWRITE -> {
                Effect next = now.isBefore(deadline)
                        ? EffectSteps.inDoubt(effect, effect.reason().orElse(""), Optional.of(deadline))
                        : EffectSteps.plannedAgain(effect, "sent again after doubt", now);
                ledger.save(next, entry.version());
                tally.putOff();
            }
            case AT_MOST_ONCE -> {
                ledger.save(EffectSteps.done(effect, Optional.empty(), Optional.of("unconfirmed")), entry.version());
                new ScopeContext(scope, effect).announce(new EffectEvent.EffectResolved(effect.key(), "unconfirmed"));
                tally.done();
            }
            case PERSON ->
                ledger.save(EffectSteps.inDoubt(effect, effect.reason().orElse(""), Optional.empty()), entry.version());
        }
        return Optional.empty();
    }

    /** Into doubt: the first look is soon, for a remote that has it can tell at once. */
    void doubt(ScopeContext context, LedgerEntry entry, String reason, RemoteEffectHandler handler, Tally tally) {
        Effect effect = entry.effect();
        Optional<Instant> look = handler.resolution(effect) == Resolution.PERSON
                ? Optional.empty()
                : Optional.of(ledger.now().plusSeconds(1));
        ledger.save(EffectSteps.inDoubt(effect, reason, look), entry.version());
        context.announce(new EffectEvent.EffectInDoubt(effect.key(), reason));
        tally.inDoubt();
        LOG.warn("Effect {} is in doubt: {}", effect.key(), reason);
    }

    void cancel(ScopeContext context, LedgerEntry entry, String reason, Tally tally) {
        ledger.save(EffectSteps.cancelled(entry.effect(), reason, false), entry.version());
        context.announce(new EffectEvent.EffectCancelled(entry.effect().key(), reason));
        tally.cancelled();
    }

    void reject(ScopeContext context, LedgerEntry entry, String reason, Tally tally) {
        ledger.save(EffectSteps.rejected(entry.effect(), reason), entry.version());
        context.announce(new EffectEvent.EffectRejected(entry.effect().key(), reason));
        tally.rejected();
        LOG.warn("Effect {} was refused: {}", entry.effect().key(), reason);
    }

    /** A person's decision about an effect, entered in their name. */
    static void announce(ChangeScope scope, Effect effect, EffectEvent event, Actor actor) {
        new ScopeContext(scope, effect).announce(event, actor);
    }

    private LedgerEntry leased(LedgerEntry entry, RemoteEffectHandler handler) {
        Effect effect = entry.effect();
        return ledger.save(EffectSteps.leased(effect, ledger.now(), handler.callDeadline(effect)), entry.version());
    }

    /** Local effects never leave PLANNED. */
    private static RemoteEffectHandler remote(EffectHandler handler) {
        return (RemoteEffectHandler) handler;
    }
}
