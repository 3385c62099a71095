package io.orderweave.couriers.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads couriers' times: ISO 8601 with an offset, or without one in the courier's own zone. */
public final class LocalMoment {

    private LocalMoment() {}

    /**
     * The moment. A local time that comes twice in a year is taken for the earlier of the two; one that is skipped, for an hour
     * later.
     *
     * @throws java.time.DateTimeException when it is neither
     */
    public static Instant parse(String text, ZoneId zone) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
        return parsed instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(parsed).atZone(zone).toInstant();
    }
}
