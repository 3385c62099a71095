package io.orderweave.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatRateTest {

    @Test
    void isEqualHoweverManyZerosAreWritten() {
        assertThat(VatRate.of("23.00")).isEqualTo(VatRate.of("23")).hasToString("23%");
        assertThat(VatRate.of("5.50")).hasToString("5.5%");
        assertThat(VatRate.of("1E+1")).hasToString("10%");
        assertThat(VatRate.of("5")).isLessThan(VatRate.of("23"));
    }

    @ParameterizedTest
    @CsvSource({
        "23, 123.00, 23.00",
        "23, 0.01, 0.00",
        "8, 10.00, 0.74",
        "0, 10.00, 0.00",
        "23, -123.00, -23.00",
        "100, 1.00, 0.50"
    })
    void isContainedInAGrossAmount(String rate, String gross, String vat) {
        assertThat(VatRate.of(rate).containedIn(Money.of(gross, "PLN"))).isEqualTo(Money.of(vat, "PLN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01", "1E+2000000000", "1E-2000000000", "23.1234567"})
    void refusesWhatIsNoRate(String percent) {
        assertThatThrownBy(() -> VatRate.of(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VAT rate must be 0 to 100 percent");
    }
}
