package io.orderweave.internal.ledger;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectHandler;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.Pause;
import io.orderweave.effect.RecoveryState;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.internal.book.Dispatch;
import io.orderweave.internal.book.OperationsState;
import io.orderweave.internal.book.SpentNumbers;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why an effect that is due must not be done now. */
final class Blockers {

    private final Ledger ledger;
    private final ConnectionHealth health;
    private final SpentNumbers spentNumbers;

    Blockers(Ledger ledger, ConnectionHealth health, SpentNumbers spentNumbers) {
        this.ledger = ledger;
        this.health = health;
        this.spentNumbers = spentNumbers;
    }

    /** What stands in the way of a PLANNED effect. */
    Optional<String> of(ScopeContext context, EffectHandler handler, OperationsState operations) {
        Effect effect = context.effect();
        Optional<String> closed = closed(context.scope(), effect, operations)
                .or(() -> recovering(context.scope(), effect, handler, operations))
                .or(() -> prerequisite(effect));
        if (closed.isPresent() || !handler.irreversible()) {
            return closed;
        }
        return context.findOrder()
                .flatMap(order ->
                        held(order).or(() -> underway(order, effect.key().kind())));
    }

    /** Why nothing may be sent for the effect, nor asked. */
    Optional<String> closed(ChangeScope scope, Effect effect, OperationsState operations) {
        Optional<ConnectionId> connection = effect.connection();
        if (connection.isPresent() && scope.setup().mode(connection.get()) != Mode.LIVE) {
            return Optional.of(
                    "connection " + connection.get() + " is " + scope.setup().mode(connection.get()));
        }
        return connection
                .flatMap(health::stopped)
                .map(reason -> "connection " + connection.orElseThrow() + " is stopped: " + reason)
                .or(() -> operations.pauseOf(effect).map(Blockers::paused));
    }

    /** What the recovery after a restored backup still needs before something may be sent or a number be spent. */
    private Optional<String> recovering(
            ChangeScope scope, Effect effect, EffectHandler handler, OperationsState operations) {
        boolean spends = handler instanceof LocalEffectHandler local && local.spendsNumber();
        Optional<RecoveryState> open = operations.openRecovery();
        if (open.isEmpty() || (handler instanceof LocalEffectHandler && !spends)) {
            return Optional.empty();
        }
        List<ConnectionId> unread = Recoveries.unread(scope.setup(), open.get());
        if (!unread.isEmpty()) {
            return Optional.of("recovery: connections " + unread + " have not been pulled since");
        }
        // One that was handed in spends no number.
        return spends
                        && !open.get().documentsComplete()
                        && spentNumbers.find(effect.key()).isEmpty()
                ? Optional.of(
                        "recovery: the documents issued since " + open.get().since() + " are not handed in")
                : Optional.empty();
    }

    private static String paused(Pause pause) {
        return pause.what() + " is paused by " + pause.by() + ": " + pause.reason();
    }

    private Optional<String> prerequisite(Effect effect) {
        Set<String> done = Set.of(EffectState.DONE.name());
        Set<String> over = Set.of(EffectState.DONE.name(), EffectState.CANCELLED.name());
        return effect.after().stream()
                .flatMap(needed -> waitsFor(needed, done).stream())
                .findFirst()
                .or(() -> Stream.concat(effect.behind().stream(), numbers(effect).stream())
                        .flatMap(first -> waitsFor(first, over).stream())
                        .findFirst());
    }

    /**
     * The tracking numbers that go before a status, also those that were planned after it: where a number is in doubt, a channel that
     * shows none is asked what it has marked as sent, and the status marks it too.
     */
    private List<EffectKey> numbers(Effect effect) {
        return Dispatch.isToldBy(effect.key(), effect.payload())
                ? ledger.pending(effect.key().subject(), EffectKind.TRACKING)
                : List.of();
    }

    private Optional<String> waitsFor(EffectKey other, Set<String> states) {
        Optional<String> state = ledger.state(other);
        return state.filter(states::contains).isPresent()
                ? Optional.empty()
                : Optional.of("waits for " + other + ", which is " + state.orElse("not planned"));
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
}
