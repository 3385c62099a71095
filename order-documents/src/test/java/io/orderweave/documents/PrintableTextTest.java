package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @Test
    void foldsWhiteSpaceIntoSingleSpaces() {
        assertThat(clean("  two\r\n\twords \u2028 here ")).isEqualTo("two words here");
    }

    @Test
    void dropsControlAndDirectionCharacters() {
        assertThat(clean("a\u0000b\u0007c\u001b[31m")).isEqualTo("abc[31m");
        assertThat(clean("pay \u202e05.21\u202c now\u2066\u2069\u200f\ufeff")).isEqualTo("pay 05.21 now");
    }

    @Test
    void dropsHalvesOfCharacters() {
        assertThat(clean("x\ud83dy\ude00z")).isEqualTo("xyz");
    }

    @Test
    void composesLettersAndAccents() {
        assertThat(clean("z\u030c\u0161")).isEqualTo("žš");
    }

    @Test
    void marksWhatTheFontCannotDraw() {
        assertThat(PrintableText.of("Tea 茶 \ud83d\ude00!", character -> character < 0x250))
                .isEqualTo("Tea ? ?!");
    }

    @Test
    void keepsNoBreakSpaces() {
        assertThat(clean("1\u00a0234")).isEqualTo("1\u00a0234");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 10_000, 5_000_000})
    void cutsWhatIsTooLong(int length) {
        String clean = clean("x".repeat(length));

        assertThat(clean).isEqualTo(length <= 500 ? "x".repeat(length) : "x".repeat(500) + "…");
    }

    private static String clean(String text) {
        return PrintableText.of(text, character -> true);
    }
}
