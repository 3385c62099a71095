package io.orderweave.simulator.merchantpro;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the shop computes and writes them: JSON numbers of up to four decimals, without trailing zeros. */
final class Amounts {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    static BigDecimal net(BigDecimal gross, BigDecimal taxPercent) {
        return gross.multiply(HUNDRED).divide(HUNDRED.add(taxPercent), DECIMALS, RoundingMode.HALF_UP);
    }

    /** As it is written: never {@code 1E+1}. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
    }
}
