package io.orderweave.order;

import io.orderweave.channel.ExternalRef;
import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can happen to an order as such; the features declare what happens to it through them. */
public sealed interface OrderEvent extends Event {

    /** A channel's order entered the book. */
    record Imported(ExternalRef ref, String channelTerm, boolean history) implements OrderEvent {
        public static final EventName NAME = new EventName("order.imported", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person or the host placed the order by hand. */
    record Placed() implements OrderEvent {
        public static final EventName NAME = new EventName("order.placed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel changed the order.
     *
     * @param parts what changed: names of {@link Order} parts, for example {@code delivery}
     */
    record ChangedByChannel(List<String> parts, String channelTerm) implements OrderEvent {
        public static final EventName NAME = new EventName("order.changed-by-channel", 1);

        public ChangedByChannel {
            parts = List.copyOf(parts);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The order became certain: imported as such, confirmed later by its channel, or placed by hand. Once per order. */
    record Confirmed() implements OrderEvent {
        public static final EventName NAME = new EventName("order.confirmed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The status changed. */
    record StatusChanged(StatusId from, StatusId to) implements OrderEvent {
        public static final EventName NAME = new EventName("order.status-changed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The order was cancelled, by its channel or by the shop. */
    record Cancelled(String reason) implements OrderEvent {
        public static final EventName NAME = new EventName("order.cancelled", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel is to be told that the seller cancels.
     *
     * @param lines empty for the whole order
     */
    record CancellationAsked(Set<LineId> lines, CancellationReason reason) implements OrderEvent {
        public static final EventName NAME = new EventName("order.cancellation-asked", 1);

        public CancellationAsked {
            lines = Set.copyOf(lines);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel knows that the seller cancels. What is cancelled by that, the channel tells with its next news of the order.
     *
     * @param lines empty for the whole order
     */
    record CancellationTold(Set<LineId> lines, CancellationReason reason) implements OrderEvent {
        public static final EventName NAME = new EventName("order.cancellation-told", 1);

        public CancellationTold {
            lines = Set.copyOf(lines);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Another order took this one's place; this one is closed. */
    record Replaced(OrderId by) implements OrderEvent {
        public static final EventName NAME = new EventName("order.replaced", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** This order took the place of others. */
    record TookPlaceOf(List<OrderId> orders) implements OrderEvent {
        public static final EventName NAME = new EventName("order.took-place-of", 1);

        public TookPlaceOf {
            orders = List.copyOf(orders);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person took an order of history under the rules. */
    record Adopted() implements OrderEvent {
        public static final EventName NAME = new EventName("order.adopted", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person said whom to invoice; the party is in the order. */
    record InvoicePartyChanged() implements OrderEvent {
        public static final EventName NAME = new EventName("order.invoice-party-changed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The personal data of the order was erased, everywhere.
     *
     * @param reason for example the number of the request; no personal data
     */
    record Erased(String reason) implements OrderEvent {
        public static final EventName NAME = new EventName("order.erased", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * Closed orders were moved aside, each with its history. Subject: the configuration of the archive.
     *
     * @param orders how many
     * @param placedBefore how old they were at least
     */
    record OrdersArchived(int orders, Instant placedBefore) implements OrderEvent {
        public static final EventName NAME = new EventName("orders.archived", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** Irreversible effects are blocked from here. */
    record HoldPlaced(String code, String reason, Optional<String> releasableBy) implements OrderEvent {
        public static final EventName NAME = new EventName("order.hold-placed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A hold is gone. */
    record HoldReleased(String code) implements OrderEvent {
        public static final EventName NAME = new EventName("order.hold-released", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A note was added; its text is in the order. */
    record NoteAdded(Note.Audience audience) implements OrderEvent {
        public static final EventName NAME = new EventName("order.note-added", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A tag was added. */
    record TagAdded(String tag) implements OrderEvent {
        public static final EventName NAME = new EventName("order.tag-added", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A tag was removed. */
    record TagRemoved(String tag) implements OrderEvent {
        public static final EventName NAME = new EventName("order.tag-removed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The order has been in the status for that long without a break. */
    record StatusLasted(StatusId status, Duration duration) implements OrderEvent {
        public static final EventName NAME = new EventName("order.status-lasted", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * A person, the host or a rule raised an event of the shop's own.
     *
     * @param name for example {@code print-label}
     */
    record Raised(String name) implements OrderEvent {
        public static final EventName NAME = new EventName("order.raised", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
