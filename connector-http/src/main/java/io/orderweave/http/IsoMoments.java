package io.orderweave.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads moments as ISO 8601 writes them, with an offset. The usual shape, {@code 2026-03-01T10:15:30.123Z} or with {@code +01:00}, is
 * read by hand, since the JDK's formatter takes longer than all else that is made of a small order; it decides on every other shape.
 */
public final class IsoMoments {

    private static final int FRACTION = "2026-03-01T10:15:30".length();
    private static final int OFFSET = "+01:00".length();
    private static final int MOST_DECIMALS = 9;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final long SECONDS_OF_DAY = 86_400;

    private IsoMoments() {}

    /**
     * The moment.
     *
     * @throws DateTimeException when the text is none
     */
    public static Instant parse(String text) {
        int zone = zoneOf(text);
        return zone < 0 ? OffsetDateTime.parse(text).toInstant() : usual(text, zone);
    }

    /** Where the zone begins in a text of the usual shape whose parts are within their bounds; -1 in every other. */
    private static int zoneOf(String text) {
        boolean shaped = text.length() > FRACTION
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && number(text, 0, 4) >= 0
                && isWithin(text, 5, 1, 12)
                // The last days of months are looked at by LocalDate.
                && isWithin(text, 8, 1, 31)
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 0, 59);
        if (!shaped) {
            return -1;
        }
        int zone = FRACTION;
        if (text.charAt(FRACTION) == '.') {
            zone = text.charAt(text.length() - 1) == 'Z' ? text.length() - 1 : text.length() - OFFSET;
            int decimals = zone - FRACTION - 1;
            if (decimals < 1 || decimals > MOST_DECIMALS || number(text, FRACTION + 1, zone) < 0) {
                return -1;
            }
        }
        return isZone(text, zone) ? zone : -1;
    }

    private static boolean isZone(String text, int from) {
        if (text.length() == from + 1) {
            return text.charAt(from) == 'Z';
        }
        return text.length() == from + OFFSET
                && (text.charAt(from) == '+' || text.charAt(from) == '-')
                && isWithin(text, from + 1, 0, 17)
                && text.charAt(from + 3) == ':'
                && isWithin(text, from + 4, 0, 59);
    }

    private static Instant usual(String text, int zone) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long second = number(text, 11, 13) * (long) SECONDS_OF_HOUR
                + number(text, 14, 16) * (long) SECONDS_OF_MINUTE
                + number(text, 17, 19);
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + second - offset(text, zone), nanos(text, zone));
    }

    private static long offset(String text, int zone) {
        if (text.charAt(zone) == 'Z') {
            return 0;
        }
        long seconds = number(text, zone + 1, zone + 3) * (long) SECONDS_OF_HOUR
                + number(text, zone + 4, zone + 6) * (long) SECONDS_OF_MINUTE;
        return text.charAt(zone) == '-' ? -seconds : seconds;
    }

    private static long nanos(String text, int zone) {
        if (zone == FRACTION) {
            return 0;
        }
        long nanos = number(text, FRACTION + 1, zone);
        for (int decimals = zone - FRACTION - 1; decimals < MOST_DECIMALS; decimals++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static boolean isWithin(String text, int from, int least, int most) {
        int number = number(text, from, from + 2);
        return number >= least && number <= most;
    }

    /** Of at most nine digits; -1 where something is no digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
