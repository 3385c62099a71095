package io.orderweave.effect;

/** Where an effect stands. */
public enum EffectState {
    /** To be done when due and nothing blocks it. */
    PLANNED,
    /** A node is doing it, or was when it died. */
    CLAIMED,
    /** The other side has it and has not finished; it is asked by its handle, never sent again. */
    ACCEPTED,
    /** Whether it happened is unknown; resolved by its declared means, never blindly repeated. */
    IN_DOUBT,
    /** Happened, and what it means for the order is in the book. */
    DONE,
    /** Refused for what it says; a person, or a rule after the order has changed, may arm it again. */
    REJECTED,
    /** Not wanted any more, with the reason. */
    CANCELLED;

    /** Whether nothing happens any more unless somebody arms it again. */
    public boolean isFinal() {
        return switch (this) {
            case DONE, REJECTED, CANCELLED -> true;
            case PLANNED, CLAIMED, ACCEPTED, IN_DOUBT -> false;
        };
    }
}
