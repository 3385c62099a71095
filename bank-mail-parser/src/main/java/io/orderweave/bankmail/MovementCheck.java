package io.orderweave.bankmail;

import io.orderweave.bankmail.BankMailOutcome.Ignored;
import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.bankmail.internal.AccountNumber;
import io.orderweave.bankmail.internal.AmountText;
import io.orderweave.bankmail.internal.Bank;
import io.orderweave.bankmail.internal.Direction;
import io.orderweave.bankmail.internal.Movement;
import io.orderweave.bankmail.internal.PaymentSymbol;
import io.orderweave.bankmail.internal.ReplayKey;
import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what a notice says against the mailbox's accounts and the calendar, and makes transactions of what money came in. */
final class MovementCheck {

    /** The clocks of a bank and of the host differ, and banks date some bookings to the next working day. */
    private static final Duration FUTURE = Duration.ofDays(4);

    private final BankMailbox mailbox;
    private final Clock clock;

    MovementCheck(BankMailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /**
     * @param movements of one mail, at least one
     * @param mailDate when the mail says it was written
     */
    BankMailOutcome outcome(Bank bank, List<Movement> movements, Optional<Instant> mailDate, Authenticity authenticity)
            throws RejectedMailException, UnreadableMailException {
        List<BankTransaction> transactions = new ArrayList<>();
        for (Movement movement : movements) {
            OwnAccount own = ownAccount(movement);
            LocalDate day = plausibleDay(movement, mailDate);
            if (movement.amount().value().signum() == 0) {
                throw new UnreadableMailException(UnreadableReason.MALFORMED_NOTICE, "the amount is zero");
            }
            if (ignored(movement).isEmpty()) {
                transactions.add(transaction(bank, movement, own, day, mailDate));
            }
        }
        return transactions.isEmpty()
                ? new Ignored(ignored(movements.get(0)).orElseThrow())
                : new Parsed(transactions, authenticity);
    }

    private OwnAccount ownAccount(Movement movement) throws RejectedMailException {
        return mailbox.ownAccounts().stream()
                .filter(own -> own.is(movement.ownAccount()))
                .findFirst()
                .orElseThrow(() -> new RejectedMailException(
                        RejectionReason.FOREIGN_ACCOUNT, "the notice is about an account that is not the mailbox's"));
    }

    private LocalDate plausibleDay(Movement movement, Optional<Instant> mailDate)
            throws RejectedMailException, UnreadableMailException {
        LocalDate day = movement.bookedOn()
                .or(() -> mailDate.map(this::dayOf))
                .orElseThrow(() -> new UnreadableMailException(
                        UnreadableReason.NO_DATE, "neither the notice nor the mail has a readable date"));
        if (isImplausible(day)) {
            throw new RejectedMailException(
                    RejectionReason.OUTSIDE_DATE_WINDOW, "the notice is dated too long ago or in the future");
        }
        return day;
    }

    private boolean isImplausible(LocalDate day) {
        Instant now = clock.instant();
        return day.isBefore(dayOf(now.minus(mailbox.maxAge()))) || day.isAfter(dayOf(now.plus(FUTURE)));
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, mailbox.zone());
    }

    private static Optional<IgnoredReason> ignored(Movement movement) {
        if (movement.byCard()) {
            return Optional.of(
                    movement.direction() == Direction.CREDIT ? IgnoredReason.CARD_REFUND : IgnoredReason.CARD_PAYMENT);
        }
        return movement.direction() == Direction.DEBIT ? Optional.of(IgnoredReason.DEBIT) : Optional.empty();
    }

    private BankTransaction transaction(
            Bank bank, Movement movement, OwnAccount own, LocalDate bookedOn, Optional<Instant> mailDate) {
        Currency currency = movement.amount().currency().orElse(own.currency());
        return BankTransaction.builder()
                .replayKey(ReplayKey.of(bank, movement, currency))
                .amount(Money.of(movement.amount().value(), currency))
                .bookedOn(bookedOn)
                .receivedAt(receivedAt(mailDate))
                .ownAccount(movement.ownAccount().text())
                .variableSymbol(movement.variableSymbol().map(PaymentSymbol::digits))
                .specificSymbol(movement.specificSymbol().map(PaymentSymbol::digits))
                // Of four digits by its nature: 0308 is not 308.
                .constantSymbol(movement.constantSymbol().map(PaymentSymbol::written))
                .message(wordsOf(movement))
                .counterpartyName(movement.counterpartyName())
                .counterpartyAccount(movement.counterparty().map(AccountNumber::text))
                .bankReference(movement.bankReference())
                .balanceAfter(movement.balance().map(balance -> money(balance, own)))
                .build();
    }

    private Instant receivedAt(Optional<Instant> mailDate) {
        Instant now = clock.instant();
        return mailDate.filter(written -> !written.isAfter(now)).orElse(now);
    }

    /** The message, and a reference that is not symbols: both are the payer's words. */
    private static Optional<String> wordsOf(Movement movement) {
        String words = Stream.of(movement.message(), movement.payerReference())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Money money(AmountText amount, OwnAccount own) {
        return Money.of(amount.value(), amount.currency().orElse(own.currency()));
    }
}
