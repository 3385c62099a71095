package io.orderweave.connectors.allegro;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answers to a batch as they come in, and whether some are still to come. Of one call and one thread. */
final class AllegroOfferAnswers {

    /** Usually it takes moments, an hour was seen. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofHours(2);

    private final Map<OfferRef, WriteAnswer> answers = new HashMap<>();
    private boolean underway;

    void put(OfferRef offer, WriteAnswer answer) {
        answers.put(offer, answer);
    }

    void reject(Collection<OfferRef> offers, String reason) {
        offers.forEach(offer -> put(offer, new WriteAnswer.Rejected(reason)));
    }

    /** Some offer's answer is to be asked for later. */
    void await(Collection<OfferRef> offers) {
        underway |= !offers.isEmpty();
    }

    boolean isUnderway() {
        return underway;
    }

    /** Those of the offers whose change was made. */
    List<OfferRef> applied(Collection<OfferRef> offers) {
        return offers.stream()
                .filter(offer -> answers.get(offer) instanceof WriteAnswer.Applied)
                .toList();
    }

    /** @param handle by which the batch is asked for while it is underway */
    BatchAnswer toBatchAnswer(String handle) {
        return underway ? new BatchAnswer.Accepted(handle, LOOK_AGAIN, GIVE_UP) : new BatchAnswer.Finished(answers);
    }
}
