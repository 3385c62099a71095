package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {

    private static final String CZECH = "Příjem na kontě, Částka, šťáva, žluť";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, utf-8",
        "UTF-8, us-ascii",
        "UTF-8, iso-8859-1",
        "UTF-8, windows-1250",
        "UTF-16, utf-16",
        "windows-1250, ''",
        "windows-1250, windows-1250",
        "windows-1250, iso-8859-1",
        "windows-1250, windows-1252",
        "windows-1250, utf-8",
        "windows-1250, unheard-of",
        "windows-1250, '%%'",
        "ISO-8859-2, ''",
        "ISO-8859-2, iso-8859-2",
        "ISO-8859-2, iso-8859-1",
        "ISO-8859-2, us-ascii"
    })
    void readsCzechWhateverWasDeclared(String written, String declared) {
        assertThat(Charsets.decode(CZECH.getBytes(Charset.forName(written)), declared))
                .isEqualTo(CZECH);
    }

    @Test
    void believesADeclaredCharsetThatCanHoldTheText() {
        byte[] bytes = "Łódź".getBytes(Charset.forName("ISO-8859-16"));

        assertThat(Charsets.decode(bytes, "ISO-8859-16")).isEqualTo("Łódź");
    }

    @Test
    void keepsUtf8ThatLostALetter() {
        byte[] bytes = CZECH.getBytes(StandardCharsets.UTF_8);
        bytes[1] = '.';

        assertThat(Charsets.decode(bytes, "utf-8")).endsWith("Částka, šťáva, žluť");
    }
}
