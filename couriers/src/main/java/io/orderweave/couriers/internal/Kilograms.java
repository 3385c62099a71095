package io.orderweave.couriers.internal;

import java.math.BigDecimal;

/** Weights as couriers want them: kilograms, exact, without trailing zeros. */
public final class Kilograms {

    private Kilograms() {}

    /** For example {@code 1.25} for 1250 grams. */
    public static String ofGrams(int grams) {
        return BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString();
    }
}
