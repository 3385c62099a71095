package io.orderweave.internal.rehearsal;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectContext.Outcome;
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
import io.orderweave.internal.book.NoticePlans;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.TimerIntent;
import io.orderweave.internal.effects.PaperIssue;
import io.orderweave.internal.effects.PaperShipping;
import io.orderweave.internal.json.Json;
import io.orderweave.notice.NoticeEvent;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers effects that never happened: at once and with success, unless the order as it is would not let them. */
final class PaperAnswers {

    private final Setup setup;
    private final PaperDocuments documents;
    private final PaperShipments shipments;
    private final Function<PaymentId, Optional<Payment>> payments;

    PaperAnswers(
            Setup setup,
            PaperDocuments documents,
            PaperShipments shipments,
            Function<PaymentId, Optional<Payment>> payments) {
        this.setup = setup;
        this.documents = documents;
        this.shipments = shipments;
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
            return ship(effect, order, now);
        }
        if (kind.equals(EffectKind.SHIPMENT_CANCEL)) {
            return takeBack(effect, order);
        }
        if (kind.equals(EffectKind.TIMER)) {
            TimerIntent intent = Json.read(effect.payload(), TimerIntent.class);
            Optional<String> obstacle = intent.obstacle(order, documents::chain);
            return obstacle.isPresent()
                    ? new PaperAnswer.NotWanted(obstacle.get())
                    : PaperAnswer.Done.telling(order, intent.event());
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
            return shipment(effect)
                    .<Event>map(shipment -> new ShipmentEvent.LabelStored(shipment.id(), shipment.trackingNumber()))
                    .orElseGet(() -> new EffectEvent.EffectDone(effect.key()));
        }
        if (kind.equals(EffectKind.TRACKING)) {
            return new ShipmentEvent.TrackingPublished(new ShipmentId(text(effect, "shipment")));
        }
        if (kind.equals(EffectKind.NOTICE)) {
            NoticePlans.Choice choice = Json.read(effect.payload(), NoticePlans.Choice.class);
            return new NoticeEvent.NoticeSent(choice.template(), choice.channel(), choice.to());
        }
        return new EffectEvent.EffectDone(effect.key());
    }

    private PaperAnswer issue(PlannedEffect effect, Order order, Instant now) {
        DocumentId id = new DocumentId(paperId(effect.key()));
        PaperIssue.Result result =
                new PaperIssue(setup.seller(order.seller()), documents.chain(), payments).issue(effect, order, id, now);
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

    private PaperAnswer ship(PlannedEffect effect, Order order, Instant now) {
        ShipmentId id = new ShipmentId(paperId(effect.key()));
        PaperShipping.Result result = PaperShipping.announce(effect, order, id, now);
        if (result instanceof PaperShipping.Result.NotWanted not) {
            return new PaperAnswer.NotWanted(not.reason());
        }
        if (result instanceof PaperShipping.Result.Impossible impossible) {
            return new PaperAnswer.Impossible(impossible.reason());
        }
        PaperShipping.Result.Announced announced = (PaperShipping.Result.Announced) result;
        shipments.add(announced.shipment());
        return new PaperAnswer.Done(
                announced.order(),
                List.of(new ShipmentEvent.ShipmentCreated(
                        id, announced.shipment().trackingNumber())),
                List.of(PlannedEffect.builder()
                        .key(new EffectKey(Subject.of(order.id()), EffectKind.LABEL, id.value()))
                        .connection(effect.connection())
                        .payload(Json.object().put("shipment", id.value()))
                        .build()));
    }

    private PaperAnswer takeBack(PlannedEffect effect, Order order) {
        Optional<Shipment> shipment = shipment(effect).filter(Shipment::isLive);
        if (shipment.isEmpty()) {
            return new PaperAnswer.NotWanted("the shipment is cancelled");
        }
        if (shipment.get().status().isDispatched()) {
            return new PaperAnswer.Impossible("the shipment has left");
        }
        Outcome cancelled = OrderChanges.shipmentCancelled(order, shipment.get());
        return new PaperAnswer.Done(cancelled.order(), cancelled.events(), List.of());
    }

    private Optional<Shipment> shipment(PlannedEffect effect) {
        return shipments.find(new ShipmentId(text(effect, "shipment")));
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
}
