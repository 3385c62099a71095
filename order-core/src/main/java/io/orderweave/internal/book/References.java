package io.orderweave.internal.book;

import io.orderweave.payment.PaymentMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How payment references are written in indexes, so that what a payer writes finds them. */
public final class References {

    private References() {}

    /** A variable symbol. */
    public static String symbol(String symbol) {
        return "vs:" + PaymentMatcher.canonicalSymbol(symbol);
    }

    /** A number of an order or document: letters and digits only, upper case. */
    public static String number(String number) {
        StringBuilder kept = new StringBuilder("no:");
        number.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Every way in which a payer may write the number: as it is, and its digits alone. */
    public static List<String> numberForms(String number) {
        List<String> forms = new ArrayList<>();
        forms.add(number(number));
        String digits = PaymentMatcher.canonicalSymbol(number);
        // Fewer digits would make any short number in a message a match.
        if (digits.length() >= 4 && !forms.contains("no:" + digits)) {
            forms.add("no:" + digits);
        }
        return forms;
    }
}
