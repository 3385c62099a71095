package io.orderweave.bankmail.internal;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An amount as Czech and Slovak banks write it: {@code 3 898,00}, {@code 1.234,56 CZK}, {@code 25,00 Kč}. Unsigned, always
 * with two decimals: anything else is no amount, since a digit lost on the way must not make another amount of it.
 *
 * @param currency absent where the bank leaves it to the account
 */
public record AmountText(BigDecimal value, Optional<Currency> currency) {

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, currency -> currency));

    /** Fifteen digits and their separators; a longer text is no amount. */
    private static final int LONGEST = 30;

    private static final int MOST_WHOLE_DIGITS = 13;
    private static final int DECIMALS = 2;
    private static final int GROUP = 3;

    static Optional<AmountText> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        int end = 0;
        while (end < trimmed.length() && isPart(trimmed.charAt(end))) {
            end++;
        }
        Optional<BigDecimal> value = number(trimmed.substring(0, end).strip());
        String unit = trimmed.substring(end).strip();
        if (value.isEmpty() || unit.isEmpty()) {
            return value.map(number -> new AmountText(number, Optional.empty()));
        }
        return currency(unit).flatMap(known -> value.map(number -> new AmountText(number, Optional.of(known))));
    }

    private static boolean isPart(char c) {
        return Letters.isDigit(c) || c == ' ' || c == '.' || c == ',';
    }

    private static Optional<BigDecimal> number(String text) {
        int comma = text.indexOf(',');
        if (comma < 1 || text.length() - comma - 1 != DECIMALS || !Letters.areDigits(text.substring(comma + 1))) {
            return Optional.empty();
        }
        return whole(text.substring(0, comma)).map(digits -> new BigDecimal(digits + '.' + text.substring(comma + 1)));
    }

    /** The digits before the comma: ungrouped, or grouped by three with one kind of separator throughout. */
    private static Optional<String> whole(String text) {
        char separator = text.indexOf('.') >= 0 ? '.' : ' ';
        StringBuilder digits = new StringBuilder();
        int group = 0;
        boolean grouped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isDigit(c)) {
                digits.append(c);
                group++;
            } else if (c == separator && (grouped ? group == GROUP : group >= 1 && group <= GROUP)) {
                grouped = true;
                group = 0;
            } else {
                return Optional.empty();
            }
        }
        boolean complete = grouped ? group == GROUP : group > 0;
        return complete && digits.length() <= MOST_WHOLE_DIGITS ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static Optional<Currency> currency(String unit) {
        if (Letters.fold(unit).equals("kc")) {
            return Optional.of(Currency.getInstance("CZK"));
        }
        if (unit.equals("€")) {
            return Optional.of(Currency.getInstance("EUR"));
        }
        return Optional.ofNullable(BY_CODE.get(unit));
    }
}
