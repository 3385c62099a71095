package io.orderweave.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A VAT rate in percent, for example 23.
 *
 * @param percent 0 to 100, at most six decimals; trailing zeros do not matter
 */
public record VatRate(@JsonValue BigDecimal percent) implements Comparable<VatRate> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;

    @JsonCreator
    public VatRate {
        BigDecimal stripped = percent.stripTrailingZeros();
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0 || stripped.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    "VAT rate must be 0 to 100 percent with at most " + MOST_DECIMALS + " decimals: " + percent);
        }
        percent = stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
    }

    /** Parses a plain decimal of percent such as {@code 23.00}. */
    public static VatRate of(String percent) {
        return new VatRate(new BigDecimal(percent));
    }

    /** The VAT contained in a gross amount, rounded half up to the minor unit (Directive 2006/112/EC leaves rounding to states). */
    public Money containedIn(Money gross) {
        BigDecimal vat = gross.amount()
                .multiply(percent)
                .divide(
                        HUNDRED.add(percent),
                        Math.max(0, gross.currency().getDefaultFractionDigits()),
                        RoundingMode.HALF_UP);
        return Money.of(vat, gross.currency());
    }

    @Override
    public int compareTo(VatRate other) {
        return percent.compareTo(other.percent);
    }

    /** For example {@code 23%}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "%";
    }
}
