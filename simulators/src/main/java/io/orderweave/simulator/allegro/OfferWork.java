package io.orderweave.simulator.allegro;

import java.time.Instant;

/** Does, when their time has come, the edits and commands that were taken before. */
final class OfferWork {

    private final AllegroSettings settings;
    private final OfferEdits edits;
    private final OfferCommands commands;

    OfferWork(AllegroSettings settings, OfferEdits edits, OfferCommands commands) {
        this.settings = settings;
        this.edits = edits;
        this.commands = commands;
    }

    /** Brings the state up to now; whoever looks at offers or commands begins with it. */
    AllegroState upToDate(AllegroState state) {
        Instant now = settings.clock().instant();
        for (OfferEdit edit : state.offerEdits.values()) {
            Offer offer = state.offers.get(edit.offerId());
            if (!edit.done() && offer != null && !edit.due().isAfter(now)) {
                edits.apply(state, offer, edit.wanted());
                state.offerEdits.replace(edit.id(), edit.finished());
            }
        }
        for (OfferCommand command : state.offerCommands.values()) {
            Instant due = command.createdAt.plus(settings.offerCommandTime());
            if (command.completedAt == null && !due.isAfter(now)) {
                perform(state, command);
                command.completedAt = due;
            }
        }
        return state;
    }

    private void perform(AllegroState state, OfferCommand command) {
        for (String id : command.offers) {
            Offer offer = state.offers.get(id);
            command.results.put(id, offer == null ? "OfferNotFound" : commands.apply(state, command, offer));
        }
    }
}
