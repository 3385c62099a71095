package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @Test
    void readsPrintedAndCompactForms() {
        assertThat(Iban.parse("cz82 0800 0000 1920 2611 1702")).contains(new Iban(Samples.CZECH_IBAN));
        assertThat(Iban.parse(Samples.ROMANIAN_IBAN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CZ82", "CZ8208000000192026111703", "CZ8208000000192026117102", "19-2026111702/0800"})
    void refusesWrongCheckDigitsAndOtherText(String text) {
        assertThat(Iban.parse(text)).isEmpty();
    }

    @Test
    void writesCzechAccountsTheCzechWay() {
        assertThat(Iban.parse(Samples.CZECH_IBAN).flatMap(Iban::czechNumber)).contains("19-2026111702/0800");
        assertThat(Iban.parse("CZ4420100000000000123457").flatMap(Iban::czechNumber))
                .contains("123457/2010");
        assertThat(Iban.parse(Samples.SLOVAK_IBAN).flatMap(Iban::czechNumber)).isEmpty();
    }

    @Test
    void groupsAnyAccountByFour() {
        assertThat(Iban.grouped("abcdefghij")).isEqualTo("ABCD EFGH IJ");
        assertThat(Iban.grouped("ABCD EFGH")).isEqualTo("ABCD EFGH");
    }
}
