package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.money.Money;
import io.orderweave.party.Country;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads single parts of a checkout form; what cannot be read is named by its JSON path. */
final class FormParts {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,12})?");

    private FormParts() {}

    static <T> T required(@Nullable T part, String path) {
        if (part == null) {
            throw new UnreadableFormException(path, "a value");
        }
        return part;
    }

    /** The text, unless absent or blank. */
    static Optional<String> text(@Nullable String part) {
        return Optional.ofNullable(part).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The texts that are there, with a space between; absent when none is. */
    static Optional<String> joined(@Nullable String first, @Nullable String second) {
        return text(
                Stream.of(text(first), text(second)).flatMap(Optional::stream).reduce("", (a, b) -> a + " " + b));
    }

    /** The elements that are there. */
    static <T> List<T> all(@Nullable List<@Nullable T> part) {
        return part == null ? List.of() : part.stream().filter(Objects::nonNull).toList();
    }

    static Money money(@Nullable Price price, String path) {
        Price present = required(price, path);
        String amount = required(present.amount(), path + ".amount");
        if (!AMOUNT.matcher(amount).matches()) {
            throw new UnreadableFormException(path + ".amount", "a decimal number, not negative");
        }
        try {
            return Money.of(amount, required(present.currency(), path + ".currency"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFormException(path + ".currency", "an ISO 4217 code");
        }
    }

    /** Pieces, at least one. */
    static int quantity(@Nullable BigDecimal quantity, String path) {
        try {
            int pieces = required(quantity, path).intValueExact();
            if (pieces >= 1) {
                return pieces;
            }
        } catch (ArithmeticException e) {
            // Said below.
        }
        throw new UnreadableFormException(path, "a whole number, at least 1");
    }

    static Optional<Instant> moment(@Nullable String text, String path) {
        try {
            return text(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw new UnreadableFormException(path, "an ISO 8601 moment");
        }
    }

    static Optional<Country> country(@Nullable String code, String path) {
        try {
            return text(code).map(Country::new);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFormException(path, "an ISO 3166-1 alpha-2 country code");
        }
    }
}
