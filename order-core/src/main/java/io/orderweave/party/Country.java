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
        // Some letters beyond ASCII become others in upper case: the sharp s is not South Sudan, the i without a dot
        // not Iceland.
        if (code.length() != 2 || !isLetter(code.charAt(0)) || !isLetter(code.charAt(1)) || !KNOWN.contains(upper)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 country code: " + code);
        }
        code = upper;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    @Override
    public String toString() {
        return code;
    }
}
