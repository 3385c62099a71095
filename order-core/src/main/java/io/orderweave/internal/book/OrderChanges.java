package io.orderweave.internal.book;

import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.id.LineId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Hold;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderLine;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.party.Party;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of an order, as pure functions. One that changes nothing has no event. */
public final class OrderChanges {

    private OrderChanges() {}

    /** Nothing changes. */
    public static Outcome none(Order order) {
        return new Outcome(order, List.of());
    }

    /** Enters a status, whether or not the catalogue foresees the step; to enter one of phase CANCELLED is to cancel. */
    public static Outcome setStatus(Order order, StatusId status, StatusCatalogue statuses) {
        if (order.status().equals(status)) {
            return none(order);
        }
        if (statuses.phase(status) == Phase.CANCELLED && order.phase() != Phase.CANCELLED) {
            return cancel(order, "status " + status, Optional.of(status), statuses);
        }
        return enter(order, status, statuses);
    }

    private static Outcome enter(Order order, StatusId status, StatusCatalogue statuses) {
        Order changed =
                order.toBuilder().status(status).phase(statuses.phase(status)).build();
        return new Outcome(changed, List.of(new OrderEvent.StatusChanged(order.status(), status)));
    }

    public static Outcome addTag(Order order, String tag) {
        if (order.tags().contains(tag)) {
            return none(order);
        }
        return new Outcome(order.toBuilder().addTag(tag).build(), List.of(new OrderEvent.TagAdded(tag)));
    }

    public static Outcome removeTag(Order order, String tag) {
        if (!order.tags().contains(tag)) {
            return none(order);
        }
        List<String> kept =
                order.tags().stream().filter(other -> !other.equals(tag)).toList();
        return new Outcome(order.toBuilder().tags(kept).build(), List.of(new OrderEvent.TagRemoved(tag)));
    }

    public static Outcome addNote(Order order, String text, Note.Audience audience, Actor author, Instant now) {
        Order changed =
                order.toBuilder().addNote(new Note(text, audience, author, now)).build();
        return new Outcome(changed, List.of(new OrderEvent.NoteAdded(audience)));
    }

    public static Outcome hold(
            Order order, String code, String reason, Optional<String> releasableBy, Actor actor, Instant now) {
        if (order.hold(code).isPresent()) {
            return none(order);
        }
        Hold hold = Hold.builder()
                .code(code)
                .reason(reason)
                .placedBy(actor)
                .placedAt(now)
                .releasableBy(releasableBy)
                .build();
        return new Outcome(
                order.toBuilder().addHold(hold).build(),
                List.of(new OrderEvent.HoldPlaced(code, reason, releasableBy)));
    }

    public static Outcome release(Order order, String code) {
        if (order.hold(code).isEmpty()) {
            return none(order);
        }
        List<Hold> kept =
                order.holds().stream().filter(hold -> !hold.code().equals(code)).toList();
        return new Outcome(order.toBuilder().holds(kept).build(), List.of(new OrderEvent.HoldReleased(code)));
    }

    /** Cancels what is not shipped; the status becomes the catalogue's first of phase CANCELLED, where it has one. */
    public static Outcome cancel(Order order, String reason, StatusCatalogue statuses) {
        return cancel(order, reason, statuses.firstOf(Phase.CANCELLED), statuses);
    }

    /** As {@link #cancel(Order, String, StatusCatalogue)}, into a status of the caller's choice. */
    public static Outcome cancel(Order order, String reason, Optional<StatusId> status, StatusCatalogue statuses) {
        if (order.phase() == Phase.CANCELLED) {
            return none(order);
        }
        Progress progress = order.progress();
        for (OrderLine line : order.lines()) {
            progress = progress.withLine(line.id(), done -> cancelRest(line, done));
        }
        Order cancelled = order.toBuilder().progress(progress).build();
        List<Event> events = new ArrayList<>();
        events.add(new OrderEvent.Cancelled(reason));
        if (status.isPresent()) {
            Outcome moved = enter(cancelled, status.get(), statuses);
            cancelled = moved.order();
            events.addAll(moved.events());
        }
        return new Outcome(cancelled, events);
    }

    private static LineProgress cancelRest(OrderLine line, LineProgress done) {
        return done.toBuilder()
                .cancelled(Math.max(done.cancelled(), line.quantity() - done.shipped()))
                .build();
    }

    /**
     * A shipment does not go: what was in it is in no live shipment any more.
     *
     * @param before the shipment while it was live
     */
    public static Outcome shipmentCancelled(Order order, Shipment before) {
        return new Outcome(
                order.toBuilder().progress(uncovered(order.progress(), before)).build(),
                List.of(new ShipmentEvent.TrackingChanged(
                        before.id(), before.trackingNumber(), before.status(), TrackingStatus.CANCELLED)));
    }

    /** The progress without a shipment's pieces. */
    public static Progress uncovered(Progress progress, Shipment shipment) {
        Progress open = progress;
        for (Map.Entry<LineId, Integer> line : shipment.lines().entrySet()) {
            open = open.withLine(
                    line.getKey(),
                    done -> done.toBuilder()
                            .covered(Math.max(0, done.covered() - line.getValue()))
                            .build());
        }
        return open;
    }

    /** Says whom to invoice. Documents that are issued keep the party they were issued to. */
    public static Outcome invoice(Order order, Party party) {
        if (order.invoicePartyFixed() && order.invoiceParty().equals(Optional.of(party))) {
            return none(order);
        }
        return new Outcome(
                order.toBuilder().invoiceParty(party).invoicePartyFixed(true).build(),
                List.of(new OrderEvent.InvoicePartyChanged()));
    }

    /** Raises an event of the shop's own; the order stays as it is. */
    public static Outcome raise(Order order, String event) {
        return new Outcome(order, List.of(new OrderEvent.Raised(event)));
    }

    public static Outcome adopt(Order order) {
        if (!order.history()) {
            return none(order);
        }
        return new Outcome(order.toBuilder().history(false).build(), List.of(new OrderEvent.Adopted()));
    }
}
