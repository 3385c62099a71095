package io.orderweave.couriers.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A street and its house number, which couriers want apart and channels give in one line.
 *
 * <p>The number is the line's end, as Poland, Czechia, Slovakia, Hungary and Romania write it: {@code Długa 8A m. 3}, {@code
 * Českomoravská 2408/1a}, {@code 3 Maja 5}. A line that does not end so keeps its number, if any, in the street.
 */
public record StreetLine(String street, Optional<String> houseNumber) {

    /** A longer line is no street; it also bounds the pattern's work. */
    private static final int LONGEST = 200;

    private static final Pattern NUMBER_AT_END = Pattern.compile(
            "(?<street>.*?\\S)\\s+(?<number>\\d{1,5}\\s?\\p{L}?(?:\\s*(?:/|-|m\\.?|lok\\.?)\\s*\\d{1,5}\\s?\\p{L}?){0,3})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public static StreetLine parse(String line) {
        String trimmed = line.strip();
        Matcher matcher = NUMBER_AT_END.matcher(trimmed);
        if (trimmed.length() > LONGEST || !matcher.matches()) {
            return new StreetLine(trimmed, Optional.empty());
        }
        return new StreetLine(matcher.group("street"), Optional.of(matcher.group("number")));
    }

    /** Nothing of it: a street is personal. */
    @Override
    public String toString() {
        return "StreetLine";
    }
}
