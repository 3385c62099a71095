package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The seller's offers: the list, one of them, an edit of one, and the journal of the last day. */
final class OffersApi {

    private static final Duration JOURNAL = Duration.ofHours(24);

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final OfferEdits edits;
    private final OfferWork work;

    OffersApi(AllegroSettings settings, StateStore<AllegroState> store, OfferEdits edits, OfferWork work) {
        this.settings = settings;
        this.store = store;
        this.edits = edits;
        this.work = work;
    }

    /** Newest first, as Allegro lists them. */
    Answer list(Call call) {
        Paging paging = Paging.of(call, 20, 1000);
        if (!paging.readable()) {
            return AllegroErrors.error(400, "IllegalParameter", "limit and offset are numbers in bounds", "limit");
        }
        work.catchUp(store);
        return store.read(state -> {
            List<ObjectNode> found = new ArrayList<>();
            for (Offer offer : state.offers.values()) {
                if (fits(call, "offer.id", offer.id())
                        && fits(
                                call,
                                "external.id",
                                offer.document.at("/external/id").asText())
                        && fits(call, "publication.status", offer.status())) {
                    found.add(OfferWriter.listed(offer.document.deepCopy()));
                }
            }
            Collections.reverse(found);
            ObjectNode body = Json.object();
            ArrayNode page = body.putArray("offers").addAll(paging.of(found));
            return ok(body.put("count", page.size()).put("totalCount", found.size()));
        });
    }

    Answer one(Call call) {
        work.catchUp(store);
        return store.read(state -> withOffer(state, call, offer -> ok(offer.document.deepCopy())));
    }

    Answer patch(Call call, ObjectNode wanted) {
        return store.change(state -> withOffer(work.upToDate(state), call, offer -> {
            boolean busy = state.offerEdits.values().stream()
                    .anyMatch(edit -> !edit.done() && edit.offerId().equals(offer.id()));
            if (busy) {
                return AllegroErrors.error(
                        409, "OfferIsBeingProcessed", "The previous edition is still being processed", null);
            }
            Optional<Answer> wrong = edits.wrong(offer, wanted);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            if (settings.offerEditTime().isZero()) {
                edits.apply(state, offer, wanted);
                return ok(offer.document.deepCopy());
            }
            return later(state, offer, wanted);
        }));
    }

    Answer operation(Call call) {
        work.catchUp(store);
        return store.read(state -> {
            OfferEdit edit = state.offerEdits.get(call.variable("operationId"));
            if (edit == null || !edit.offerId().equals(call.variable("offerId"))) {
                return AllegroErrors.error(404, "OperationNotFound", "No such operation", call.path());
            }
            if (edit.done()) {
                return Answer.empty(303).with("Location", "/sale/product-offers/" + edit.offerId());
            }
            ObjectNode body = Json.object();
            body.putObject("offer").put("id", edit.offerId());
            body.putObject("operation")
                    .put("id", edit.id())
                    .put("status", "IN_PROGRESS")
                    .put("startedAt", Json.millis(edit.startedAt()));
            return pollAgain(Answer.json(202, AllegroErrors.MEDIA_TYPE, body), edit);
        });
    }

    Answer events(Call call) {
        Paging paging = Paging.of(call, 100, 1000);
        if (!paging.readable()) {
            return AllegroErrors.error(400, "IllegalParameter", "limit is a number in bounds", "limit");
        }
        work.catchUp(store);
        return store.read(state -> {
            Instant oldest = settings.clock().instant().minus(JOURNAL);
            List<OfferEvent> all = state.offerEvents;
            int last = call.query()
                    .first("from")
                    .map(id -> all.stream().map(OfferEvent::id).toList().indexOf(id))
                    .orElse(-1);
            ObjectNode body = Json.object();
            ArrayNode events = body.putArray("offerEvents");
            all.stream()
                    .skip(last + 1L)
                    .filter(event -> !event.occurredAt().isBefore(oldest))
                    .limit(paging.limit())
                    .forEach(event -> events.add(shown(event)));
            return ok(body);
        });
    }

    private Answer later(AllegroState state, Offer offer, ObjectNode wanted) {
        Instant now = settings.clock().instant();
        OfferEdit edit = new OfferEdit(
                Ids.uuid(settings.seed(), "operation", state.next()),
                offer.id(),
                wanted,
                now,
                now.plus(settings.offerEditTime()),
                false);
        state.offerEdits.put(edit.id(), edit);
        Answer answer = Answer.json(202, AllegroErrors.MEDIA_TYPE, offer.document.deepCopy())
                .with("Location", "/sale/product-offers/" + offer.id() + "/operations/" + edit.id());
        return pollAgain(answer, edit);
    }

    private Answer pollAgain(Answer answer, OfferEdit edit) {
        long seconds = Duration.between(settings.clock().instant(), edit.due()).toSeconds();
        return answer.with("Retry-After", Long.toString(Math.max(1, seconds)));
    }

    private static Answer withOffer(AllegroState state, Call call, Function<Offer, Answer> look) {
        return Optional.ofNullable(state.offers.get(call.variable("offerId")))
                .map(look)
                .orElseGet(() -> AllegroErrors.error(404, "OfferNotFound", "No such offer", call.path()));
    }

    private static ObjectNode shown(OfferEvent event) {
        ObjectNode node = Json.object()
                .put("id", event.id())
                .put("occurredAt", Json.millis(event.occurredAt()))
                .put("type", event.type());
        node.putObject("offer").put("id", event.offerId());
        return node;
    }

    private static boolean fits(Call call, String parameter, String value) {
        List<String> wanted = call.query().all(parameter);
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static Answer ok(ObjectNode body) {
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }
}
