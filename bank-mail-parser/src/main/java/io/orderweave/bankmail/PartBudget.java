package io.orderweave.bankmail;

/** Counts the parts of one mail down. */
final class PartBudget {

    private int left;

    PartBudget(int parts) {
        left = parts;
    }

    void spend() throws UnreadableMailException {
        if (left == 0) {
            throw new UnreadableMailException(UnreadableReason.TOO_COMPLEX, "the mail has too many parts");
        }
        left--;
    }
}
