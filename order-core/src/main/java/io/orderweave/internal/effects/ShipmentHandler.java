package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Lookup;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler;
import io.orderweave.effect.Resolution;
import io.orderweave.event.Subject;
import io.orderweave.id.LineId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.json.Json;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Announces a shipment of everything no live shipment covers to a courier. */
public final class ShipmentHandler implements RemoteEffectHandler {

    private static final int LONGEST_REFERENCE_STEM = 26;

    private final Book book;
    private final Outside outside;

    public ShipmentHandler(Book book, Outside outside) {
        this.book = book;
        this.outside = outside;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.SHIPMENT;
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public Resolution resolution(Effect effect) {
        return courier(effect).search().isPresent() ? Resolution.LOOKUP : Resolution.PERSON;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return courier(effect).profile().callDeadline();
    }

    @Override
    public Duration settleTime(Effect effect) {
        return courier(effect).profile().settleTime();
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Order order = context.order();
        if (order.phase() == Phase.CANCELLED) {
            return new Readiness.NotWanted("order " + order.id() + " is cancelled");
        }
        Map<LineId, Integer> pieces = Cover.unshipped(order);
        if (pieces.isEmpty()) {
            return new Readiness.NotWanted("order " + order.id() + " is shipped in full");
        }
        Optional<Party> recipient = order.delivery().recipient().map(party -> reachable(party, order.buyer()));
        Optional<Destination> destination = destination(order);
        if (recipient.isEmpty() || destination.isEmpty()) {
            return new Readiness.Impossible(
                    "order " + order.id() + " has neither a delivery address nor a pickup point with a recipient");
        }
        JsonNode choice = context.effect().payload();
        ShipmentRequest request = ShipmentRequest.builder()
                .reference(reference(order, context.effect()))
                .recipient(recipient.get())
                .destination(destination.get())
                .addParcel(Json.read(choice.get("parcel"), Parcel.class))
                .service(Optional.ofNullable(choice.get("service")).map(JsonNode::asText))
                .collectOnDelivery(toCollect(order))
                .value(order.total())
                .build();
        return new Readiness.Ready(Json.tree(new Frozen(request, pieces)));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return answer(courier(call).create(frozen(call).request()));
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        return answer(courier(call).resume(handle));
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        Lookup found =
                courier(call).search().orElseThrow().find(frozen(call).request().reference());
        if (found instanceof Lookup.Found it) {
            // What is known is the courier's id; resuming by it tells the tracking number.
            return new RemoteLookup.Underway(it.reference().orElseThrow());
        }
        return Answers.of(found);
    }

    /**
     * Of one number alone nobody knows which of the two it is, and the wrong one as tracking number would go out to the channel and the
     * buyer: at Packeta the number is Z and the id.
     */
    @Override
    @SuppressWarnings("StringSplitter") // an empty reference gives one empty part, which is refused
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        String[] parts = reference.trim().split("\\s+");
        return parts.length == 2
                ? Optional.of(Json.tree(new Announced(parts[0], parts[1], Optional.empty())))
                : Optional.empty();
    }

    @Override
    public Optional<String> expectedReference() {
        return Optional.of("the courier's shipment id, a space and the tracking number, also where they are the same");
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Announced announced = Json.read(answer, Announced.class);
        Effect effect = context.effect();
        Frozen frozen = Json.read(effect.request().orElseThrow(), Frozen.class);
        Shipment shipment = Shipment.builder()
                .id(new ShipmentId(book.newId()))
                .order(context.order().id())
                .courier(effect.connection().orElseThrow())
                .reference(frozen.request().reference())
                .lines(frozen.pieces())
                .parcels(frozen.request().parcels())
                .destination(frozen.request().destination())
                .collectOnDelivery(frozen.request().collectOnDelivery())
                .courierShipmentId(announced.shipmentId())
                .trackingNumber(announced.trackingNumber())
                .trackingUrl(announced.trackingUrl())
                .status(TrackingStatus.ANNOUNCED)
                .createdAt(context.now())
                .build();
        book.shipments().insertNew(shipment);
        context.change(order -> new EffectContext.Outcome(
                order.toBuilder()
                        .progress(Cover.shipped(order.progress(), frozen.pieces()))
                        .build(),
                List.of(new ShipmentEvent.ShipmentCreated(shipment.id(), shipment.trackingNumber()))));
        context.plan(PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(context.order().id()),
                        EffectKind.LABEL,
                        shipment.id().value()))
                .connection(shipment.courier())
                .payload(Json.object().put("shipment", shipment.id().value()))
                .build());
    }

    /** What is sent, and which pieces are in it. */
    record Frozen(ShipmentRequest request, Map<LineId, Integer> pieces) {}

    /** What the courier answered. */
    record Announced(String shipmentId, String trackingNumber, Optional<String> trackingUrl) {}

    private static RemoteAnswer answer(CreateAnswer answer) {
        if (answer instanceof CreateAnswer.Created created) {
            return new RemoteAnswer.Done(
                    Json.tree(new Announced(created.shipmentId(), created.trackingNumber(), created.trackingUrl())),
                    Optional.of(created.shipmentId()));
        }
        if (answer instanceof CreateAnswer.Accepted accepted) {
            return new RemoteAnswer.Accepted(accepted.handle(), accepted.lookAgainAfter(), accepted.giveUpAfter());
        }
        CreateAnswer.Rejected rejected = (CreateAnswer.Rejected) answer;
        return new RemoteAnswer.Rejected(String.join("; ", rejected.reasons()));
    }

    static Optional<Destination> destination(Order order) {
        if (order.delivery().pickupPoint().isPresent()) {
            return order.delivery().pickupPoint().map(Destination.ToPoint::new);
        }
        Optional<PostalAddress> address = order.delivery().recipient().flatMap(Party::address);
        return address.map(Destination.ToAddress::new);
    }

    /** Couriers write to whom they deliver; where the channel tells no way to reach the recipient, the buyer is asked. */
    private static Party reachable(Party recipient, Party buyer) {
        Party.Builder party = Party.builder();
        party.from(recipient);
        return party.email(recipient.email().or(buyer::email))
                .phone(recipient.phone().or(buyer::phone))
                .build();
    }

    private static Optional<Money> toCollect(Order order) {
        return Optional.of(order.openAmount())
                .filter(open -> order.payment().timing() == PaymentTerms.Timing.ON_DELIVERY && open.isPositive());
    }

    /**
     * Another arming is another shipment to the courier: some answer a known reference with the cancelled one. The end of the order's id
     * tells it from others; its beginning is a moment, which orders share.
     */
    private static String reference(Order order, Effect effect) {
        String id = order.id().value();
        return id.substring(Math.max(0, id.length() - LONGEST_REFERENCE_STEM)) + "-" + effect.arming();
    }

    private Frozen frozen(RemoteCall call) {
        return Json.read(call.request(), Frozen.class);
    }

    private Courier courier(Effect effect) {
        return outside.courier(effect.connection().orElseThrow());
    }

    private Courier courier(RemoteCall call) {
        return outside.courier(call.connection().orElseThrow());
    }
}
