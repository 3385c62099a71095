package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNumberTest {

    @ParameterizedTest
    @CsvSource({
        "19-2000145399/0800, CZ6508000000192000145399",
        "19-2000145399/0800, cz65 0800 0000 1920 0014 5399",
        "19-2000145399/0800, 000019-2000145399/0800",
        "19-2000145399/0800, 0800/000019-2000145399",
        "5120046738/0900, SK1109000000005120046738/",
        "5120046738/0900, 0900/000000-5120046738",
        "5120046738/0900, 0-5120046738/0900"
    })
    void isTheSameAccountHoweverItIsWritten(String one, String other) {
        assertThat(AccountNumber.parse(other).orElseThrow().key())
                .isEqualTo(AccountNumber.parse(one).orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource({
        "19-2000145399/0800, 2000145399/0800",
        "19-2000145399/0800, 19-2000145399/0300",
        "SK9812353347235, SK9812369347235",
        "DE89370400440532013000, DE89370400440532013001"
    })
    void isAnotherAccount(String one, String other) {
        assertThat(AccountNumber.parse(other).orElseThrow().key())
                .isNotEqualTo(AccountNumber.parse(one).orElseThrow().key());
    }

    @Test
    void keepsAnAccountWithWrongCheckDigits() {
        assertThat(AccountNumber.parse("SK9812353347235").orElseThrow().text()).isEqualTo("SK9812353347235");
    }

    @Test
    void keepsAnAccountAsWritten() {
        assertThat(AccountNumber.parse("1100/000000-2614264249").orElseThrow().text())
                .isEqualTo("1100/000000-2614264249");
        assertThat(AccountNumber.parse("SK11 0900 0000 0051 2004 6738/")
                        .orElseThrow()
                        .text())
                .isEqualTo("SK1109000000005120046738");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "-",
                "platba kartou",
                "/0800",
                "123/",
                "123/08",
                "123/08000",
                "12345678901/0800",
                "1234567-1/0800",
                "1-2-3/0800",
                "a/0800",
                "-1/0800",
                "1-/0800",
                "CZ65",
                "CZ650800000019200014539912345678901234567890",
                "CZAB08000000192000145399",
                "123456789"
            })
    void readsNothingThatIsNoAccount(String text) {
        assertThat(AccountNumber.parse(text)).isEmpty();
    }

    @Test
    void completesAnAccountOfTheBankItself() {
        assertThat(AccountNumber.parse("2600457891", "2010").orElseThrow().text())
                .isEqualTo("2600457891/2010");
        assertThat(AccountNumber.parse("19-2600457891", "2010").orElseThrow().text())
                .isEqualTo("19-2600457891/2010");
        assertThat(AccountNumber.parse("2600457891/0800", "2010").orElseThrow().text())
                .isEqualTo("2600457891/0800");
        assertThat(AccountNumber.parse("konto", "2010")).isEmpty();
    }

    @Test
    void printsOnlyItsLastDigits() {
        assertThat(AccountNumber.parse("19-2000145399/0800").orElseThrow()).hasToString("…5399");
    }
}
