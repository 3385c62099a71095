package io.orderweave.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final String ALL_WELL = "SUMMARY orders=12 duplicates=0 lost=0 in-doubt=0 quarantined=0";

    @Test
    void doesEverythingOnceAndASecondRunDoesNothing(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();

        assertThat(Quickstart.run(folder, terminal(first))).isEqualTo(ALL_WELL);
        assertThat(Quickstart.run(folder, terminal(second))).isEqualTo(ALL_WELL);

        assertThat(first.toString(StandardCharsets.UTF_8))
                .contains("pulled allegro: 11 orders new", "pulled kaufland: 5 orders new")
                .contains("cut: one answer of InPost was lost", "Why was order", "not invoiced?", "FV20");
        assertThat(second.toString(StandardCharsets.UTF_8)).doesNotContain("pulled ", "effects:");
    }

    private static Terminal terminal(ByteArrayOutputStream out) {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
