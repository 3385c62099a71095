package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.StateStore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the seller does with his offers beside the application, told by the test. Hosts call it. Thread-safe; every step is stored
 * before it returns. Unknown offers throw {@link IllegalArgumentException}. A buyer of an offer listed here takes its pieces.
 */
public final class AllegroOffers {

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final OfferChanges changes;
    private final OfferWork work;

    AllegroOffers(AllegroSettings settings, StateStore<AllegroState> store, OfferChanges changes, OfferWork work) {
        this.settings = settings;
        this.store = store;
        this.changes = changes;
        this.work = work;
    }

    /** Lists an offer, in the place of one of the same id. */
    public void list(AllegroOffer offer) {
        store.change(state -> {
            Offer listed = new Offer();
            listed.document = OfferWriter.document(offer, settings.clock().instant());
            state.offers.put(offer.id(), listed);
            changes.happened(state, listed, "OFFER_ACTIVATED");
            return offer.id();
        });
    }

    /** Ends an offer by hand. */
    public void end(String offerId) {
        step(offerId, (state, offer) -> changes.publish(state, offer, Offer.ENDED));
    }

    /** Removes an offer, so that Allegro no longer knows it. */
    public void remove(String offerId) {
        step(offerId, (state, offer) -> {
            changes.happened(state, offer, "OFFER_ARCHIVED");
            state.offers.remove(offerId);
        });
    }

    /** Changes the offer's JSON itself, for what no step covers. */
    public void edit(String offerId, Consumer<ObjectNode> change) {
        step(offerId, (state, offer) -> {
            change.accept(offer.document);
            changes.happened(state, offer, "OFFER_CHANGED");
        });
    }

    private void step(String offerId, BiConsumer<AllegroState, Offer> step) {
        store.change(state -> {
            Offer offer = work.upToDate(state).offers.get(offerId);
            if (offer == null) {
                throw new IllegalArgumentException("No such offer: " + offerId);
            }
            step.accept(state, offer);
            return offerId;
        });
    }
}
