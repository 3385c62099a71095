package io.orderweave.bankmail.internal;

import java.util.Optional;

/**
 * A variable, specific or constant symbol.
 *
 * @param written as the bank wrote it, leading zeros kept
 * @param digits without leading zeros: what symbols are compared by
 */
public record PaymentSymbol(String written, String digits) {

    private static final int LONGEST = 35;

    /** Empty when the text holds no digit but zero, which is how banks write "none". */
    static Optional<PaymentSymbol> parse(String text) {
        String written = text.strip();
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Letters.isDigit(c) && (c != '0' || digits.length() > 0)) {
                digits.append(c);
            }
        }
        return digits.length() == 0 ? Optional.empty() : Optional.of(new PaymentSymbol(written, digits.toString()));
    }
}
