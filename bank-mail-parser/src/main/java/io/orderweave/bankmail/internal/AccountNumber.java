package io.orderweave.bankmail.internal;

import java.util.Locale;
import java.util.Optional;

/**
 * An account as a bank writes it: IBAN, {@code prefix-number/bank}, or {@code bank/prefix-number}. Equal accounts have equal
 * {@link #key()}s however they are written. Check digits are not verified: a wrong one must not lose a payment.
 *
 * @param text as written, without blanks
 * @param key {@code bank/prefix-number} without leading zeros for Czech and Slovak accounts, else the IBAN
 */
public record AccountNumber(String text, String key) {

    private static final int LONGEST = 40;
    private static final int IBAN_SHORTEST = 15;
    private static final int IBAN_LONGEST = 34;
    private static final int DOMESTIC_IBAN_LENGTH = 24;
    private static final int BANK_DIGITS = 4;
    private static final int PREFIX_MOST_DIGITS = 6;
    private static final int NUMBER_MOST_DIGITS = 10;

    /** Reads an account that names its bank; empty when the text is no account. */
    public static Optional<AccountNumber> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String compact = text.replace(" ", "");
        // Fio writes an IBAN with the slash of a bank code that it does not have.
        String written = compact.endsWith("/") ? compact.substring(0, compact.length() - 1) : compact;
        if (isIban(written)) {
            return Optional.of(new AccountNumber(written, ibanKey(written.toUpperCase(Locale.ROOT))));
        }
        int slash = compact.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String before = compact.substring(0, slash);
        String after = compact.substring(slash + 1);
        if (isBank(after)) {
            return domesticKey(after, before).map(key -> new AccountNumber(compact, key));
        }
        if (isBank(before)) {
            return domesticKey(before, after).map(key -> new AccountNumber(compact, key));
        }
        return Optional.empty();
    }

    /** Reads an account that a bank writes without its own code. */
    static Optional<AccountNumber> parse(String text, String bank) {
        return text.indexOf('/') < 0 && text.length() <= LONGEST && Letters.areDigits(text.replace("-", ""))
                ? parse(text + '/' + bank)
                : parse(text);
    }

    private static boolean isIban(String text) {
        if (text.length() < IBAN_SHORTEST || text.length() > IBAN_LONGEST || !Letters.areDigits(text.substring(2, 4))) {
            return false;
        }
        return isLetter(text.charAt(0))
                && isLetter(text.charAt(1))
                && text.chars().allMatch(c -> isLetter((char) c) || Letters.isDigit((char) c));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static String ibanKey(String iban) {
        boolean domestic = (iban.startsWith("CZ") || iban.startsWith("SK"))
                && iban.length() == DOMESTIC_IBAN_LENGTH
                && Letters.areDigits(iban.substring(2));
        if (!domestic) {
            return iban;
        }
        return key(iban.substring(4, 8), iban.substring(8, 14), iban.substring(14));
    }

    private static boolean isBank(String text) {
        return text.length() == BANK_DIGITS && Letters.areDigits(text);
    }

    private static Optional<String> domesticKey(String bank, String account) {
        int dash = account.indexOf('-');
        String prefix = dash < 0 ? "0" : account.substring(0, dash);
        String number = account.substring(dash + 1);
        boolean valid = Letters.areDigits(prefix)
                && prefix.length() <= PREFIX_MOST_DIGITS
                && Letters.areDigits(number)
                && number.length() <= NUMBER_MOST_DIGITS;
        return valid ? Optional.of(key(bank, prefix, number)) : Optional.empty();
    }

    private static String key(String bank, String prefix, String number) {
        return bank + '/' + withoutLeadingZeros(prefix) + '-' + withoutLeadingZeros(number);
    }

    private static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    /** Tells only the last digits. */
    @Override
    public String toString() {
        return "…" + key.substring(Math.max(0, key.length() - 4));
    }
}
