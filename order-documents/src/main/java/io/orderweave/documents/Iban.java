package io.orderweave.documents;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A valid IBAN (ISO 13616), without spaces, upper case. */
record Iban(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** Empty when the text is no IBAN or its check digits are wrong: a payment QR must not lead astray. */
    static Optional<Iban> parse(String text) {
        String compact = compact(text);
        return SHAPE.matcher(compact).matches() && remainder(compact) == 1
                ? Optional.of(new Iban(compact))
                : Optional.empty();
    }

    /** Any account number in groups of four, as people read it aloud. */
    static String grouped(String text) {
        return compact(text).replaceAll("(.{4})(?=.)", "$1 ");
    }

    String country() {
        return value.substring(0, 2);
    }

    /** The national account number. */
    String bban() {
        return value.substring(4);
    }

    /** The account as Czech payers write it, {@code prefix-number/bank}; empty for accounts elsewhere. */
    Optional<String> czechNumber() {
        if (!country().equals("CZ") || bban().length() != 20) {
            return Optional.empty();
        }
        String prefix = withoutLeadingZeros(bban().substring(4, 10));
        String number = withoutLeadingZeros(bban().substring(10));
        return Optional.of((prefix.isEmpty() ? "" : prefix + "-") + number + "/" + bban().substring(0, 4));
    }

    private static String compact(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static int remainder(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    private static String withoutLeadingZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }
}
