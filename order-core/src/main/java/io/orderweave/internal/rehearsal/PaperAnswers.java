package io.orderweave.internal.rehearsal;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.effects.PaperCover;
import io.orderweave.internal.effects.PaperIssue;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.payment.Payment;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers effects that never happened: at once and with success, unless the order as it is would not let them. */
final class PaperAnswers {

    private final Setup setup;
    private final PaperDocuments documents;
    private final Function<PaymentId, Optional<Payment>> payments;

    PaperAnswers(Setup setup, PaperDocuments documents, Function<PaymentId, Optional<Payment>> payments) {
        this.setup = setup;
        this.documents = documents;
        this.payments = payments;
    }

    PaperAnswer answer(PlannedEffect effect, Order order, Instant now) {
        EffectKind kind = effect.key().kind();
        if (order.replacedBy().isPresent()) {
            return new PaperAnswer.NotWanted(
                    "replaced by order " + order.replacedBy().get());
        }
        if (kind.equals(EffectKind.PROFORMA) || kind.equals(EffectKind.INVOICE)) {
            return issue(effect, order, now);
        }
        if (kind.equals(EffectKind.SHIPMENT)) {
            return ship(effect, order);
        }
        if (kind.equals(EffectKind.TIMER)) {
            return order.phase().isFinal()
                    ? new PaperAnswer.NotWanted("order " + order.id() + " is " + order.phase())
                    : PaperAnswer.Done.telling(order, new EffectEvent.TimerElapsed(text(effect, "timer")));
        }
        return PaperAnswer.Done.telling(order, told(effect));
    }

    /** What the kinds that change nothing about the order tell. */
    private Event told(PlannedEffect effect) {
        EffectKind kind = effect.key().kind();
        if (kind.equals(EffectKind.RENDER)) {
            return document(effect)
                    .<Event>map(document -> new DocumentEvent.DocumentRendered(document.id(), document.kind()))
                    .orElseGet(() -> new EffectEvent.EffectDone(effect.key()));
        }
        if (kind.equals(EffectKind.UPLOAD)) {
            return document(effect)
                    .<Event>map(document -> new DocumentEvent.DocumentUploaded(document.id(), document.kind()))
                    .orElseGet(() -> new EffectEvent.EffectDone(effect.key()));
        }
        if (kind.equals(EffectKind.LABEL)) {
            ShipmentId shipment = new ShipmentId(text(effect, "shipment"));
            return new ShipmentEvent.LabelStored(shipment, trackingNumber(shipment));
        }
        if (kind.equals(EffectKind.TRACKING)) {
            return new ShipmentEvent.TrackingPublished(new ShipmentId(text(effect, "shipment")));
        }
        return new EffectEvent.EffectDone(effect.key());
    }

    private PaperAnswer issue(PlannedEffect effect, Order order, Instant now) {
        DocumentId id = new DocumentId(paperId(effect.key()));
        PaperIssue.Result result = new PaperIssue(setup.seller(order.seller()), documents.chain(), payments)
                .issue(effect, order, id, now);
        if (result instanceof PaperIssue.Result.NotWanted not) {
            return new PaperAnswer.NotWanted(not.reason());
        }
        if (result instanceof PaperIssue.Result.Impossible impossible) {
            return new PaperAnswer.Impossible(impossible.reason());
        }
        PaperIssue.Result.Issued issued = (PaperIssue.Result.Issued) result;
        documents.add(effect.key(), issued.document());
        return new PaperAnswer.Done(
                issued.order(),
                List.of(new DocumentEvent.DocumentIssued(
                        id, issued.document().kind(), issued.document().number())),
                List.of(PlannedEffect.builder()
                        .key(new EffectKey(Subject.of(order.id()), EffectKind.RENDER, id.value()))
                        .payload(Json.object().put("document", id.value()))
                        .build()));
    }

    private static PaperAnswer ship(PlannedEffect effect, Order order) {
        if (order.phase() == Phase.CANCELLED) {
            return new PaperAnswer.NotWanted("order " + order.id() + " is cancelled");
        }
        Optional<Order> shipped = PaperCover.shipped(order);
        if (shipped.isEmpty()) {
            return new PaperAnswer.NotWanted("order " + order.id() + " is shipped in full");
        }
        ShipmentId id = new ShipmentId(paperId(effect.key()));
        return new PaperAnswer.Done(
                shipped.get(),
                List.of(new ShipmentEvent.ShipmentCreated(id, trackingNumber(id))),
                List.of(PlannedEffect.builder()
                        .key(new EffectKey(Subject.of(order.id()), EffectKind.LABEL, id.value()))
                        .connection(effect.connection())
                        .payload(Json.object().put("shipment", id.value()))
                        .build()));
    }

    private Optional<Document> document(PlannedEffect effect) {
        return documents.chain().find(new DocumentId(text(effect, "document")));
    }

    private static String text(PlannedEffect effect, String part) {
        return effect.payload().path(part).asText();
    }

    /** The same in every rehearsal of the same history. */
    private static String paperId(EffectKey key) {
        return "rehearsed-" + Digest.id(key.toString());
    }

    private static String trackingNumber(ShipmentId shipment) {
        return PaperIssue.NUMBER + "-" + shipment;
    }
}
