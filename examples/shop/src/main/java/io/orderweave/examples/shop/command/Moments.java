package io.orderweave.examples.shop.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.TypeConversionException;

/** Moments as people give them to the commands and get them: in UTC. */
final class Moments {

    private Moments() {}

    /** To the second: {@code 2026-11-01T08:00:00Z}. */
    static String of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A moment, or a day for its beginning. */
    static Instant parse(String text) {
        try {
            return text.length() == "2026-11-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException neither) {
            throw new TypeConversionException(
                    "expected a moment such as 2026-11-01T08:00:00Z, or a day such as 2026-11-01, not '" + text + "'");
        }
    }
}
