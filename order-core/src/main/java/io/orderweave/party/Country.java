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
        code = code.toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 country code: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
