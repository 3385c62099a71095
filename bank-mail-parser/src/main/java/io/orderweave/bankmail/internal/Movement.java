package io.orderweave.bankmail.internal;

import io.orderweave.value.ValueStyle;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.immutables.value.Value;

/** What a notice says about one movement on an account, before anybody asked whose account it is. Prints no personal data. */
@Value.Immutable
@ValueStyle
public interface Movement {

    Direction direction();

    /** A card payment, its refund or a hold: money that never pays an order by itself. */
    @Value.Default
    default boolean byCard() {
        return false;
    }

    AccountNumber ownAccount();

    AmountText amount();

    @Value.Redacted
    Optional<AccountNumber> counterparty();

    @Value.Redacted
    Optional<String> counterpartyName();

    Optional<PaymentSymbol> variableSymbol();

    Optional<PaymentSymbol> specificSymbol();

    Optional<PaymentSymbol> constantSymbol();

    /** For the payee; the shop's own note where the movement is a debit. */
    @Value.Redacted
    Optional<String> message();

    /** What the payer's bank passed on beside the symbols, for example a SEPA end-to-end reference. */
    @Value.Redacted
    Optional<String> payerReference();

    /** The bank's own number of the movement. */
    Optional<String> bankReference();

    Optional<LocalDate> bookedOn();

    /** In the bank's zone. */
    Optional<LocalTime> bookedAt();

    @Value.Redacted
    Optional<AmountText> balance();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Movement}s. */
    final class Builder extends ImmutableMovement.Builder {
        Builder() {}
    }
}
