package io.orderweave.order;

/** What an order status means: the closed set that rules, maps and channels understand. */
public enum Phase {
    /** Not certain yet: a form still open, a payment awaited. */
    PENDING(false),
    /** Certain and waiting to be worked on. */
    OPEN(false),
    IN_PROGRESS(false),
    /** Packed, or ready to be collected. */
    READY(false),
    SHIPPED(false),
    DELIVERED(true),
    RETURNED(true),
    CANCELLED(true);

    private final boolean last;

    Phase(boolean last) {
        this.last = last;
    }

    /** Whether an order may rest here for ever. */
    public boolean isFinal() {
        return last;
    }
}
