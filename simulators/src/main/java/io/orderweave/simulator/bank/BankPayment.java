package io.orderweave.simulator.bank;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One movement on the shop's account, as a bank tells of it. Immutable. */
@Value.Immutable
@ValueStyle
public interface BankPayment {

    /** Positive, at most two decimals. */
    BigDecimal amount();

    /** ISO 4217. */
    @Value.Default
    default String currency() {
        return "CZK";
    }

    /** Whether the money leaves the account. */
    @Value.Default
    default boolean debit() {
        return false;
    }

    /** The shop's account: {@code 2400123459/2010} for Fio, which leaves the bank code out of its mails; an IBAN for Tatra. */
    String ownAccount();

    /** As the bank writes it, such as {@code 123456789/0800}. */
    Optional<String> counterpartyAccount();

    Optional<String> counterpartyName();

    Optional<String> variableSymbol();

    Optional<String> specificSymbol();

    Optional<String> constantSymbol();

    Optional<String> message();

    /** What is on the account afterwards; as if there had been 10 000 before when not given. */
    Optional<BigDecimal> balance();

    @Value.Check
    default void check() {
        if (amount().signum() <= 0 || amount().stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("An amount is positive and has at most two decimals: " + amount());
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Money that came in with a variable symbol. */
    static BankPayment received(String amount, String currency, String ownAccount, String variableSymbol) {
        return builder()
                .amount(new BigDecimal(amount))
                .currency(currency)
                .ownAccount(ownAccount)
                .variableSymbol(variableSymbol)
                .build();
    }

    /** Builds {@link BankPayment}s. */
    final class Builder extends ImmutableBankPayment.Builder {
        Builder() {}
    }
}
