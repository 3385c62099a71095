package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;

/** Does, when their time has come, the edits and commands that were taken before. */
final class OfferWork {

    private final AllegroSettings settings;
    private final OfferChanges changes;
    private final OfferEdits edits;
    private final OfferCommands commands;

    OfferWork(AllegroSettings settings, OfferChanges changes, OfferEdits edits) {
        this.settings = settings;
        this.changes = changes;
        this.edits = edits;
        this.commands = new OfferCommands(changes);
    }

    /** Brings the state up to now where it is not; whoever only looks at offers or commands begins with it. */
    void catchUp(StateStore<AllegroState> store) {
        if (store.read(this::isBehind)) {
            store.change(state -> upToDate(state).made);
        }
    }

    /** Brings the state up to now; whoever changes offers or commands begins with it. */
    AllegroState upToDate(AllegroState state) {
        Instant now = settings.clock().instant();
        for (OfferEdit edit : state.offerEdits.values()) {
            Offer offer = state.offers.get(edit.offerId());
            if (isDue(edit, now)) {
                if (offer != null) {
                    edits.apply(state, offer, edit.wanted());
                }
                state.offerEdits.replace(edit.id(), edit.finished());
            }
        }
        for (OfferCommand command : state.offerCommands.values()) {
            if (isDue(command, now)) {
                perform(state, command);
                command.completedAt = end(command);
            }
        }
        return state;
    }

    /** Takes what a buyer bought, of the stock there is by now. */
    void sell(AllegroState state, CheckoutForm form) {
        upToDate(state);
        form.document.path("lineItems").forEach(line -> changes.sell(state, line));
    }

    private boolean isBehind(AllegroState state) {
        Instant now = settings.clock().instant();
        return state.offerEdits.values().stream().anyMatch(edit -> isDue(edit, now))
                || state.offerCommands.values().stream().anyMatch(command -> isDue(command, now));
    }

    private static boolean isDue(OfferEdit edit, Instant now) {
        return !edit.done() && !edit.due().isAfter(now);
    }

    private boolean isDue(OfferCommand command, Instant now) {
        return command.completedAt == null && !end(command).isAfter(now);
    }

    private Instant end(OfferCommand command) {
        return command.createdAt.plus(settings.offerCommandTime());
    }

    private void perform(AllegroState state, OfferCommand command) {
        for (String id : command.offers) {
            Offer offer = state.offers.get(id);
            command.results.put(id, offer == null ? "OfferNotFound" : commands.apply(state, command, offer));
        }
    }
}
