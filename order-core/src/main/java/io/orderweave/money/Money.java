package io.orderweave.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount in one currency. Never rounds unasked; sums and comparisons of different currencies are refused.
 *
 * @param amount kept with at least the currency's minor digits, and more only where they are not zero, so that equal amounts
 *     are equal objects
 * @param currency ISO 4217
 */
public record Money(
        @JsonProperty("amount") BigDecimal amount,
        @JsonProperty("currency") Currency currency) implements Comparable<Money> {

    /** More digits than any price has; a longer number is an attack on time and memory. */
    private static final int MOST_DIGITS = 40;

    /** To read a number takes time that grows with the square of its length. */
    private static final int LONGEST_TEXT = 100;

    @JsonCreator
    public Money {
        if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("an amount has at most " + MOST_DIGITS + " digits");
        }
        int least = minorDigits(currency);
        if (amount.scale() != least) {
            BigDecimal stripped = amount.stripTrailingZeros();
            amount = stripped.setScale(Math.max(least, stripped.scale()), RoundingMode.UNNECESSARY);
        }
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /** Parses a plain decimal such as {@code 12.50} and an ISO 4217 code such as {@code PLN}. */
    public static Money of(String amount, String currency) {
        if (amount.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("an amount is written in at most " + LONGEST_TEXT + " characters");
        }
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** An amount of minor units, for example 1250 and PLN for 12.50 PLN. */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, minorDigits(currency)), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        requireSame(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        requireSame(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The exact product; not rounded. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /** Rounded to the currency's minor unit. */
    public Money rounded(RoundingMode mode) {
        return new Money(amount.setScale(minorDigits(currency), mode), currency);
    }

    /**
     * The amount in minor units.
     *
     * @throws ArithmeticException when it has a fraction of a minor unit or does not fit
     */
    public long minorUnits() {
        return amount.movePointRight(minorDigits(currency)).longValueExact();
    }

    /**
     * Splits the amount in the proportion of the weights so that the parts add up to it: the minor units that remain after
     * rounding down go one each to the parts with the largest remainder, the first of equals first.
     *
     * @param weights not negative, at least one positive
     * @throws ArithmeticException when the amount has a fraction of a minor unit
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights must not be negative and one must be positive: " + weights);
        }
        BigInteger total = amount.movePointRight(minorDigits(currency)).toBigIntegerExact();
        int sign = total.signum();
        BigDecimal magnitude = new BigDecimal(total.abs());
        List<BigInteger> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigInteger left = total.abs();
        for (BigDecimal weight : weights) {
            BigDecimal[] quotient = magnitude.multiply(weight).divideAndRemainder(sum);
            BigInteger part = quotient[0].toBigIntegerExact();
            parts.add(part);
            remainders.add(quotient[1]);
            left = left.subtract(part);
        }
        for (; left.signum() > 0; left = left.subtract(BigInteger.ONE)) {
            int next = 0;
            for (int i = 1; i < remainders.size(); i++) {
                if (remainders.get(i).compareTo(remainders.get(next)) > 0) {
                    next = i;
                }
            }
            parts.set(next, parts.get(next).add(BigInteger.ONE));
            remainders.set(next, BigDecimal.ONE.negate());
        }
        return parts.stream()
                .map(part -> new Money(
                        new BigDecimal(part, minorDigits(currency)).multiply(BigDecimal.valueOf(sign)), currency))
                .toList();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Orders amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return amount.compareTo(other.amount);
    }

    public boolean isAtLeast(Money other) {
        return compareTo(other) >= 0;
    }

    /** The smaller of the two. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** For example {@code 12.50 PLN}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
    }

    private static int minorDigits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
