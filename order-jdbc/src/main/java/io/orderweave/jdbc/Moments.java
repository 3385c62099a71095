package io.orderweave.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the numbers columns hold: microseconds since 1970-01-01T00:00:00Z, rounded down. */
final class Moments {

    private Moments() {}

    static long toMicros(Instant moment) {
        long seconds = Math.multiplyExact(moment.getEpochSecond(), 1_000_000L);
        return Math.addExact(seconds, moment.getNano() / 1_000);
    }

    static Instant fromMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
