package io.orderweave.privacy;

import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;

/**
 * Erases personal data, as a customer may ask and as the law asks after a while. Every personal value becomes the word {@code erased}
 * wherever it lies: orders, their history, decisions, effects, shipments and labels, bank transactions, quarantined documents. Ids,
 * amounts, countries, quantities, states and moments stay, so that sums, cover and the reasons of effects hold. Thread-safe.
 *
 * <p>Every command asks the host's policy and may be repeated: it goes on where it was cut off, finds what has come in since, and does
 * nothing where nothing is left to do.
 */
public interface Privacy {

    /**
     * Erases one order, with those it replaced or was replaced by: they are one sale. One transaction, entered in the journal as
     * {@code order.erased}; the host's {@link io.orderweave.order.OrderListener} sees it and can erase its own tables in step. An order
     * with unfinished effects that need the data is refused and stays as it is: finish them, or cancel them by
     * {@code hub.effects().cancel(...)}.
     *
     * @param reason for the journal, for example the number of the request; no personal data
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such order; (FORBIDDEN) when the policy refuses
     */
    ErasureReport erase(OrderId order, String reason, Actor actor);

    /**
     * As {@link #erase} for every order whose buyer, recipient or invoiced party has that e-mail address, upper and lower case being the
     * same; a transaction each. Reads the whole book once: a matter of minutes where orders are millions.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when the address is blank
     */
    ErasureReport eraseCustomer(String email, String reason, Actor actor);

    /**
     * Erases the parties of issued documents, and deletes their PDFs, where the order is erased and the seller's
     * {@link io.orderweave.document.Seller#documentRetentionYears() retention} is over; number, dates and amounts stay. To be called
     * once a day or month. A transaction each, entered in the order's journal as {@code document.erased}.
     *
     * @return how many documents were erased
     */
    int purgeExpiredDocuments(Actor actor);
}
