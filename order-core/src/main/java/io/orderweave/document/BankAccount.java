package io.orderweave.document;

import java.util.Currency;
import java.util.Optional;

/**
 * An account the seller is paid to.
 *
 * @param iban without spaces
 */
public record BankAccount(Currency currency, String iban, Optional<String> bic, Optional<String> bankName) {

    /** Without the number: a sole trader's is personal. */
    @Override
    public String toString() {
        return "BankAccount[" + currency + "]";
    }
}
