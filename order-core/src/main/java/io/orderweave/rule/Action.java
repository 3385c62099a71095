package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.notice.Audience;
import io.orderweave.order.Note;
import io.orderweave.order.StatusIntent;
import io.orderweave.shipment.Parcel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
    @JsonSubTypes.Type(value = Action.CancelShipments.class, name = "cancel-shipments"),
    @JsonSubTypes.Type(value = Action.PublishStatus.class, name = "publish-status"),
    @JsonSubTypes.Type(value = Action.Notify.class, name = "notify"),
    @JsonSubTypes.Type(value = Action.Raise.class, name = "raise"),
    @JsonSubTypes.Type(value = Action.StartTimer.class, name = "start-timer"),
    @JsonSubTypes.Type(value = Action.CancelTimer.class, name = "cancel-timer"),
    @JsonSubTypes.Type(value = Action.Host.class, name = "host")
})
public sealed interface Action {

    /** What it takes from the event that triggers its rule. */
    default Optional<Need> needs() {
        return Optional.empty();
    }

    /** Whether what it leads to cannot be taken back; of a host's action its handler says. */
    default boolean irreversible() {
        return false;
    }

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
    record IssueDocument(DocumentKind kind, Optional<SeriesId> series) implements PlansOne {

        @Override
        public Optional<Need> needs() {
            return kind == DocumentKind.ADVANCE ? Optional.of(Need.PAYMENT) : Optional.empty();
        }

        @Override
        public boolean irreversible() {
            return kind != DocumentKind.PROFORMA;
        }
    }

    /**
     * Credits every live invoice and advance document of the order in full. Rules get nothing back to invoice.
     *
     * @param reason printed on the credit notes: a word that documents have a text for, for example {@code cancelled}, or a sentence
     * @param series empty: the seller's first series of credit notes
     */
    record CreditDocuments(String reason, Optional<SeriesId> series) implements Plans {

        /** Numbered by the seller's first series of credit notes. */
        public CreditDocuments(String reason) {
            this(reason, Optional.empty());
        }

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /**
     * Announces a shipment of everything not yet covered to a courier.
     *
     * @param courier the courier's connection
     * @param service the courier's code of the service; empty for its default
     * @param parcel the one parcel it is packed in
     */
    record CreateShipment(ConnectionId courier, Optional<String> service, Parcel parcel) implements PlansOne {

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /** Takes back, at their couriers, the order's shipments that have not left yet. */
    record CancelShipments() implements Plans {

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /** Gives the channel the document the event is about; triggered by {@code document.rendered}. */
    record UploadDocument() implements PlansOne {

        @Override
        public Optional<Need> needs() {
            return Optional.of(Need.RENDERED_DOCUMENT);
        }

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /** Tells the channel the tracking number of the shipment the event is about; triggered by {@code shipment.*}. */
    record PublishTracking() implements PlansOne {

        @Override
        public Optional<Need> needs() {
            return Optional.of(Need.SHIPMENT);
        }

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /** Tells the channel how far the order is, in place of or beside what the connection's status map tells. */
    record PublishStatus(StatusIntent intent) implements PlansOne {}

    /**
     * Sends a message, once for each cause.
     *
     * @param template the name of a template the hub was given
     * @param to who it is for
     * @param channel the channel of a notifier the hub was given, for example {@code email}
     */
    record Notify(String template, Audience to, String channel) implements PlansOne {

        @Override
        public boolean irreversible() {
            return true;
        }
    }

    /** Raises an event of that name, which rules with a {@link Trigger.Manual manual} trigger listen to. */
    record Raise(String event) implements OnOrder {}

    /** Raises {@code timer.elapsed} after a while. */
    record StartTimer(String timer, Duration after) implements PlansOne {}

    /** Ends the order's timers of that name that run. */
    record CancelTimer(String timer) implements Action {}

    /**
     * An action of the host's own.
     *
     * @param name the name of a {@link HostAction} the hub was given
     * @param with what the host's code is told
     */
    record Host(String name, Map<String, String> with) implements PlansOne {

        public Host {
            with = Map.copyOf(Objects.requireNonNullElse(with, Map.of()));
        }
    }
}
