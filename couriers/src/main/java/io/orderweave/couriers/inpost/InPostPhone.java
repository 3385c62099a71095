package io.orderweave.couriers.inpost;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phone numbers as ShipX takes them: nine digits, no prefix. */
final class InPostPhone {

    private static final Pattern POLISH = Pattern.compile("(?:(?:\\+|00)?48)?(\\d{9})");

    private InPostPhone() {}

    /** The nine digits of a Polish number, written with or without +48 and the usual separators; empty for any other. */
    static Optional<String> parse(String phone) {
        Matcher matcher = POLISH.matcher(phone.replaceAll("[\\s\\u00A0().-]", ""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
