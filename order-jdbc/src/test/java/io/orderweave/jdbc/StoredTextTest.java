package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void leavesOrdinaryTextsAsTheyAre() {
        for (String text : List.of("", "A-17", "žluťoučký\tkůň\n", "\u0002", "😀")) {
            assertThat(StoredText.encode(text)).isEqualTo(text);
        }
    }

    @Test
    void storesNoNulAndGivesEveryTextBack() {
        for (String text : texts()) {
            assertThat(StoredText.encode(text)).doesNotContain("\0");
            assertThat(StoredText.decode(StoredText.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void keepsTheOrder() {
        List<String> texts = texts();
        texts.sort(Comparator.comparing(StoredText::encode));

        assertThat(texts).isSorted();
    }

    /** Every text of up to four of the characters that matter. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < texts.size() && texts.get(i).length() < 4; i++) {
            for (String character : List.of("\0", "\1", "\2", "a")) {
                texts.add(texts.get(i) + character);
            }
        }
        return texts;
    }
}
