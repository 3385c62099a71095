package io.orderweave.couriers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalMomentTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @ParameterizedTest
    @CsvSource({
        // winter and summer time of the zone
        "2026-01-10T15:34:06, 2026-01-10T14:34:06Z",
        "2026-07-10T15:34:06, 2026-07-10T13:34:06Z",
        // an offset of its own counts before the zone
        "2026-11-23T09:10:00.000+02:00, 2026-11-23T07:10:00Z",
        "2026-11-23T09:10:00Z, 2026-11-23T09:10:00Z",
        // twice in a year: the earlier; skipped: an hour later
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
        "2026-03-29T02:30:00, 2026-03-29T01:30:00Z",
    })
    void isInTheCouriersZoneUnlessItHasAnOffset(String text, Instant moment) {
        assertThat(LocalMoment.parse(text, PRAGUE)).isEqualTo(moment);
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> LocalMoment.parse("yesterday", PRAGUE)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> LocalMoment.parse("", PRAGUE)).isInstanceOf(DateTimeException.class);
    }
}
