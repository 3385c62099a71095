package io.orderweave.bankmail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayKeyTest {

    private static final Currency CZK = Currency.getInstance("CZK");

    /** Of a bank that gives its movements no number. */
    private static final Movement PAYMENT = Movement.builder()
            .direction(Direction.CREDIT)
            .ownAccount(AccountNumber.parse("2600457891/2010").orElseThrow())
            .amount(amount("120.00"))
            .variableSymbol(PaymentSymbol.parse("26118"))
            .specificSymbol(PaymentSymbol.parse("1"))
            .constantSymbol(PaymentSymbol.parse("308"))
            .counterparty(AccountNumber.parse("19-4028810247/0100"))
            .counterpartyName("Hana Vzorová")
            .message("Děkuji za zboží")
            .payerReference("E2E-7")
            .bookedOn(LocalDate.of(2026, 11, 19))
            .bookedAt(LocalTime.of(9, 0))
            .balance(amount("500.00"))
            .build();

    @Test
    void holdsNothingPersonal() {
        assertThat(key(PAYMENT)).matches("fio-cz:[0-9a-f]{64}");
    }

    @Test
    void isTheSameWhateverTheTransportDidToTheWords() {
        Movement damaged = Movement.builder()
                .from(PAYMENT)
                .ownAccount(AccountNumber.parse("2010/0-2600457891").orElseThrow())
                .amount(amount("120.0"))
                .variableSymbol(PaymentSymbol.parse("0000026118"))
                .counterpartyName("HANA  VZOROVA")
                .message("Dekuji za\nzbozi ")
                .build();

        assertThat(key(damaged)).isEqualTo(key(PAYMENT));
    }

    static Stream<UnaryOperator<Movement.Builder>> differences() {
        return Stream.of(
                payment -> payment.direction(Direction.DEBIT),
                payment -> payment.ownAccount(AccountNumber.parse("1/2010").orElseThrow()),
                payment -> payment.amount(amount("120.01")),
                payment -> payment.variableSymbol(Optional.empty()),
                payment -> payment.specificSymbol(PaymentSymbol.parse("2")),
                payment -> payment.constantSymbol(PaymentSymbol.parse("558")),
                payment -> payment.counterparty(AccountNumber.parse("2/0100")),
                payment -> payment.counterpartyName("Jan Vzor"),
                payment -> payment.message("Nic"),
                payment -> payment.payerReference("E2E-8"),
                payment -> payment.bookedOn(LocalDate.of(2026, 11, 20)),
                payment -> payment.bookedAt(LocalTime.of(9, 1)),
                payment -> payment.balance(amount("620.00")),
                payment -> payment.bankReference("4711"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differsInEveryPartOfWhatTheBankSaid(UnaryOperator<Movement.Builder> difference) {
        Movement other = difference.apply(Movement.builder().from(PAYMENT)).build();

        assertThat(key(other)).isNotEqualTo(key(PAYMENT));
    }

    @Test
    void differsByBankAndCurrency() {
        assertThat(ReplayKey.of(Bank.TATRABANKA_SK, PAYMENT, CZK)).isNotEqualTo(key(PAYMENT));
        assertThat(ReplayKey.of(Bank.FIO_CZ, PAYMENT, Currency.getInstance("EUR")))
                .isNotEqualTo(key(PAYMENT));
    }

    @Test
    void doesNotMixNeighbouringParts() {
        Movement one = Movement.builder()
                .from(PAYMENT)
                .counterpartyName("ab")
                .message("c")
                .build();
        Movement other = Movement.builder()
                .from(PAYMENT)
                .counterpartyName("a")
                .message("bc")
                .build();

        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void reliesOnTheBanksNumberWhereThereIsOne() {
        Movement numbered =
                Movement.builder().from(PAYMENT).bankReference("4711").build();
        Movement damaged = Movement.builder()
                .from(numbered)
                .message("D?kuji")
                .counterpartyName(Optional.empty())
                .balance(Optional.empty())
                .build();

        assertThat(key(damaged)).isEqualTo(key(numbered));
    }

    @Test
    void differsByTheBanksNumber() {
        assertThat(key(Movement.builder().from(PAYMENT).bankReference("4711").build()))
                .isNotEqualTo(key(
                        Movement.builder().from(PAYMENT).bankReference("4712").build()));
    }

    @Test
    void tellsAPaymentFromTheFeeOfTheSameOrder() {
        Movement numbered =
                Movement.builder().from(PAYMENT).bankReference("4711").build();

        assertThat(List.of(
                        key(numbered),
                        key(Movement.builder()
                                .from(numbered)
                                .amount(amount("1.00"))
                                .build()),
                        key(Movement.builder()
                                .from(numbered)
                                .direction(Direction.DEBIT)
                                .build()),
                        key(Movement.builder()
                                .from(numbered)
                                .bookedOn(LocalDate.of(2026, 12, 19))
                                .build())))
                .doesNotHaveDuplicates();
    }

    private static AmountText amount(String value) {
        return new AmountText(new BigDecimal(value), Optional.of(CZK));
    }

    private static String key(Movement movement) {
        return ReplayKey.of(Bank.FIO_CZ, movement, CZK);
    }
}
