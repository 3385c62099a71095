package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,00|2.00",
                "0,05|0.05",
                "43,00|43.00",
                "3 898,00|3898.00",
                "3898,00|3898.00",
                "12 480,50|12480.50",
                "168 459,32|168459.32",
                "1 000 000,00|1000000.00",
                "1.234,56|1234.56",
                "1.234.567,89|1234567.89"
            })
    void readsTheAmount(String text, BigDecimal value) {
        assertThat(AmountText.parse(text)).contains(new AmountText(value, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "'1 250,00 EUR', EUR",
        "'1.234,56 CZK', CZK",
        "'88 888,62 EUR ', EUR",
        "'2 500,00 Kč', CZK",
        "'2 500,00 Kc', CZK",
        "'10,00 €', EUR",
        "'10,00USD', USD"
    })
    void readsTheCurrency(String text, String currency) {
        assertThat(AmountText.parse(text).orElseThrow().currency()).contains(Currency.getInstance(currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                ",50",
                "5",
                "5 000",
                "5,0",
                "5,000",
                "5.00",
                "20,546.00 CZK",
                "-5,00",
                "+5,00",
                "1 2,00",
                "12 34,00",
                "1234 567,00",
                "1 234.567,00",
                "1  234,00",
                "1 234 ,00",
                ". 234,00",
                "1,00,00",
                "5,00 XYZ",
                "5,00 eur",
                "5,00 EUR.",
                "5,00 EUR 6,00",
                "EUR 5,00",
                "12345678901234,00",
                "5,00 a"
            })
    void readsNothingThatIsNotCertain(String text) {
        assertThat(AmountText.parse(text)).isEmpty();
    }

    @Test
    void looksNoFurtherThanAnAmountIsLong() {
        assertThat(AmountText.parse("0".repeat(1_000_000) + ",00")).isEmpty();
    }
}
