package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void roundsDownToTheMicrosecond() {
        assertThat(Moments.toMicros(Instant.parse("1970-01-01T00:00:00.000001999Z")))
                .isEqualTo(1);
        assertThat(Moments.toMicros(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(-1);
    }

    @Test
    void comesBackAsItWas() {
        for (String moment :
                new String[] {"2026-03-01T10:00:00.123456Z", "1969-07-20T20:17:40.5Z", "9999-12-31T23:59:59Z"}) {
            assertThat(Moments.fromMicros(Moments.toMicros(Instant.parse(moment))))
                    .isEqualTo(Instant.parse(moment));
        }
    }
}
