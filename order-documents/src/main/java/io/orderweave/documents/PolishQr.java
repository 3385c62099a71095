package io.orderweave.documents;

import java.math.BigDecimal;
import java.util.Optional;

/** The Polish Bank Association's two-dimensional transfer code (recommendation of 2013), for Polish accounts in PLN. */
final class PolishQr implements QrStandard {

    /** Six digits of grosze, by the recommendation. */
    private static final BigDecimal MOST = new BigDecimal("9999.99");

    private static final int LONGEST_PAYEE = 20;
    private static final int LONGEST_TITLE = 32;

    @Override
    public Optional<String> payload(Transfer transfer) {
        if (!transfer.account().country().equals("PL")
                || !transfer.account().bban().matches("[0-9]{24}")
                || !transfer.currency().getCurrencyCode().equals("PLN")
                || transfer.amount().compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "|",
                transfer.payeeNip().orElse(""),
                "PL",
                // The national number is the IBAN without its country.
                transfer.account().value().substring(2),
                String.format("%06d", transfer.amount().movePointRight(2).intValueExact()),
                field(transfer.payee(), LONGEST_PAYEE),
                field(transfer.reference(LONGEST_TITLE), LONGEST_TITLE),
                // Three fields held for direct debits, Invoobill and later use.
                "",
                "",
                ""));
    }

    @Override
    public Optional<String> brand() {
        return Optional.empty();
    }

    private static String field(String text, int longest) {
        return AsciiText.of(text.replace('|', ' '), longest);
    }
}
