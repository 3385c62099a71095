package io.orderweave.bankmail.internal;

import java.util.Optional;

/**
 * Slovak symbols in one reference: {@code /VS1234567890/SS/KS0308}.
 *
 * @param isPresent whether the text has this form at all; a reference of another form is the payer's own
 */
record SlashReference(
        boolean isPresent,
        Optional<PaymentSymbol> variable,
        Optional<PaymentSymbol> specific,
        Optional<PaymentSymbol> constant) {

    static SlashReference parse(String text) {
        String compact = text.replace(" ", "");
        boolean present = compact.startsWith("/VS") || compact.startsWith("/SS") || compact.startsWith("/KS");
        return new SlashReference(present, symbol(compact, "/VS"), symbol(compact, "/SS"), symbol(compact, "/KS"));
    }

    private static Optional<PaymentSymbol> symbol(String text, String name) {
        int start = text.indexOf(name);
        if (start < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('/', start + 1);
        return PaymentSymbol.parse(text.substring(start + name.length(), end < 0 ? text.length() : end));
    }
}
