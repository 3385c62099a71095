package io.orderweave.couriers.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's first and last name, which couriers want apart and channels often give in one. Prints neither. */
public record PersonName(String first, String last) {

    private static final Pattern LAST_WORD = Pattern.compile("(.*\\S)\\s+(\\S+)");

    /** The name with its last word for last name; empty when it is a single word or none. */
    public static Optional<PersonName> parse(String name) {
        Matcher matcher = LAST_WORD.matcher(name.strip());
        return matcher.matches() ? Optional.of(new PersonName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "PersonName";
    }
}
