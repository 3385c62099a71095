package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeTextTest {

    @Test
    void makesEveryBlankAPlainOne() {
        assertThat(NoticeText.of("3\u00a0898,00\u202f\t\u2009x").lines()).containsExactly("3 898,00   x");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(NoticeText.of("\uFEFFČás\u00ADt\u200Bka\u0000:").lines()).containsExactly("Částka:");
    }

    @Test
    void endsALineOnlyWhereTheMailDoes() {
        assertThat(NoticeText.of("a\r\nb\n\nc").lines()).containsExactly("a", "b", "", "c");
        assertThat(NoticeText.of("VS: 1\u2028Částka: 9\u2029a\u0085b\rc\fd").lines())
                .hasSize(1);
    }

    @Test
    void takesTheQuotationMarksOfAForwardAway() {
        assertThat(NoticeText.of("> > a > b\n>\nc").unquoted().lines()).containsExactly("a > b", "", "c");
    }
}
