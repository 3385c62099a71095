package io.orderweave.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void showsWhatTheCommandsSay() {
        assertThat(Faults.text(new IllegalArgumentException("no order 4711"))).isEqualTo("no order 4711");
        assertThat(Faults.text(new UncheckedIOException("the file a cannot be read", new IOException("x"))))
                .isEqualTo("the file a cannot be read");
    }

    @Test
    void showsOfWhatNobodyForesawOnlyItsKind() {
        assertThat(Faults.text(new IllegalStateException("Jan Novak, ul. Prosta 1")))
                .isEqualTo("failed: IllegalStateException");
    }
}
