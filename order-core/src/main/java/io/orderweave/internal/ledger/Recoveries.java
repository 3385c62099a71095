package io.orderweave.internal.ledger;

import io.orderweave.connection.Connection;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.Recovery;
import io.orderweave.effect.RecoveryState;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Operations;
import io.orderweave.internal.book.Setup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of a recovery, each one transaction. */
public final class Recoveries implements Recovery {

    private final Changes changes;
    private final Ledger ledger;
    private final Gate gate;
    private final Operations operations;

    public Recoveries(Changes changes, Ledger ledger, Gate gate) {
        this.changes = changes;
        this.ledger = ledger;
        this.gate = gate;
        this.operations = new Operations(changes.book());
    }

    /** The connections whose intake a recovery still waits for. */
    static List<ConnectionId> unread(Setup setup, RecoveryState recovery) {
        return setup.connections().values().stream()
                .filter(connection -> connection.mode() != Mode.OFF)
                .map(Connection::id)
                .filter(id -> !recovery.pulled().contains(id))
                .sorted(Comparator.comparing(ConnectionId::value))
                .toList();
    }

    /** The connection's intake has come to its end. */
    public void pulled(ConnectionId connection) {
        changes.run(scope -> {
            if (operations.pulled(connection)) {
                ledger.wakeAll();
            }
        });
    }

    @Override
    public RecoveryState begin(Instant since, Actor actor) {
        return changes.call(scope -> {
            gate.check(actor, "recovery.begin", Optional.empty());
            Instant now = ledger.now();
            if (since.isAfter(now)) {
                throw refused("the backup cannot be of " + since + ", which is yet to come");
            }
            operations.state().openRecovery().ifPresent(open -> {
                throw refused("a recovery goes on since " + open.begunAt() + "; finish it first");
            });
            RecoveryState begun = new RecoveryState(since, now, Set.of(), false, Optional.empty());
            operations.recovery(scope, begun, actor, new EffectEvent.RecoveryBegun(since));
            return begun;
        });
    }

    @Override
    public Optional<RecoveryState> state() {
        return operations.state().recovery();
    }

    @Override
    public RecoveryState documentsComplete(Actor actor) {
        return step(
                "recovery.documentsComplete",
                actor,
                new EffectEvent.RecoveryDocumentsComplete(),
                (scope, open) ->
                        new RecoveryState(open.since(), open.begunAt(), open.pulled(), true, Optional.empty()));
    }

    @Override
    public RecoveryState finish(Actor actor) {
        return step("recovery.finish", actor, new EffectEvent.RecoveryFinished(), (scope, open) -> {
            List<ConnectionId> unread = unread(scope.setup(), open);
            if (!unread.isEmpty()) {
                throw refused("connections " + unread + " have not been pulled since the recovery began");
            }
            if (!open.documentsComplete()) {
                throw refused("nobody has said that the documents issued since " + open.since() + " are complete");
            }
            return new RecoveryState(open.since(), open.begunAt(), open.pulled(), true, Optional.of(ledger.now()));
        });
    }

    private interface Step {
        RecoveryState take(ChangeScope scope, RecoveryState open);
    }

    private RecoveryState step(String command, Actor actor, EffectEvent event, Step step) {
        return changes.call(scope -> {
            gate.check(actor, command, Optional.empty());
            RecoveryState open =
                    operations.state().openRecovery().orElseThrow(() -> refused("no recovery goes on; begin one"));
            RecoveryState next = step.take(scope, open);
            operations.recovery(scope, next, actor, event);
            ledger.wakeAll();
            return next;
        });
    }

    private static OrderweaveException refused(String why) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, why);
    }
}
