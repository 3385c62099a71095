package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectEvent;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.internal.json.Json;
import io.orderweave.mapping.MappingEvent;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.order.OrderEvent;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.RuleEvent;
import io.orderweave.shipment.ShipmentEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every kind of event the library knows, by its stable name and version. */
public final class EventTypes {

    private static final Map<EventName, Class<? extends Event>> TYPES = new HashMap<>();

    static {
        TYPES.put(OrderEvent.Imported.NAME, OrderEvent.Imported.class);
        TYPES.put(OrderEvent.Placed.NAME, OrderEvent.Placed.class);
        TYPES.put(OrderEvent.ChangedByChannel.NAME, OrderEvent.ChangedByChannel.class);
        TYPES.put(OrderEvent.Confirmed.NAME, OrderEvent.Confirmed.class);
        TYPES.put(OrderEvent.StatusChanged.NAME, OrderEvent.StatusChanged.class);
        TYPES.put(OrderEvent.Cancelled.NAME, OrderEvent.Cancelled.class);
        TYPES.put(OrderEvent.CancellationAsked.NAME, OrderEvent.CancellationAsked.class);
        TYPES.put(OrderEvent.CancellationTold.NAME, OrderEvent.CancellationTold.class);
        TYPES.put(OrderEvent.Replaced.NAME, OrderEvent.Replaced.class);
        TYPES.put(OrderEvent.TookPlaceOf.NAME, OrderEvent.TookPlaceOf.class);
        TYPES.put(OrderEvent.Adopted.NAME, OrderEvent.Adopted.class);
        TYPES.put(OrderEvent.InvoicePartyChanged.NAME, OrderEvent.InvoicePartyChanged.class);
        TYPES.put(OrderEvent.Erased.NAME, OrderEvent.Erased.class);
        TYPES.put(OrderEvent.OrdersArchived.NAME, OrderEvent.OrdersArchived.class);
        TYPES.put(OrderEvent.StatusLasted.NAME, OrderEvent.StatusLasted.class);
        TYPES.put(OrderEvent.Raised.NAME, OrderEvent.Raised.class);
        TYPES.put(OrderEvent.HoldPlaced.NAME, OrderEvent.HoldPlaced.class);
        TYPES.put(OrderEvent.HoldReleased.NAME, OrderEvent.HoldReleased.class);
        TYPES.put(OrderEvent.NoteAdded.NAME, OrderEvent.NoteAdded.class);
        TYPES.put(OrderEvent.TagAdded.NAME, OrderEvent.TagAdded.class);
        TYPES.put(OrderEvent.TagRemoved.NAME, OrderEvent.TagRemoved.class);
        TYPES.put(PaymentEvent.PaymentReceived.NAME, PaymentEvent.PaymentReceived.class);
        TYPES.put(PaymentEvent.PaymentReduced.NAME, PaymentEvent.PaymentReduced.class);
        TYPES.put(PaymentEvent.RefundAsked.NAME, PaymentEvent.RefundAsked.class);
        TYPES.put(PaymentEvent.PaymentRefunded.NAME, PaymentEvent.PaymentRefunded.class);
        TYPES.put(PaymentEvent.PaymentOverdue.NAME, PaymentEvent.PaymentOverdue.class);
        TYPES.put(PaymentEvent.TransactionReceived.NAME, PaymentEvent.TransactionReceived.class);
        TYPES.put(PaymentEvent.TransactionMatched.NAME, PaymentEvent.TransactionMatched.class);
        TYPES.put(PaymentEvent.TransactionAssigned.NAME, PaymentEvent.TransactionAssigned.class);
        TYPES.put(PaymentEvent.TransactionUnmatched.NAME, PaymentEvent.TransactionUnmatched.class);
        TYPES.put(ShipmentEvent.ShipmentCreated.NAME, ShipmentEvent.ShipmentCreated.class);
        TYPES.put(ShipmentEvent.LabelStored.NAME, ShipmentEvent.LabelStored.class);
        TYPES.put(ShipmentEvent.TrackingChanged.NAME, ShipmentEvent.TrackingChanged.class);
        TYPES.put(ShipmentEvent.TrackingPublished.NAME, ShipmentEvent.TrackingPublished.class);
        TYPES.put(DocumentEvent.DocumentHandedIn.NAME, DocumentEvent.DocumentHandedIn.class);
        TYPES.put(DocumentEvent.DocumentRequested.NAME, DocumentEvent.DocumentRequested.class);
        TYPES.put(DocumentEvent.AdvanceRequested.NAME, DocumentEvent.AdvanceRequested.class);
        TYPES.put(DocumentEvent.CreditRequested.NAME, DocumentEvent.CreditRequested.class);
        TYPES.put(DocumentEvent.ReissueRequested.NAME, DocumentEvent.ReissueRequested.class);
        TYPES.put(DocumentEvent.DocumentIssued.NAME, DocumentEvent.DocumentIssued.class);
        TYPES.put(DocumentEvent.DocumentRendered.NAME, DocumentEvent.DocumentRendered.class);
        TYPES.put(DocumentEvent.DocumentUploaded.NAME, DocumentEvent.DocumentUploaded.class);
        TYPES.put(DocumentEvent.DocumentErased.NAME, DocumentEvent.DocumentErased.class);
        TYPES.put(DocumentEvent.DocumentDue.NAME, DocumentEvent.DocumentDue.class);
        TYPES.put(NoticeEvent.NoticeSent.NAME, NoticeEvent.NoticeSent.class);
        TYPES.put(MappingEvent.MappingsApplied.NAME, MappingEvent.MappingsApplied.class);
        TYPES.put(RuleEvent.RulesApplied.NAME, RuleEvent.RulesApplied.class);
        TYPES.put(RuleEvent.RulesRunByHand.NAME, RuleEvent.RulesRunByHand.class);
        TYPES.put(RuleEvent.LimitReached.NAME, RuleEvent.LimitReached.class);
        TYPES.put(RuleEvent.LimitCleared.NAME, RuleEvent.LimitCleared.class);
        TYPES.put(EffectEvent.EffectRejected.NAME, EffectEvent.EffectRejected.class);
        TYPES.put(EffectEvent.EffectInDoubt.NAME, EffectEvent.EffectInDoubt.class);
        TYPES.put(EffectEvent.EffectCancelled.NAME, EffectEvent.EffectCancelled.class);
        TYPES.put(EffectEvent.EffectDone.NAME, EffectEvent.EffectDone.class);
        TYPES.put(EffectEvent.EffectResolved.NAME, EffectEvent.EffectResolved.class);
        TYPES.put(EffectEvent.EffectUnresolved.NAME, EffectEvent.EffectUnresolved.class);
        TYPES.put(EffectEvent.EffectRequested.NAME, EffectEvent.EffectRequested.class);
        TYPES.put(EffectEvent.EffectsPaused.NAME, EffectEvent.EffectsPaused.class);
        TYPES.put(EffectEvent.EffectsResumed.NAME, EffectEvent.EffectsResumed.class);
        TYPES.put(EffectEvent.RecoveryBegun.NAME, EffectEvent.RecoveryBegun.class);
        TYPES.put(EffectEvent.RecoveryDocumentsComplete.NAME, EffectEvent.RecoveryDocumentsComplete.class);
        TYPES.put(EffectEvent.RecoveryFinished.NAME, EffectEvent.RecoveryFinished.class);
        TYPES.put(EffectEvent.EffectRearmed.NAME, EffectEvent.EffectRearmed.class);
        TYPES.put(EffectEvent.EffectConflict.NAME, EffectEvent.EffectConflict.class);
        TYPES.put(EffectEvent.TimerElapsed.NAME, EffectEvent.TimerElapsed.class);
        TYPES.put(ConfigurationChanged.NAME, ConfigurationChanged.class);
    }

    private EventTypes() {}

    /** Names without version, as triggers use them. */
    public static Set<String> names() {
        return TYPES.keySet().stream().map(EventName::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this version of the library knows the kind. */
    public static boolean isKnown(EventName name) {
        return TYPES.containsKey(name);
    }

    /** The event; empty when this version of the library does not know its kind. */
    static Optional<Event> read(EventName name, JsonNode json) {
        return Optional.ofNullable(TYPES.get(name)).map(type -> Json.read(json, type));
    }
}
