package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.Pause;
import io.orderweave.effect.RecoveryState;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import java.util.Optional;

/** Keeps what operators have decided about the ledger as a whole, in one record that every claim reads. */
public final class Operations {

    private static final String ID = "operations";

    private final Book book;

    public Operations(Book book) {
        this.book = book;
    }

    public OperationsState state() {
        return book.configuration()
                .find(ID)
                .map(record -> Json.read(record.content(), OperationsState.class))
                .orElse(OperationsState.NONE);
    }

    /** Pauses; one that is paused already stays as it is. */
    public void pause(ChangeScope scope, Pause pause) {
        OperationsState state = state();
        if (state.find(pause).isEmpty()) {
            save(state.with(pause));
            enter(scope, pause.by(), new EffectEvent.EffectsPaused(pause));
        }
    }

    /** Ends a pause; false when there is none. */
    public boolean resume(ChangeScope scope, Pause concerned, Actor actor) {
        OperationsState state = state();
        Optional<Pause> pause = state.find(concerned);
        pause.ifPresent(ended -> {
            save(state.without(ended));
            enter(scope, actor, new EffectEvent.EffectsResumed(ended));
        });
        return pause.isPresent();
    }

    /** Saves a step of a recovery. */
    public void recovery(ChangeScope scope, RecoveryState recovery, Actor actor, Event event) {
        save(state().with(recovery));
        enter(scope, actor, event);
    }

    /** The connection's intake has come to its end. True when a recovery waited for it. */
    public boolean pulled(ConnectionId connection) {
        OperationsState state = state();
        boolean awaited = state.awaits(connection);
        if (awaited) {
            save(state.pulled(connection));
        }
        return awaited;
    }

    private void save(OperationsState state) {
        book.configuration().put(new ConfigurationRecord(ID, ID, Json.tree(state)));
    }

    private static void enter(ChangeScope scope, Actor actor, Event event) {
        scope.note(Subject.configuration(ID), Trace.outside(actor), event);
    }
}
