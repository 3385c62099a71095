package io.orderweave.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;

/** What a part of a refund is for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefundPart.Pieces.class, name = "pieces"),
    @JsonSubTypes.Type(value = RefundPart.PartOfLine.class, name = "line"),
    @JsonSubTypes.Type(value = RefundPart.OfCharge.class, name = "charge")
})
public sealed interface RefundPart {

    /** More than zero. */
    Money amount();

    /**
     * Whole pieces of a line.
     *
     * @param amount what the buyer paid for them
     */
    record Pieces(LineId line, int quantity, Money amount) implements RefundPart {

        public Pieces {
            requirePositive(amount);
            if (quantity < 1) {
                throw new IllegalArgumentException(
                        "a refund of line " + line + " is of at least one piece, not " + quantity);
            }
        }
    }

    /** A part of a line's price, whatever its pieces. */
    record PartOfLine(LineId line, Money amount) implements RefundPart {

        public PartOfLine {
            requirePositive(amount);
        }
    }

    /** A charge or a part of one. */
    record OfCharge(ChargeId charge, Money amount) implements RefundPart {

        public OfCharge {
            requirePositive(amount);
        }
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is of more than zero, not " + amount);
        }
    }
}
