package io.orderweave.http;

import io.orderweave.party.Country;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single parts of a document from outside; what cannot be read is named by its JSON path. Called by connectors' mappers. */
public final class JsonParts {

    private JsonParts() {}

    public static <T> T required(@Nullable T part, String path) {
        if (part == null) {
            throw new UnreadablePartException(path, "a value");
        }
        return part;
    }

    /** The text, unless absent or blank. */
    public static Optional<String> text(@Nullable String part) {
        return Optional.ofNullable(part).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The texts that are there, with a space between; absent when none is. */
    public static Optional<String> joined(@Nullable String first, @Nullable String second) {
        return text(
                Stream.of(text(first), text(second)).flatMap(Optional::stream).reduce("", (a, b) -> a + " " + b));
    }

    /** The elements that are there. */
    public static <T> List<T> all(@Nullable List<@Nullable T> part) {
        return part == null ? List.of() : part.stream().filter(Objects::nonNull).toList();
    }

    /** Pieces, at least one. */
    public static int quantity(@Nullable BigDecimal quantity, String path) {
        try {
            int pieces = required(quantity, path).intValueExact();
            if (pieces >= 1) {
                return pieces;
            }
        } catch (ArithmeticException e) {
            // Said below.
        }
        throw new UnreadablePartException(path, "a whole number, at least 1");
    }

    public static Optional<Instant> moment(@Nullable String text, String path) {
        try {
            return text(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw new UnreadablePartException(path, "an ISO 8601 moment");
        }
    }

    public static Optional<Country> country(@Nullable String code, String path) {
        try {
            return text(code).map(Country::new);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePartException(path, "an ISO 3166-1 alpha-2 country code");
        }
    }
}
