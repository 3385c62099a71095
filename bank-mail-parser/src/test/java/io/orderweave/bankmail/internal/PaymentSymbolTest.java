package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentSymbolTest {

    @ParameterizedTest
    @CsvSource({
        "26006439, 26006439",
        "08111111, 8111111",
        "0009002567593, 9002567593",
        "0308, 308",
        "2026-0117, 20260117",
        "' 42 ', 42",
        "100, 100"
    })
    void keepsWhatWasWrittenBesideTheDigits(String text, String digits) {
        PaymentSymbol symbol = PaymentSymbol.parse(text).orElseThrow();

        assertThat(symbol.written()).isEqualTo(text.strip());
        assertThat(symbol.digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "0000000000", "-", "x"})
    void takesZerosForNone(String text) {
        assertThat(PaymentSymbol.parse(text)).isEmpty();
    }

    @Test
    void takesALongTextForNone() {
        assertThat(PaymentSymbol.parse("1".repeat(36))).isEmpty();
    }
}
