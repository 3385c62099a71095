package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnknownWordsTest {

    private static final Path LOG = Path.of("target", "test-log.txt");

    @Test
    void warnsOfEachWordOnce() throws IOException {
        UnknownWords words = new UnknownWords("Bazaar");
        String log = logOf(() -> {
            words.note("order status", "PARKED");
            words.note("order status", "PARKED");
            words.note("payment type", "PARKED");
        });

        assertThat(log.split("PARKED", -1)).hasSize(3);
        assertThat(log).contains("Bazaar has a order status", "Bazaar has a payment type");
    }

    @Test
    void showsNothingThatIsNotAWord() throws IOException {
        String log = logOf(() -> new UnknownWords("Bazaar").note("order status", "Jan \n Kowalski"));

        assertThat(log).contains("(not a word)").doesNotContain("Kowalski");
    }

    @Test
    void isNotFloodedByInventedWords() throws IOException {
        UnknownWords words = new UnknownWords("Bazaar");
        String log = logOf(() -> {
            for (int i = 0; i < 1_000; i++) {
                words.note("order status", "W" + i);
            }
        });

        assertThat(log.split("Bazaar", -1)).hasSize(101);
    }

    /** What this module logs meanwhile; the test log is at TRACE. */
    private static String logOf(Runnable action) throws IOException {
        // The first message of the process empties the file of the last run.
        LoggerFactory.getLogger(UnknownWordsTest.class).trace("test begins");
        int before = Files.readString(LOG).length();
        action.run();
        return Files.readString(LOG).substring(before);
    }
}
