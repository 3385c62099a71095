package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Note;
import io.orderweave.shipment.Parcel;
import java.time.Duration;
import java.util.Optional;

/** What a rule wants done. A value: it does nothing by itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.SetStatus.class, name = "set-status"),
    @JsonSubTypes.Type(value = Action.AddTag.class, name = "add-tag"),
    @JsonSubTypes.Type(value = Action.RemoveTag.class, name = "remove-tag"),
    @JsonSubTypes.Type(value = Action.AddNote.class, name = "add-note"),
    @JsonSubTypes.Type(value = Action.PlaceHold.class, name = "hold"),
    @JsonSubTypes.Type(value = Action.ReleaseHold.class, name = "release"),
    @JsonSubTypes.Type(value = Action.IssueDocument.class, name = "issue-document"),
    @JsonSubTypes.Type(value = Action.CreditDocuments.class, name = "credit-documents"),
    @JsonSubTypes.Type(value = Action.CreateShipment.class, name = "create-shipment"),
    @JsonSubTypes.Type(value = Action.UploadDocument.class, name = "upload-document"),
    @JsonSubTypes.Type(value = Action.PublishTracking.class, name = "publish-tracking"),
    @JsonSubTypes.Type(value = Action.StartTimer.class, name = "start-timer")
})
public sealed interface Action {

    /** An action that changes the order itself. */
    sealed interface OnOrder extends Action {}

    /** An action that plans effects. */
    sealed interface Plans extends Action {}

    /** An action that plans one effect at most. */
    sealed interface PlansOne extends Plans {}

    /** Sets the order's status. */
    record SetStatus(StatusId status) implements OnOrder {}

    /** Adds a tag. */
    record AddTag(String tag) implements OnOrder {}

    /** Removes a tag. */
    record RemoveTag(String tag) implements OnOrder {}

    /** Adds a note. */
    record AddNote(String text, Note.Audience audience) implements OnOrder {}

    /** Blocks irreversible effects of the order. */
    record PlaceHold(String code, String reason, Optional<String> releasableBy) implements OnOrder {}

    /** Releases a hold. */
    record ReleaseHold(String code) implements OnOrder {}

    /**
     * Issues a proforma, the final invoice over everything that was never invoiced, or the advance document of the payment the event
     * is about; the last is triggered by {@code payment.received}.
     *
     * @param series empty: the seller's first series of the kind
     */
    record IssueDocument(DocumentKind kind, Optional<SeriesId> series) implements PlansOne {}

    /**
     * Credits every live invoice and advance document of the order in full. Rules get nothing back to invoice.
     *
     * @param reason printed on the credit notes: a word that documents have a text for, for example {@code cancelled}, or a sentence
     */
    record CreditDocuments(String reason) implements Plans {}

    /**
     * Announces a shipment of everything not yet covered to a courier.
     *
     * @param courier the courier's connection
     * @param service the courier's code of the service; empty for its default
     * @param parcel the one parcel it is packed in
     */
    record CreateShipment(ConnectionId courier, Optional<String> service, Parcel parcel) implements PlansOne {}

    /** Gives the channel the document the event is about; triggered by {@code document.rendered}. */
    record UploadDocument() implements PlansOne {}

    /** Tells the channel the tracking number of the shipment the event is about; triggered by {@code shipment.*}. */
    record PublishTracking() implements PlansOne {}

    /** Raises {@code timer.elapsed} after a while. */
    record StartTimer(String timer, Duration after) implements PlansOne {}
}
