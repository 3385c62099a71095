package io.orderweave.examples.shop.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the commands print them. */
final class Moments {

    private Moments() {}

    /** In UTC, to the second: {@code 2026-11-01T08:00:00Z}, which options take as well. */
    static String of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
