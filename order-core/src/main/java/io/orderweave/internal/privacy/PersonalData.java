package io.orderweave.internal.privacy;

import static io.orderweave.internal.privacy.Shape.HARMLESS;
import static io.orderweave.internal.privacy.Shape.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.EventName;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.QuarantineRecord;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.internal.journal.EventTypes;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.JournalRow;
import io.orderweave.store.StoredEffect;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one place that says what in the book is personal. A test holds it against every stored type, so that a new text must be declared
 * personal or reviewed as harmless. What only others know (events, effects and fields that are not the library's) is personal as a whole.
 */
public final class PersonalData {

    private static final Shape ADDRESS = personal("street", "city", "postalCode", "region");

    /** Companies too: a sole trader is a person. */
    private static final Shape PARTY = personal("personName", "company", "email", "phone")
            .with("address", ADDRESS)
            .with("taxIds", personal("value"));

    /** The point too: it tells near which door somebody lives. */
    private static final Shape POINT = personal("id", "name").with("address", ADDRESS);

    private static final Shape DESTINATION = HARMLESS.with("address", ADDRESS).with("point", POINT);

    /** Free texts count as personal whatever their authors were told. */
    static final Shape ORDER = personal("referrers")
            .with("buyer", PARTY)
            .with("invoiceParty", PARTY)
            .with("delivery", HARMLESS.with("recipient", PARTY).with("pickupPoint", POINT))
            .with("notes", personal("text"))
            .with("holds", personal("reason"));

    /** Some couriers write the postal code into the link. */
    static final Shape SHIPMENT = personal("trackingUrl").with("destination", DESTINATION);

    /** The seller is on it as well, and stays. */
    static final Shape DOCUMENT =
            HARMLESS.with("document", personal("reason").with("buyer", PARTY).with("recipient", PARTY));

    /** The specific symbol is the payer's to choose; the variable one is ours, or none of ours would have been found. */
    static final Shape TRANSACTION = HARMLESS.with(
            "transaction", personal("message", "counterpartyName", "counterpartyAccount", "specificSymbol"));

    static final Shape QUARANTINE = personal("detail");

    /** Refusals quote what was sent. */
    static final Shape EFFECT = personal("reason").with("attempts", personal("detail"));

    private static final Shape FOREIGN_EFFECT =
            personal("payload", "request", "answer", "reason").with("attempts", personal("detail"));

    private static final Shape SHIPMENT_EFFECT = EFFECT.with(
                    "request",
                    HARMLESS.with("request", HARMLESS.with("recipient", PARTY).with("destination", DESTINATION)))
            .with("answer", personal("trackingUrl"));

    /** The text too: it was made from the order. */
    private static final Shape NOTICE_EFFECT =
            EFFECT.with("request", HARMLESS.with("notice", personal("subject", "body", "email", "phone")));

    /** What is said to the buyer; the money goes back without it. */
    private static final Shape REFUND_EFFECT =
            EFFECT.with("payload", personal("comment")).with("request", personal("comment"));

    private static final Map<EffectKind, Shape> EFFECTS = Map.ofEntries(
            Map.entry(EffectKind.PROFORMA, EFFECT),
            Map.entry(EffectKind.INVOICE, EFFECT.with("payload", personal("reason"))),
            Map.entry(EffectKind.RENDER, EFFECT),
            Map.entry(EffectKind.SHIPMENT, SHIPMENT_EFFECT),
            Map.entry(EffectKind.SHIPMENT_CANCEL, EFFECT),
            Map.entry(EffectKind.LABEL, EFFECT),
            Map.entry(EffectKind.TRACKING, EFFECT),
            Map.entry(EffectKind.STATUS, EFFECT),
            Map.entry(EffectKind.UPLOAD, EFFECT),
            Map.entry(EffectKind.REFUND, REFUND_EFFECT),
            Map.entry(EffectKind.CANCELLATION, EFFECT),
            Map.entry(EffectKind.NOTICE, NOTICE_EFFECT),
            Map.entry(EffectKind.TIMER, EFFECT));

    /** They tell the channel ids, amounts and states, or nobody anything. */
    private static final Set<EffectKind> IMPERSONAL_EFFECTS = Set.of(
            EffectKind.STATUS,
            EffectKind.TRACKING,
            EffectKind.REFUND,
            EffectKind.CANCELLATION,
            EffectKind.SHIPMENT_CANCEL,
            EffectKind.TIMER);

    private static final Map<EventName, Shape> EVENTS = Map.of(
            OrderEvent.HoldPlaced.NAME, personal("reason"),
            OrderEvent.Cancelled.NAME, personal("reason"),
            DocumentEvent.CreditRequested.NAME, personal("reason"),
            EffectEvent.EffectRejected.NAME, personal("reason"),
            EffectEvent.EffectInDoubt.NAME, personal("reason"),
            EffectEvent.EffectCancelled.NAME, personal("reason"),
            EffectEvent.EffectResolved.NAME, personal("finding"),
            EffectEvent.EffectUnresolved.NAME, personal("reason"));

    private PersonalData() {}

    /** Whether the value stands where a personal one stood. */
    public static boolean isErased(JsonNode value) {
        return Shape.ERASED.equals(value);
    }

    /** The order without anything personal. */
    public static Order erased(Order order) {
        return ORDER.erase(order, Order.class);
    }

    /** Whether effects of the kind need a person's data to be done, or would bring it back. */
    public static boolean isNeededFor(EffectKind kind) {
        return !IMPERSONAL_EFFECTS.contains(kind);
    }

    static Shipment erased(Shipment shipment) {
        return SHIPMENT.erase(shipment, Shipment.class);
    }

    static DocumentRecord erased(DocumentRecord document) {
        return DOCUMENT.erase(document, DocumentRecord.class);
    }

    static TransactionRecord erased(TransactionRecord transaction) {
        return TRANSACTION.erase(transaction, TransactionRecord.class);
    }

    static QuarantineRecord erased(QuarantineRecord item) {
        return QUARANTINE.erase(item, QuarantineRecord.class);
    }

    static Decision erased(Decision decision) {
        Decision.Builder erased = Decision.builder();
        erased.from(decision);
        return erased.fired(decision.fired().stream().map(PersonalData::erased).toList())
                .build();
    }

    /** The JSON of an effect. */
    static JsonNode effect(StoredEffect effect) {
        return shapeOfEffect(new EffectKind(effect.kind())).erase(Json.tree(effect.json()));
    }

    /** The JSON of a journal entry. */
    static JsonNode entry(JournalRow row) {
        ObjectNode content = Json.tree(row.json()).deepCopy();
        content.set("event", event(EventName.parse(row.event()), content.path("event")));
        JsonNode difference = content.path("difference");
        if (Subject.parse(row.subject()).kind().equals(Subject.ORDER)) {
            content.set("difference", row.snapshot() ? ORDER.erase(difference) : ORDER.eraseDifference(difference));
        }
        JsonNode facts = content.path("facts");
        if (facts.isObject()) {
            content.set("facts", facts((ObjectNode) facts));
        }
        return content;
    }

    /** What rules had from beside the order: of the host's own fields nobody knows what they say. */
    private static ObjectNode facts(ObjectNode facts) {
        ObjectNode erased = facts.deepCopy();
        facts.fieldNames().forEachRemaining(field -> {
            if (!isImpersonal(field)) {
                erased.set(field, Json.object().set("text", Shape.ERASED));
            }
        });
        return erased;
    }

    static Shape shapeOfEffect(EffectKind kind) {
        return EFFECTS.getOrDefault(kind, FOREIGN_EFFECT);
    }

    static Shape shapeOfEvent(EventName name) {
        return EVENTS.getOrDefault(name, HARMLESS);
    }

    private static JsonNode event(EventName name, JsonNode event) {
        return EventTypes.isKnown(name) ? shapeOfEvent(name).erase(event) : Shape.ERASED;
    }

    private static RuleOutcome erased(RuleOutcome outcome) {
        List<Condition.Finding> findings =
                outcome.findings().stream().map(PersonalData::erased).toList();
        return new RuleOutcome(outcome.rule(), outcome.verdict(), findings);
    }

    /** Of the catalogue's fields only this reads anything personal; what is not in it, nobody knows. */
    private static boolean isImpersonal(String field) {
        return FieldCatalogue.standard().find(field).isPresent() && !field.equals(Field.REFERRERS.name());
    }

    private static Condition.Finding erased(Condition.Finding finding) {
        return isImpersonal(finding.field())
                ? finding
                : new Condition.Finding(
                        finding.field(),
                        Shape.ERASED.asText(),
                        finding.operator(),
                        finding.wanted(),
                        finding.verdict());
    }
}
