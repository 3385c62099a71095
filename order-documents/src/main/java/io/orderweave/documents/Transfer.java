package io.orderweave.documents;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.money.Money;
import io.orderweave.party.TaxId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * The bank transfer a document asks for.
 *
 * <p>There is no due date: banks' apps take one as the day of execution, and a shop that waits for money wants it today.
 *
 * @param amount positive, with two decimals
 * @param payee ASCII, not empty
 * @param payeeNip the payee's Polish tax number, ten digits
 * @param variableSymbol one to ten digits, or empty
 */
record Transfer(
        Iban account,
        Optional<String> bic,
        BigDecimal amount,
        Currency currency,
        String payee,
        Optional<String> payeeNip,
        String documentNumber,
        String variableSymbol) {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_NUMBER = 60;

    /** Empty where nothing is to be paid by transfer, or the account is not one that money can safely be sent to. */
    static Optional<Transfer> of(Document document) {
        if (!document.toPay().isPositive()) {
            return Optional.empty();
        }
        return document.payTo()
                .filter(account -> account.currency().equals(document.currency()))
                .flatMap(account -> of(document, account));
    }

    private static Optional<Transfer> of(Document document, BankAccount account) {
        Money toPay = document.toPay();
        String payee = AsciiText.of(document.sellerProfile().displayName(), LONGEST_NAME);
        // Apps take whole cents of currencies with two decimals; no code is better than a wrong amount.
        if (toPay.amount().scale() != 2 || payee.isEmpty()) {
            return Optional.empty();
        }
        return Iban.parse(account.iban())
                .map(iban -> new Transfer(
                        iban,
                        account.bic().map(String::strip).filter(bic -> bic.matches("[A-Z0-9]{8}([A-Z0-9]{3})?")),
                        toPay.amount(),
                        toPay.currency(),
                        payee,
                        document.sellerProfile()
                                .taxId("PL_NIP")
                                .map(TaxId::value)
                                .map(nip -> nip.replaceAll("[^0-9]", ""))
                                .filter(nip -> nip.length() == 10),
                        AsciiText.of(document.number(), LONGEST_NUMBER),
                        document.variableSymbol().matches("[0-9]{1,10}") ? document.variableSymbol() : ""));
    }

    /**
     * What the payment says of itself where the standard knows no variable symbol: the document's number for people, the
     * symbol with its label for the matching; the symbol alone where both are too long.
     */
    String reference(int longest) {
        if (variableSymbol.isEmpty()) {
            return AsciiText.of(documentNumber, longest);
        }
        String labelled = "/VS" + variableSymbol;
        String both = documentNumber + " " + labelled;
        return both.length() <= longest ? both : labelled;
    }
}
