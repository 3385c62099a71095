package io.orderweave.documents;

import java.util.Optional;

/** Slovak "PAY by square" (1.0), for Slovak accounts in EUR: Slovak apps do not read the European code. */
final class SlovakQr implements QrStandard {

    private static final int LONGEST_NOTE = 140;

    @Override
    public Optional<String> payload(Transfer transfer) {
        if (!transfer.account().country().equals("SK")
                || !transfer.currency().getCurrencyCode().equals("EUR")) {
            return Optional.empty();
        }
        return Optional.of(BySquare.encode(String.join(
                "\t",
                // The invoice's own id holds ten characters, too few for a number; the note carries it.
                "",
                "1",
                "1",
                transfer.amount().toPlainString(),
                "EUR",
                "",
                transfer.variableSymbol(),
                "",
                "",
                "",
                AsciiText.of(transfer.documentNumber(), LONGEST_NOTE),
                "1",
                transfer.account().value(),
                transfer.bic().orElse(""),
                "0",
                "0",
                transfer.payee(),
                "",
                "")));
    }

    @Override
    public Optional<String> brand() {
        return Optional.of("PAY by square");
    }
}
