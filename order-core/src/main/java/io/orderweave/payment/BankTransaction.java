package io.orderweave.payment;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Money that came onto the seller's account, as the bank told it. Prints nothing personal. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableBankTransaction.class)
public interface BankTransaction {

    /**
     * The same for one payment however often and by whatever mail it is told, different for different payments: own account and
     * bank reference, else a hash of everything the bank said.
     */
    @Value.Redacted
    String replayKey();

    /** Positive: debits are not brought in. */
    Money amount();

    /** The day the bank booked it, in the bank's zone. */
    LocalDate bookedOn();

    /** When it was told to us. */
    Instant receivedAt();

    /** The seller's account, as the bank wrote it; may be masked. */
    @Value.Redacted
    String ownAccount();

    /** Digits without leading zeros; absent when the bank gave none or zeros. */
    Optional<String> variableSymbol();

    Optional<String> specificSymbol();

    Optional<String> constantSymbol();

    /** What the payer wrote. */
    @Value.Redacted
    Optional<String> message();

    @Value.Redacted
    Optional<String> counterpartyName();

    @Value.Redacted
    Optional<String> counterpartyAccount();

    Optional<String> bankReference();

    /** The account's balance after it, where the bank tells it. */
    @Value.Redacted
    Optional<Money> balanceAfter();

    @Value.Check
    default void check() {
        if (!amount().isPositive()) {
            throw new IllegalArgumentException("a bank transaction brings a positive amount");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BankTransaction}s. */
    final class Builder extends ImmutableBankTransaction.Builder {
        Builder() {}
    }
}
