package io.orderweave.crash.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTimeTest {

    @TempDir
    Path folder;

    @Test
    void passesForAllWhoShareIt() {
        SharedTime director = SharedTime.in(folder.resolve("time"));
        SharedTime node = SharedTime.in(folder.resolve("time"));

        director.advance(Duration.ofHours(8));

        assertThat(node.offset()).isEqualTo(Duration.ofHours(8));
        assertThat(node.instant()).isAfter(Instant.now().plus(Duration.ofHours(7)));
    }

    @Test
    void isWrongByTheSkewForOneNodeOnly() {
        SharedTime right = SharedTime.in(folder.resolve("time"));
        SharedTime wrong = right.skewedBy(Duration.ofMinutes(10));

        assertThat(Duration.between(right.instant(), wrong.instant()))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(wrong.offset()).isEqualTo(right.offset());
    }

    @Test
    void passesUntilAMomentAndNeverBack() {
        SharedTime time = SharedTime.in(folder.resolve("time"));
        Instant later = time.instant().plus(Duration.ofMinutes(5));

        time.advanceTo(later);
        Duration reached = time.offset();
        time.advanceTo(later.minus(Duration.ofMinutes(1)));

        assertThat(time.instant()).isAfterOrEqualTo(later);
        assertThat(time.offset()).isEqualTo(reached);
        assertThatThrownBy(() -> time.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
