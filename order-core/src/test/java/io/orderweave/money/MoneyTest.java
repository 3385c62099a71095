package io.orderweave.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency PLN = Currency.getInstance("PLN");

    @Test
    void isEqualHoweverManyZerosAreWritten() {
        assertThat(Money.of("12.5", "PLN"))
                .isEqualTo(Money.of("12.5000", "PLN"))
                .hasToString("12.50 PLN");
        assertThat(Money.of("1E+2", "PLN")).isEqualTo(Money.of("100", "PLN")).hasToString("100.00 PLN");
        assertThat(Money.of("0.000", "PLN")).isEqualTo(Money.zero(PLN));
        assertThat(Money.of("-0", "PLN")).isEqualTo(Money.zero(PLN));
    }

    @Test
    void keepsFractionsOfAMinorUnit() {
        assertThat(Money.of("0.1", "PLN").plus(Money.of("0.2", "PLN"))).isEqualTo(Money.of("0.3", "PLN"));
        assertThat(Money.of("0.005", "PLN").times(2)).isEqualTo(Money.of("0.01", "PLN"));
        assertThatThrownBy(() -> Money.of("0.005", "PLN").minorUnits()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void countsInTheCurrencysMinorUnit() {
        assertThat(Money.ofMinor(1_250, PLN)).isEqualTo(Money.of("12.50", "PLN"));
        assertThat(Money.of("12.50", "PLN").minorUnits()).isEqualTo(1_250);
        assertThat(Money.ofMinor(1_250, Currency.getInstance("JPY"))).hasToString("1250 JPY");
        assertThat(Money.ofMinor(1_250, Currency.getInstance("KWD"))).hasToString("1.250 KWD");
    }

    @Test
    void refusesMixedCurrencies() {
        Money zloty = Money.of("1", "PLN");
        Money euro = Money.of("1", "EUR");
        assertThatThrownBy(() -> zloty.plus(euro)).hasMessage("cannot mix PLN and EUR");
        assertThatThrownBy(() -> zloty.minus(euro)).hasMessage("cannot mix PLN and EUR");
        assertThatThrownBy(() -> zloty.compareTo(euro)).hasMessage("cannot mix PLN and EUR");
        assertThatThrownBy(() -> zloty.min(euro)).hasMessage("cannot mix PLN and EUR");
    }

    @Test
    void roundsOnlyWhenAsked() {
        Money third = Money.of("0.335", "PLN");
        assertThat(third.rounded(RoundingMode.HALF_UP)).isEqualTo(Money.of("0.34", "PLN"));
        assertThat(third.rounded(RoundingMode.HALF_EVEN)).isEqualTo(Money.of("0.34", "PLN"));
        assertThat(third.rounded(RoundingMode.DOWN)).isEqualTo(Money.of("0.33", "PLN"));
    }

    @Test
    void givesTheRemainderToTheLargestRestAndOfEqualsToTheFirst() {
        assertThat(Money.of("1.00", "PLN").allocate(weights(1, 1, 1)))
                .containsExactly(Money.of("0.34", "PLN"), Money.of("0.33", "PLN"), Money.of("0.33", "PLN"));
        assertThat(Money.of("0.10", "PLN").allocate(weights(1, 5, 1)))
                .containsExactly(Money.of("0.02", "PLN"), Money.of("0.07", "PLN"), Money.of("0.01", "PLN"));
        assertThat(Money.of("-1.00", "PLN").allocate(weights(1, 1, 1)))
                .containsExactly(Money.of("-0.34", "PLN"), Money.of("-0.33", "PLN"), Money.of("-0.33", "PLN"));
        assertThat(Money.of("0.01", "PLN").allocate(weights(0, 3)))
                .containsExactly(Money.zero(PLN), Money.of("0.01", "PLN"));
    }

    @Test
    void allocatesEveryMinorUnitAndNoneMoreThanOneOff() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Money whole = Money.ofMinor(random.nextInt(2_000_001) - 1_000_000, PLN);
            List<BigDecimal> weights = new ArrayList<>(List.of(BigDecimal.valueOf(1 + random.nextInt(9_999), 2)));
            for (int i = random.nextInt(6); i > 0; i--) {
                weights.add(
                        random.nextInt(weights.size() + 1),
                        BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(4)));
            }
            String trial = "seed " + seed + ", round " + round + ": " + whole + " over " + weights;
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            List<Money> parts = whole.allocate(weights);

            assertThat(parts.stream().reduce(Money.zero(PLN), Money::plus))
                    .as(trial)
                    .isEqualTo(whole);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal exact = whole.amount().multiply(weights.get(i)).divide(sum, 10, RoundingMode.HALF_UP);
                assertThat(parts.get(i).amount().subtract(exact).abs())
                        .as(trial)
                        .isLessThan(new BigDecimal("0.01"));
                assertThat(parts.get(i).amount().signum() * whole.amount().signum())
                        .as(trial)
                        .isNotNegative();
            }
        }
    }

    @Test
    void refusesWeightsThatDivideNothing() {
        Money money = Money.of("1.00", "PLN");
        assertThatThrownBy(() -> money.allocate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.allocate(weights(0, 0))).hasMessageContaining("one must be positive");
        assertThatThrownBy(() -> money.allocate(weights(2, -1))).hasMessageContaining("not be negative");
        assertThatThrownBy(() -> Money.of("0.005", "PLN").allocate(weights(1, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+999999999", "1E-999999999", "-1E+2147483647", "12345678901234567890123456789012345678901"})
    void refusesAmountsThatAreAttacks(String hostile) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> Money.of(hostile, "PLN"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("at most 40 digits"));
    }

    @Test
    void refusesAMillionDigitsWithoutReadingThem() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> Money.of("9".repeat(5_000_000), "PLN"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,50", "12.50 PLN", "NaN", "Infinity", "0x10", "--1"})
    void refusesWhatIsNoDecimal(String text) {
        assertThatThrownBy(() -> Money.of(text, "PLN")).isInstanceOf(NumberFormatException.class);
    }

    private static List<BigDecimal> weights(long... weights) {
        return java.util.Arrays.stream(weights).mapToObj(BigDecimal::valueOf).toList();
    }
}
