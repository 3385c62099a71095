package io.orderweave.documents;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Czech "QR Platba": Short Payment Descriptor 1.0 (qr-platba.cz), for Czech accounts in CZK. */
final class CzechQr implements QrStandard {

    /** Ten characters at most, by the specification. */
    private static final BigDecimal MOST = new BigDecimal("9999999.99");

    private static final int LONGEST_MESSAGE = 60;

    @Override
    public Optional<String> payload(Transfer transfer) {
        if (!transfer.account().country().equals("CZ")
                || !transfer.currency().getCurrencyCode().equals("CZK")
                || transfer.amount().compareTo(MOST) > 0) {
            return Optional.empty();
        }
        StringBuilder descriptor = new StringBuilder("SPD*1.0*ACC:")
                .append(transfer.account().value())
                .append(transfer.bic().map(bic -> "+" + bic).orElse(""))
                .append("*AM:")
                .append(transfer.amount().toPlainString())
                .append("*CC:CZK*MSG:")
                .append(value(transfer.documentNumber(), LONGEST_MESSAGE));
        if (!transfer.variableSymbol().isEmpty()) {
            descriptor.append("*X-VS:").append(transfer.variableSymbol());
        }
        return Optional.of(descriptor.toString());
    }

    @Override
    public Optional<String> brand() {
        return Optional.of("QR Platba");
    }

    /** Escaped so that the whole stays in the QR alphanumeric set, which makes the code smaller and quicker to read. */
    private static String value(String text, int longest) {
        StringBuilder escaped = new StringBuilder();
        String upper = AsciiText.of(text, longest).toUpperCase(Locale.ROOT);
        for (int index = 0; index < upper.length(); index++) {
            char c = upper.charAt(index);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || " $-./:".indexOf(c) >= 0;
            escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return escaped.toString();
    }
}
