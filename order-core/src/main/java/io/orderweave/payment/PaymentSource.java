package io.orderweave.payment;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.RawDocument;
import java.util.List;
import java.util.Optional;

/** Where bank transactions come from: a mailbox, a statement, a bank's API. Implemented by modules and hosts; thread-safe. */
public interface PaymentSource {

    /**
     * What came after the checkpoint, oldest first. Called with no transaction open. The same item may come again: the engine
     * keeps the first of a {@link BankTransaction#replayKey()}.
     *
     * @param from where the last saved batch ended; empty the first time
     * @param limit at most about this many items
     * @throws io.orderweave.connection.OutsideFault when the source cannot be reached; nothing is lost
     */
    Batch poll(Optional<Checkpoint> from, int limit);

    /**
     * One batch.
     *
     * @param next saved in the same transaction as the items
     * @param more whether to poll again at once
     */
    record Batch(List<Item> items, Checkpoint next, boolean more) {

        public Batch {
            items = List.copyOf(items);
        }
    }

    /** One item of a batch. */
    sealed interface Item {

        /** Money came. */
        record Received(BankTransaction transaction) implements Item {}

        /**
         * Something came that is not a readable, trustworthy notice of a payment. It is listed with its reason, never lost.
         *
         * @param id the same for the same document, however often it is read
         * @param reason a code such as {@code SENDER_NOT_THE_BANK}
         * @param detail one sentence without personal data
         */
        record Refused(String id, RawDocument raw, String reason, String detail) implements Item {}
    }
}
