package io.orderweave.bankmail;

import io.orderweave.bankmail.internal.AccountNumber;
import java.util.Currency;

/**
 * An account of the shop.
 *
 * @param number IBAN or {@code prefix-number/bank}
 * @param currency of the account: some banks do not tell it in their notices
 */
public record OwnAccount(String number, Currency currency) {

    public OwnAccount {
        if (AccountNumber.parse(number).isEmpty()) {
            throw new IllegalArgumentException("an own account is an IBAN or prefix-number/bank");
        }
    }

    boolean is(AccountNumber other) {
        return AccountNumber.parse(number)
                .filter(own -> own.key().equals(other.key()))
                .isPresent();
    }

    @Override
    public String toString() {
        return "OwnAccount[…, " + currency + "]";
    }
}
