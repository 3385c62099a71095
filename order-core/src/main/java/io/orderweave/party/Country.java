package io.orderweave.party;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 */
public record Country(@JsonValue String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    @JsonCreator
    public Country {
        String upper = code.toUpperCase(Locale.ROOT);
        // Some letters beyond ASCII become two in upper case: the sharp s is not South Sudan.
        if (!code.matches("[A-Za-z]{2}") || !KNOWN.contains(upper)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 country code: " + code);
        }
        code = upper;
    }

    @Override
    public String toString() {
        return code;
    }
}
