package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.Pause;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.ConfigurationRecord;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.json.Json;
import java.util.Optional;

/** Keeps what operators have decided about the ledger as a whole, in one record that every claim reads. */
final class Operations {

    private static final String ID = "operations";

    private final Book book;

    Operations(Book book) {
        this.book = book;
    }

    OperationsState state() {
        return book.configuration()
                .find(ID)
                .map(record -> Json.read(record.content(), OperationsState.class))
                .orElse(OperationsState.NONE);
    }

    /** Pauses; one that is paused already stays as it is. */
    void pause(ChangeScope scope, Pause pause) {
        OperationsState state = state();
        if (state.find(pause).isEmpty()) {
            save(scope, state.with(pause), pause.by(), new EffectEvent.EffectsPaused(pause));
        }
    }

    /** Ends a pause; false when there is none. */
    boolean resume(ChangeScope scope, Pause concerned, Actor actor) {
        OperationsState state = state();
        Optional<Pause> pause = state.find(concerned);
        pause.ifPresent(ended -> save(scope, state.without(ended), actor, new EffectEvent.EffectsResumed(ended)));
        return pause.isPresent();
    }

    private void save(ChangeScope scope, OperationsState state, Actor actor, Event event) {
        book.configuration().put(new ConfigurationRecord(ID, ID, Json.tree(state)));
        scope.note(Subject.configuration(ID), Trace.outside(actor), event);
    }
}
