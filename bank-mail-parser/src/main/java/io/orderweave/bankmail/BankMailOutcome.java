package io.orderweave.bankmail;

import io.orderweave.payment.BankTransaction;
import java.util.List;

/** What a mail turned out to be. Reasons and details hold nothing of the mail itself: they may be logged and shown. */
public sealed interface BankMailOutcome {

    /**
     * A trusted notice of money that came in.
     *
     * @param transactions at least one
     */
    record Parsed(List<BankTransaction> transactions, Authenticity authenticity) implements BankMailOutcome {

        public Parsed {
            transactions = List.copyOf(transactions);
            if (transactions.isEmpty()) {
                throw new IllegalArgumentException("a parsed mail has at least one transaction");
            }
        }
    }

    /** A trusted notice that brings no payment; nothing is to be done. */
    record Ignored(IgnoredReason reason) implements BankMailOutcome {}

    /**
     * Not trusted; never to be read as a payment.
     *
     * @param detail one sentence for a person
     */
    record Rejected(RejectionReason reason, String detail) implements BankMailOutcome {}

    /**
     * Perhaps genuine, but not understood; a person should look at the mail.
     *
     * @param detail one sentence for a person
     */
    record Unreadable(UnreadableReason reason, String detail) implements BankMailOutcome {}
}
