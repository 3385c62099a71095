package io.orderweave.documents;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The European Payments Council's code for SEPA credit transfers (EPC069-12, version 002), for accounts in EUR. */
final class EpcQr implements QrStandard {

    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_TEXT = 140;

    /** Countries of the SEPA schemes by the country of the IBAN (EPC409-09); to be extended as the list grows. */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    @Override
    public Optional<String> payload(Transfer transfer) {
        if (!transfer.currency().getCurrencyCode().equals("EUR")
                || !SEPA.contains(transfer.account().country())
                || transfer.amount().compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "\n",
                "BCD",
                "002",
                // UTF-8, of which the text is the ASCII part.
                "1",
                "SCT",
                transfer.bic().orElse(""),
                transfer.payee(),
                transfer.account().value(),
                "EUR" + transfer.amount().toPlainString(),
                // No purpose code and no structured reference, which excludes the text.
                "",
                "",
                transfer.reference(LONGEST_TEXT)));
    }

    @Override
    public Optional<String> brand() {
        return Optional.empty();
    }
}
