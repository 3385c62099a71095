package io.orderweave.order;

import io.orderweave.channel.ExternalRef;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import java.util.Optional;
import java.util.Set;

/**
 * The order book as hosts use it. Thread-safe.
 *
 * <p>Every command asks the host's policy, runs as one change in one transaction (the host's when one is open), goes through the
 * rules, and returns the order as it then is. A command that changes nothing is no change and leaves no trace.
 *
 * <p>Every command throws {@link io.orderweave.error.OrderweaveException}: NOT_FOUND when the order does not exist, FORBIDDEN when the
 * policy refuses, INVALID_REQUEST when it asks for what cannot be.
 */
public interface Orders {

    Optional<Order> find(OrderId id);

    Optional<Order> find(ExternalRef ref);

    OrderPage find(OrderQuery query);

    /** How many orders satisfy the query's filters. */
    long count(OrderQuery query);

    /** Takes an order placed by hand into the book; it is confirmed at once. */
    Order place(NewOrder order, Actor actor);

    /**
     * Sets the status.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when the catalogue does not allow the step
     */
    Order setStatus(OrderId id, StatusId status, Actor actor);

    Order addNote(OrderId id, String text, Note.Audience audience, Actor actor);

    Order addTag(OrderId id, String tag, Actor actor);

    Order removeTag(OrderId id, String tag, Actor actor);

    /** Blocks the order's irreversible effects; a second hold of the code replaces nothing. */
    Order hold(OrderId id, String code, String reason, Actor actor);

    /** Releases a hold and wakes what it blocked. */
    Order release(OrderId id, String code, Actor actor);

    /** Cancels the order in the book: planned effects that are no longer wanted are cancelled when they come due. */
    Order cancel(OrderId id, String reason, Actor actor);

    /**
     * Has the channel told that the seller cancels: plans an effect of kind {@code cancellation}, once for the same lines. It changes
     * nothing in the book: what is cancelled, the channel tells with its next news of the order. Asked again, one that was refused is
     * tried again; an order that its channel has cancelled stays as it is.
     *
     * @param lines empty for the whole order
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when the order came by no channel, the channel takes no
     *     cancellation for that reason, the order does not have the lines, or a piece of them is shipped
     */
    Order cancelAtChannel(OrderId id, Set<LineId> lines, CancellationReason reason, Actor actor);

    /**
     * Raises an event of the shop's own, a button or a barcode scan, that rules with a manual trigger listen to.
     *
     * @param event its name, for example {@code print-label}: 1 to 61 lower-case letters, digits and hyphens
     */
    Order raise(OrderId id, String event, Actor actor);

    /** Takes an order of history under the rules: from now on its events count. Nothing of the past is done. */
    Order adopt(OrderId id, Actor actor);
}
