package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.PaymentSource.Item;
import io.orderweave.payment.PaymentSource.Item.Received;
import io.orderweave.payment.PaymentSource.Item.Refused;
import io.orderweave.simulator.bank.BankMailForgery;
import io.orderweave.simulator.bank.BankMailLayout;
import io.orderweave.simulator.bank.BankMailbox;
import io.orderweave.simulator.bank.BankPayment;
import io.orderweave.simulator.bank.MailReceiver;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails written by somebody else after the same facts: the simulators, which know nothing of this parser. */
class SimulatedMailsTest {

    @TempDir
    private Path directory;

    private BankMailbox bank;
    private BankMailFolder folder;

    @BeforeEach
    void openMailbox() {
        bank = new BankMailbox(
                directory, new MailReceiver(TestMailbox.AUTHSERV_ID, TestMailbox.ADDRESS), TestMailbox.CLOCK);
        folder = new BankMailFolder(directory, TestMailbox.parser());
    }

    @ParameterizedTest
    @EnumSource(BankMailLayout.class)
    void readsEveryLayout(BankMailLayout layout) {
        bank.deliver(layout, payment(layout).build());

        BankTransaction read = ((Received) onlyItem()).transaction();

        assertThat(read.amount()).isEqualTo(Money.of("12345.60", currency(layout)));
        assertThat(read.variableSymbol()).contains("2026118");
        assertThat(read.specificSymbol()).contains("77");
        assertThat(read.constantSymbol()).contains("0308");
        assertThat(read.message()).contains("objednavka 2026118");
        assertThat(read.counterpartyAccount()).isPresent();
        assertThat(read.balanceAfter()).contains(Money.of("50000.05", currency(layout)));
    }

    @ParameterizedTest
    @EnumSource(BankMailLayout.class)
    void passesOverDebits(BankMailLayout layout) {
        bank.deliver(layout, payment(layout).debit(true).build());

        assertThat(poll()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BankMailLayout.class)
    void givesAMailDeliveredAgainTheSameKey(BankMailLayout layout) {
        bank.deliverAgain(bank.deliver(layout, payment(layout).build()));

        assertThat(poll())
                .hasSize(2)
                .extracting(item -> ((Received) item).transaction().replayKey())
                .containsOnly(((Received) poll().get(0)).transaction().replayKey());
    }

    @ParameterizedTest
    @EnumSource(BankMailForgery.class)
    void refusesEveryForgeryOfEveryLayout(BankMailForgery forgery) {
        for (BankMailLayout layout : BankMailLayout.values()) {
            bank.forge(layout, payment(layout).build(), forgery);
        }

        assertThat(poll()).hasSize(3).hasOnlyElementsOfType(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SPOOFED_DOMAIN, SENDER_LOOKALIKE",
        "FAILED_AUTHENTICATION, AUTHENTICATION_FAILED",
        "NO_AUTHENTICATION, AUTHENTICATION_MISSING",
        "MISALIGNED_AUTHENTICATION, AUTHENTICATION_FAILED",
        "FOREIGN_AUTHENTICATION, AUTHENTICATION_MISSING",
        "OTHER_RECIPIENT, NOT_ADDRESSED_TO_MAILBOX",
        "TWO_SENDERS, SENDER_UNCLEAR"
    })
    void tellsWhyAForgeryIsRefused(BankMailForgery forgery, String reason) {
        bank.forge(BankMailLayout.FIO_PROSE, payment(BankMailLayout.FIO_PROSE).build(), forgery);

        assertThat(((Refused) onlyItem()).reason()).isEqualTo(reason);
    }

    @Test
    void tellsTwoEqualPaymentsApart() {
        BankPayment.Builder payment = payment(BankMailLayout.FIO_LABELS);
        bank.deliver(BankMailLayout.FIO_LABELS, payment.build());
        bank.deliver(
                BankMailLayout.FIO_LABELS,
                payment.balance(new BigDecimal("62345.65")).build());

        assertThat(poll())
                .extracting(item -> ((Received) item).transaction().replayKey())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private Item onlyItem() {
        List<Item> items = poll();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<Item> poll() {
        return folder.poll(Optional.empty(), 100).items();
    }

    private static String currency(BankMailLayout layout) {
        return layout == BankMailLayout.TATRA_BMAIL ? "EUR" : "CZK";
    }

    private static BankPayment.Builder payment(BankMailLayout layout) {
        boolean tatra = layout == BankMailLayout.TATRA_BMAIL;
        return BankPayment.builder()
                .amount(new BigDecimal("12345.60"))
                .currency(currency(layout))
                .ownAccount(tatra ? TestMailbox.TATRA_ACCOUNT : TestMailbox.FIO_ACCOUNT)
                .counterpartyAccount(tatra ? "0900/000000-5120046738" : "19-4028810247/0100")
                .counterpartyName("Hana Vzorová")
                .variableSymbol("2026118")
                .specificSymbol("77")
                .constantSymbol("0308")
                .message("objednavka 2026118")
                .balance(new BigDecimal("50000.05"));
    }
}
