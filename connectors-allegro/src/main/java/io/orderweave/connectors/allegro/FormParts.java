package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.required;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.http.UnreadablePartException;
import io.orderweave.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a checkout form that only Allegro writes so. */
final class FormParts {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 12;

    private FormParts() {}

    static Money money(@Nullable Price price, String path) {
        Price present = required(price, path);
        String amount = required(present.amount(), path + ".amount");
        if (!isDecimal(amount)) {
            throw new UnreadablePartException(path + ".amount", "a decimal number, not negative");
        }
        try {
            return Money.of(amount, required(present.currency(), path + ".currency"));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePartException(path + ".currency", "an ISO 4217 code");
        }
    }

    /** By hand rather than by a pattern: an order has a dozen amounts. */
    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? isDigits(text, 0, text.length(), MOST_DIGITS)
                : isDigits(text, 0, point, MOST_DIGITS) && isDigits(text, point + 1, text.length(), MOST_DECIMALS);
    }

    private static boolean isDigits(String text, int from, int to, int most) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }
}
