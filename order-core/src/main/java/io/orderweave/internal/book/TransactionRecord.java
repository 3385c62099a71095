package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.OrderId;
import io.orderweave.id.TransactionId;
import io.orderweave.payment.BankTransaction;
import java.util.Optional;

/**
 * A bank transaction as it lies in the store.
 *
 * @param outcome for people: what matching came to
 */
public record TransactionRecord(
        TransactionId id,
        ConnectionId source,
        BankTransaction transaction,
        State state,
        Optional<OrderId> order,
        String outcome) {

    /** Whether it has found its order. */
    public enum State {
        UNMATCHED,
        MATCHED
    }
}
