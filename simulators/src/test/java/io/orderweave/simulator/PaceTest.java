package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant SINCE = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void stepsWithTheClock() {
        Pace pace = Pace.onClock(Duration.ofMinutes(10));

        assertThat(pace.steps(SINCE, SINCE.plusSeconds(599), 99)).isZero();
        assertThat(pace.steps(SINCE, SINCE.plusSeconds(600), 0)).isEqualTo(1);
        assertThat(pace.steps(SINCE, SINCE.plusSeconds(1900), 0)).isEqualTo(3);
        assertThat(pace.steps(SINCE, SINCE.minusSeconds(1900), 0)).isZero();
    }

    @Test
    void stepsWithPolls() {
        Pace pace = Pace.perPolls(3);

        assertThat(pace.steps(SINCE, SINCE.plusSeconds(9999), 2)).isZero();
        assertThat(pace.steps(SINCE, SINCE, 3)).isEqualTo(1);
        assertThat(pace.steps(SINCE, SINCE, 7)).isEqualTo(2);
    }

    @Test
    void takesAllStepsAtOnceOrNone() {
        assertThat(Pace.atOnce().steps(SINCE, SINCE, 0)).isEqualTo(Pace.ALL);
        assertThat(Pace.never().steps(SINCE, SINCE.plusSeconds(9999), 9999)).isZero();
    }

    @Test
    void refusesPacesThatNeverEnd() {
        assertThatThrownBy(() -> Pace.perPolls(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.onClock(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
