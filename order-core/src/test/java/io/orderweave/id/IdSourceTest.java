package io.orderweave.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdSourceTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final IdSource ids = new IdSource(clock, new Random(5));

    @Test
    void idsBeginWithTheTimeAndHave32Digits() {
        assertThat(ids.next()).matches("[0-9a-f]{32}").startsWith(String.format("%012x", clock.millis()));
    }

    @Test
    void idsOfOneMillisecondSortAsTheyWereMade() {
        assertThat(Stream.generate(ids::next).limit(2_000)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsSortAsTheyWereMadeWhenTheClockGoesBack() {
        String before = ids.next();
        clock.advance(Duration.ofSeconds(-5));

        assertThat(ids.next()).isGreaterThan(before);
        clock.advance(Duration.ofSeconds(6));
        assertThat(ids.next()).startsWith(String.format("%012x", clock.millis()));
    }
}
