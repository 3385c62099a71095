package io.orderweave.simulator.allegro;

/** How a buyer chose to pay: {@code payment.type} and the provider that goes with it. */
public enum AllegroPaymentType {
    ONLINE,
    /** Paid to the courier; {@code paidAmount} stays empty. */
    CASH_ON_DELIVERY,
    /** A transfer the seller checks himself. */
    WIRE_TRANSFER,
    SPLIT_PAYMENT,
    EXTENDED_TERM
}
