package io.orderweave.http;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.party.Country;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    /**
     * The part without which an answer to a reading says nothing: an answer without its list does not say that the list is empty.
     *
     * @param reading what was read, for example {@code allegro shipments}
     * @throws OutsideFault (CONTRACT) when it is not there
     */
    public static <T> T told(@Nullable T part, String reading, String path) {
        if (part == null) {
            throw OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, reading + ": no " + path)
                    .build();
        }
        return part;
    }

    /** The text, unless absent or blank. */
    public static Optional<String> text(@Nullable String part) {
        return part == null || part.isBlank() ? Optional.empty() : Optional.of(part.strip());
    }

    /** The texts that are there, with a space between; absent when none is. */
    public static Optional<String> joined(@Nullable String first, @Nullable String second) {
        Optional<String> before = text(first);
        Optional<String> after = text(second);
        return before.isEmpty()
                ? after
                : before.map(text -> after.map(more -> text + " " + more).orElse(text));
    }

    /** The elements that are there. */
    public static <T> List<T> all(@Nullable List<@Nullable T> part) {
        if (part == null) {
            return List.of();
        }
        List<T> there = new ArrayList<>(part.size());
        for (T element : part) {
            if (element != null) {
                there.add(element);
            }
        }
        return Collections.unmodifiableList(there);
    }

    /** The text as a part of an id, at most so long: what an id must not hold becomes an underscore. */
    public static String idPart(String text, int most) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.append(isOfIds(c) ? (char) c : '_'));
        return safe.substring(0, Math.min(safe.length(), most));
    }

    private static boolean isOfIds(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
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

    /** A moment as ISO 8601 writes it, with an offset. */
    public static Optional<Instant> moment(@Nullable String text, String path) {
        try {
            return text(text).map(IsoMoments::parse);
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
