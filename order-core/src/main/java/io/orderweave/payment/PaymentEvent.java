package io.orderweave.payment;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.Money;
import java.time.Duration;

/** What can happen to payments. */
public sealed interface PaymentEvent extends Event {

    /**
     * Money came for the order; whether it is now paid, the order's axes tell.
     *
     * @param amount what came now; of a payment that grows, the growth
     */
    record PaymentReceived(PaymentId payment, Money amount, Payment.Source source) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.received", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel holds less of a payment than it said before: it paid back by itself, say for a piece it cancelled, or corrected itself.
     * What the shop asks it to pay back is {@link PaymentRefunded} and no part of this.
     *
     * @param amount by how much it is less
     */
    record PaymentReduced(PaymentId payment, Money amount) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.reduced", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel is to pay money of the order back to the buyer.
     *
     * @param reference the host's id of the refund
     */
    record RefundAsked(PaymentId payment, RefundReason reason, Money amount, String reference) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.refund-asked", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The channel has paid money of the order back to the buyer; how much of it is left, the order's progress tells.
     *
     * @param reference the host's id of the refund
     */
    record PaymentRefunded(PaymentId payment, Money amount, String reference) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.refunded", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A bank transaction came in. Subject: the transaction. */
    record TransactionReceived(Money amount) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.transaction-received", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A bank transaction was matched to an order. Subject: the transaction. */
    record TransactionMatched(OrderId order, MatchCriterion criterion) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.transaction-matched", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person assigned a bank transaction to an order. Subject: the transaction. */
    record TransactionAssigned(OrderId order) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.transaction-assigned", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** No order was found for a bank transaction, or more than one. Subject: the transaction. */
    record TransactionUnmatched(String reason) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.transaction-unmatched", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /**
     * The order was to be paid in advance and is not paid in full.
     *
     * @param after how long it has been confirmed
     */
    record PaymentOverdue(Duration after) implements PaymentEvent {
        public static final EventName NAME = new EventName("payment.overdue", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
