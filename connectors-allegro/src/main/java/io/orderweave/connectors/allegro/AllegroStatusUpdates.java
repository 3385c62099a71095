package io.orderweave.connectors.allegro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.order.StatusIntent;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the seller's status of an order. Allegro takes a hidden number of writes per order and then refuses all, so the form is read
 * first and written only where it differs, with the revision just read; when the buyer changes the order in between, once more.
 */
final class AllegroStatusUpdates implements StatusUpdates {

    private static final int CONFLICT = 409;

    private final AllegroApi api;

    AllegroStatusUpdates(AllegroApi api) {
        this.api = api;
    }

    @Override
    public Set<StatusIntent> supported() {
        return AllegroTerms.intents();
    }

    @Override
    public WriteAnswer update(StatusUpdate update) {
        Attempt first = attempt(update);
        Attempt last = first.answer().isPresent() ? first : attempt(update);
        return last.answer()
                .orElseThrow(() -> OutsideFault.of(
                                FaultCategory.TRANSIENT,
                                Reached.NO,
                                "allegro setFulfillment: the order changed twice while its status was being set")
                        .remoteRequestId(last.requestId())
                        .build());
    }

    private Attempt attempt(StatusUpdate update) {
        Reply<RawJson> reply = api.checkoutForm(update.externalId());
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return Attempt.answered(new WriteAnswer.Rejected("the order cannot be read: " + refused.reason()));
        }
        RawJson form = ((Reply.Done<RawJson>) reply).body();
        if (AllegroTerms.CANCELLED.equals(form.tree().path("status").asText())) {
            return Attempt.answered(new WriteAnswer.Rejected("the order was cancelled at Allegro"));
        }
        if (AllegroTerms.isOfShipping(update.intent()) && AllegroFlags.isFulfilledByAllegro(form.tree())) {
            return Attempt.answered(new WriteAnswer.Rejected(AllegroTerms.SHIPPED_BY_ALLEGRO));
        }
        AllegroFulfillmentDto wanted = wanted(update);
        return has(form, wanted)
                ? Attempt.answered(new WriteAnswer.AlreadyApplied(Optional.empty()))
                : write(update.externalId(), form.tree().path("revision").textValue(), wanted);
    }

    private Attempt write(String formId, @Nullable String revision, AllegroFulfillmentDto wanted) {
        Reply<NoBody> reply = api.setFulfillment(formId, revision, wanted);
        if (reply instanceof Reply.Refused<NoBody> refused) {
            return refused.status() == CONFLICT
                    ? new Attempt(Optional.empty(), refused.requestId())
                    : Attempt.answered(new WriteAnswer.Rejected(refused.reason()));
        }
        return Attempt.answered(WriteAnswer.applied());
    }

    private static AllegroFulfillmentDto wanted(StatusUpdate update) {
        String status = AllegroTerms.fulfillment(update.intent());
        return status.equals(AllegroTerms.SENT)
                ? new AllegroFulfillmentDto(
                        status, new AllegroFulfillmentDto.ShipmentSummary(update.allShipped() ? "ALL" : "SOME"))
                : new AllegroFulfillmentDto(status, null);
    }

    /** Whether the form shows what is wanted; of what is sent, only that all is sent after some was is news. */
    private static boolean has(RawJson form, AllegroFulfillmentDto wanted) {
        String status = form.tree().path("fulfillment").path("status").asText();
        String sent = form.tree()
                .path("fulfillment")
                .path("shipmentSummary")
                .path("lineItemsSent")
                .asText();
        boolean moreIsSent = sent.equals("SOME") && "ALL".equals(wanted.lineItemsSent());
        return status.equals(wanted.status()) && !moreIsSent;
    }

    /**
     * One reading and, where needed, writing.
     *
     * @param answer empty when the order changed between reading and writing
     */
    private record Attempt(Optional<WriteAnswer> answer, Optional<String> requestId) {

        static Attempt answered(WriteAnswer answer) {
            return new Attempt(Optional.of(answer), Optional.empty());
        }
    }
}
