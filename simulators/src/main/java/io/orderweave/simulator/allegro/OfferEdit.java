package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An edit of one offer that was taken and takes effect later; once done it is remembered without what it wants. */
record OfferEdit(String id, String offerId, ObjectNode wanted, Instant startedAt, Instant due, boolean done) {

    OfferEdit finished() {
        return new OfferEdit(id, offerId, wanted.objectNode(), startedAt, due, true);
    }
}
