package io.orderweave.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One setting that a connector takes.
 *
 * @param key lower case, dots between words, for example {@code client.id}
 * @param defaultValue what holds when it is not given; empty makes the setting required
 * @param description one sentence for the person who fills it in
 */
public record Setting(String key, Type type, Optional<String> defaultValue, String description) {

    /** What a value must be. */
    public enum Type {
        TEXT("some text"),
        /** Text that is never shown. */
        SECRET("a secret"),
        URL("an absolute http or https URL"),
        INTEGER("a whole number"),
        DURATION("an ISO 8601 duration such as PT30S"),
        BOOLEAN("true or false");

        private final String expectation;

        Type(String expectation) {
            this.expectation = expectation;
        }

        /** What is expected, to be read after "expected". */
        public String expectation() {
            return expectation;
        }
    }

    public static Setting required(String key, Type type, String description) {
        return new Setting(key, type, Optional.empty(), description);
    }

    public static Setting withDefault(String key, Type type, String defaultValue, String description) {
        return new Setting(key, type, Optional.of(defaultValue), description);
    }

    /** Whether the value is of the type. */
    public boolean accepts(String value) {
        return switch (type) {
            case TEXT, SECRET -> !value.isBlank();
            case URL -> isHttpUrl(value);
            case INTEGER -> value.matches("-?\\d{1,9}");
            case DURATION -> isDuration(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
    }

    private static boolean isHttpUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    // URI takes any number for a port; HTTP clients throw at what is none.
                    && uri.getPort() <= 65_535
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
