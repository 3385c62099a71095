package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.party.Country;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 3 Jan 2026    | -1,234,567.80 EUR",
                "RO | 03.01.2026    | -1.234.567,80 EUR",
                "CS | 3. 1. 2026    | -1_234_567,80 EUR",
                "SK | 3. 1. 2026    | -1_234_567,80 EUR",
                "PL | 03.01.2026    | -1_234_567,80 EUR",
                "HU | 2026. 01. 03. | -1_234_567,80 EUR",
                "DE | 03.01.2026    | -1.234.567,80 EUR",
            })
    void writesDatesAndMoneyAsTheLanguageDoes(Language language, String date, String money) {
        Formats formats = new Formats(language);

        assertThat(formats.date(LocalDate.of(2026, 1, 3))).isEqualTo(date);
        assertThat(formats.money(Money.of("-1234567.80", "EUR")))
                .isEqualTo(money.replace('_', Language.NO_BREAK_SPACE).replace(' ', Language.NO_BREAK_SPACE));
    }

    @Test
    void keepsEveryDigit() {
        Formats formats = new Formats(Language.EN);

        assertThat(formats.amount(Money.of("12345678901234567890.123456789", "EUR")))
                .isEqualTo("12,345,678,901,234,567,890.123456789");
        assertThat(formats.amount(Money.of("0.1", "EUR"))).isEqualTo("0.10");
        assertThat(formats.amount(Money.of("1500", "JPY"))).isEqualTo("1,500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EN | 9.5%", "PL | 9,5%", "CS | 9,5_%", "DE | 9,5_%"})
    void writesRatesAsTheLanguageDoes(Language language, String rate) {
        assertThat(new Formats(language).rate(VatRate.of("9.50")))
                .isEqualTo(rate.replace('_', Language.NO_BREAK_SPACE));
    }

    @Test
    void namesCountriesInTheLanguage() {
        assertThat(new Formats(Language.DE).country(new Country("PL"))).isEqualTo("Polen");
        assertThat(new Formats(Language.HU).country(new Country("AT"))).isEqualTo("Ausztria");
    }
}
