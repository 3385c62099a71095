package io.orderweave.connectors.kaufland;

import static io.orderweave.http.JsonParts.required;
import static io.orderweave.http.JsonParts.text;

import io.orderweave.http.IsoMoments;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of Kaufland's documents that only Kaufland writes so. */
final class KauflandParts {

    /** Kaufland's own samples have {@code 2016-05-31T13:59:23Z}, {@code 2016-05-06 23:07:41} and {@code 2019-07-19T17:24:05T}. */
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(Z|T|[+-]\\d{2}:?\\d{2})?");

    private KauflandParts() {}

    /** A moment; UTC where no zone is told (UNCONFIRMED). */
    static Optional<Instant> moment(@Nullable String part, String path) {
        return text(part).map(text -> instant(text, path));
    }

    private static Instant instant(String text, String path) {
        boolean usual = text.endsWith("Z") && text.indexOf('T') > 0;
        try {
            return IsoMoments.parse(usual ? text : inIso(text, path));
        } catch (DateTimeException e) {
            throw notAMoment(path);
        }
    }

    private static String inIso(String text, String path) {
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            throw notAMoment(path);
        }
        String zone = parts.group(3) == null || parts.group(3).equals("T") ? "Z" : parts.group(3);
        String offset = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
        return parts.group(1) + "T" + parts.group(2) + offset;
    }

    /** A moment where only its order matters; empty when it cannot be read. */
    static Optional<Instant> readableMoment(String text) {
        try {
            return moment(text, "");
        } catch (UnreadablePartException e) {
            return Optional.empty();
        }
    }

    private static UnreadablePartException notAMoment(String path) {
        return new UnreadablePartException(path, "a moment such as 2021-07-24T19:26:05Z");
    }

    /** Whole cents, which Kaufland writes for every currency. */
    static Money cents(@Nullable BigDecimal part, Currency currency, String path) {
        try {
            long cents = required(part, path).longValueExact();
            if (cents >= 0) {
                return Money.ofMinor(cents, currency);
            }
        } catch (ArithmeticException e) {
            // Said below.
        }
        throw new UnreadablePartException(path, "whole cents, not negative");
    }

    static Currency currency(@Nullable String part, String path) {
        try {
            return Currency.getInstance(required(part, path));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePartException(path, "an ISO 4217 code");
        }
    }
}
