package io.orderweave.internal.book;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.Phase;
import io.orderweave.payment.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What a timer is for: the payload of its effect. When its time has come it raises an event, if what it watches is still so. Pure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "watches")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TimerIntent.Named.class, name = "named"),
    @JsonSubTypes.Type(value = TimerIntent.InStatus.class, name = "status"),
    @JsonSubTypes.Type(value = TimerIntent.Unpaid.class, name = "payment"),
    @JsonSubTypes.Type(value = TimerIntent.Due.class, name = "document")
})
public sealed interface TimerIntent {

    /** Tells it from other timers of the same cause. */
    String name();

    /** What it raises. */
    Event event();

    /** Why it raises nothing as things are now. */
    Optional<String> obstacle(Order order, Supplier<DocumentChain> documents);

    /** The effect that is this timer. */
    default PlannedEffect effect(OrderId order, Origin origin, Instant at) {
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order), EffectKind.TIMER, name() + "/" + origin.digest()))
                .payload(Json.tree(this))
                .notBefore(at)
                .build();
    }

    /** A rule started it. */
    record Named(String timer) implements TimerIntent {

        @Override
        public String name() {
            return timer;
        }

        @Override
        public Event event() {
            return new EffectEvent.TimerElapsed(timer);
        }

        @Override
        public Optional<String> obstacle(Order order, Supplier<DocumentChain> documents) {
            return order.phase().isFinal()
                    ? Optional.of("order " + order.id() + " is " + order.phase())
                    : Optional.empty();
        }
    }

    /** A rule waits for the order to have been in the status for so long. */
    record InStatus(
            @JsonProperty("status") StatusId status,
            @JsonProperty("for") Duration duration,
            @JsonProperty("since") Instant since)
            implements TimerIntent {

        @Override
        public String name() {
            return "status:" + status + "/" + duration;
        }

        @Override
        public Event event() {
            return new OrderEvent.StatusLasted(status, duration);
        }

        /** One that left the status and came back is watched anew. */
        @Override
        public Optional<String> obstacle(Order order, Supplier<DocumentChain> documents) {
            return order.status().equals(status) && order.statusSince().equals(Optional.of(since))
                    ? Optional.empty()
                    : Optional.of("order " + order.id() + " has left status " + status);
        }
    }

    /** A rule waits for the order to be unpaid for so long. */
    record Unpaid(Duration after) implements TimerIntent {

        @Override
        public String name() {
            return "payment:" + after;
        }

        @Override
        public Event event() {
            return new PaymentEvent.PaymentOverdue(after);
        }

        @Override
        public Optional<String> obstacle(Order order, Supplier<DocumentChain> documents) {
            return notOwing(order);
        }
    }

    /** A rule waits for a document to be due for so long. */
    record Due(DocumentId document, DocumentKind kind, Duration after) implements TimerIntent {

        @Override
        public String name() {
            return "document:" + document + "/" + after;
        }

        @Override
        public Event event() {
            return new DocumentEvent.DocumentDue(document, kind, after);
        }

        @Override
        public Optional<String> obstacle(Order order, Supplier<DocumentChain> documents) {
            return notOwing(order)
                    .or(() -> documents
                            .get()
                            .creditNoteOf(document)
                            .map(note -> "document " + document + " is credited by " + note.number()));
        }
    }

    private static Optional<String> notOwing(Order order) {
        if (order.phase() == Phase.CANCELLED) {
            return Optional.of("order " + order.id() + " is cancelled");
        }
        return order.openAmount().isPositive() ? Optional.empty() : Optional.of("order " + order.id() + " is paid");
    }
}
