package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.OrderHub;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.id.TransactionId;
import io.orderweave.intake.PullReport;
import io.orderweave.intake.Quarantine;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.payment.MatchCriterion;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.payment.Payments;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.FakeBank;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BankPaymentIntakeTest {

    private static final Actor ANNA = Actor.operator("anna");

    private final TestShop shop = new TestShop();
    private final FakeBank bank = new FakeBank();
    private final Set<String> failing = new HashSet<>();
    private final OrderHub hub =
            shop.open(builder -> builder.paymentSource(FakeBank.BANK, bank).listener(change -> {
                boolean paid = change.events().stream().anyMatch(PaymentEvent.PaymentReceived.class::isInstance);
                if (paid && failing.contains(change.after().number())) {
                    throw new IllegalStateException("host table says no");
                }
            }));

    @Test
    void paysTheOrderWhoseProformaTheSymbolNames() {
        Order order = confirmed("A1001");
        String symbol = hub.documents().of(order.id()).get(0).variableSymbol();

        bank.tell(FakeBank.transfer("t1")
                .variableSymbol(symbol)
                .bankReference("ref-1")
                .build());
        PullReport report = hub.pull(FakeBank.BANK);

        assertThat(report).isEqualTo(new PullReport(true, 0, 0, 0, 0, 1, 0));
        assertThat(order("A1001").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
        assertThat(hub.payments().of(order.id())).singleElement().satisfies(payment -> {
            assertThat(payment.source()).isEqualTo(Payment.Source.BANK);
            assertThat(payment.reference()).contains("ref-1");
            assertThat(events(Subject.of(payment.transaction().orElseThrow())))
                    .containsExactly(
                            new PaymentEvent.TransactionReceived(Money.of("120.00", "PLN")),
                            new PaymentEvent.TransactionMatched(order.id(), MatchCriterion.INVOICE_VARIABLE_SYMBOL));
        });
        assertThat(hub.payments().unmatched(10)).isEmpty();
    }

    @Test
    void countsANoticeThatComesTwiceOnce() {
        Order order = confirmed("A1001");

        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        hub.pull(FakeBank.BANK);
        bank.tell(FakeBank.transfer("t1").message("A1001 again").build());
        PullReport again = hub.pull(FakeBank.BANK);

        assertThat(again.payments()).isZero();
        assertThat(order("A1001").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(hub.payments().of(order.id())).hasSize(1);
        assertThat(hub.payments().unmatched(10)).isEmpty();
    }

    @Test
    void listsATransferThatNamesNothingAndNeverMatchesByAmountAlone() {
        confirmed("A1001");

        bank.tell(FakeBank.transfer("t1").message("za buty, Kowalski").build());
        hub.pull(FakeBank.BANK);

        assertThat(order("A1001").progress().paid().isZero()).isTrue();
        assertThat(unmatched().outcome()).contains("no order").doesNotContain("Kowalski");
        assertThat(unmatched().toString()).doesNotContain("Kowalski", "Jan");
        assertThat(events(Subject.of(unmatched().id())))
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.toString()).doesNotContain("Kowalski"));
    }

    @Test
    void listsATransferThatNamesTwoOrders() {
        Order first = confirmed("A1001");
        Order second = confirmed("A1002");

        bank.tell(FakeBank.transfer("t1").message("A1001 and A1002").build());
        hub.pull(FakeBank.BANK);

        assertThat(unmatched().outcome())
                .contains("more than one order", first.id().value(), second.id().value());
        assertThat(order("A1001").progress().paid().isZero()).isTrue();
    }

    @Test
    void listsATransferInAnotherCurrency() {
        confirmed("A1001");

        bank.tell(FakeBank.transfer("t1")
                .amount(Money.of("120.00", "EUR"))
                .message("A1001")
                .build());
        hub.pull(FakeBank.BANK);

        assertThat(unmatched().outcome()).contains("WRONG_CURRENCY");
    }

    @Test
    void listsATransferForAnOrderThatIsPaidAlsoWithinOneBatch() {
        confirmed("A1001");

        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        bank.tell(FakeBank.transfer("t2").message("A1001").build());
        hub.pull(FakeBank.BANK);

        assertThat(unmatched().outcome()).contains("ALREADY_PAID");
        assertThat(order("A1001").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
    }

    @Test
    void listsATransferForACancelledOrder() {
        Order order = confirmed("A1001");
        hub.orders().cancel(order.id(), "buyer asked", ANNA);

        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        hub.pull(FakeBank.BANK);

        assertThat(unmatched().outcome()).contains("ORDER_CANCELLED");
    }

    @Test
    void takesAPartOfTheMoneyAsPartialPayment() {
        confirmed("A1001");

        bank.tell(FakeBank.transfer("t1")
                .amount(Money.of("20.00", "PLN"))
                .message("A1001")
                .build());
        bank.tell(FakeBank.transfer("t2")
                .amount(Money.of("100.00", "PLN"))
                .message("A1001")
                .build());
        hub.pull(FakeBank.BANK);

        assertThat(order("A1001").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
        assertThat(order("A1001").status()).isEqualTo(new StatusId("packing"));
    }

    @Test
    void assignsAnUnmatchedTransferByHandOnce() {
        Order order = confirmed("A1001");
        bank.tell(FakeBank.transfer("t1").build());
        hub.pull(FakeBank.BANK);
        TransactionId id = unmatched().id();

        Payment payment = hub.payments().assign(id, order.id(), ANNA);

        assertThat(payment.transaction()).contains(id);
        assertThat(hub.payments().unmatched(10)).isEmpty();
        assertThat(order("A1001").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
        assertThat(events(Subject.of(id))).last().isEqualTo(new PaymentEvent.TransactionAssigned(order.id()));
        assertThatThrownBy(() -> hub.payments().assign(id, order.id(), ANNA))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining(id.value())
                .hasMessageContaining(order.id().value());
        assertThat(order("A1001").progress().paid()).isEqualTo(Money.of("120.00", "PLN"));
    }

    @Test
    void refusesToAssignAnotherCurrencyOrAnUnknownTransfer() {
        Order order = confirmed("A1001");
        bank.tell(FakeBank.transfer("t1").amount(Money.of("30.00", "EUR")).build());
        hub.pull(FakeBank.BANK);

        assertThatThrownBy(() -> hub.payments().assign(unmatched().id(), order.id(), ANNA))
                .hasMessageContaining("PLN")
                .hasMessageContaining("30.00 EUR");
        assertThatThrownBy(() -> hub.payments().assign(new TransactionId("nope"), order.id(), ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NOT_FOUND))
                .hasMessageContaining("nope");
        assertThatThrownBy(() -> hub.payments().assign(unmatched().id(), new OrderId("none"), ANNA))
                .hasMessageContaining("no order none");
    }

    @Test
    void listsARefusedMailWithItsReasonAndKeepsIt() {
        bank.refuse("mail-1", "From: bank@fraud.example", "SENDER_NOT_THE_BANK");

        PullReport report = hub.pull(FakeBank.BANK);

        assertThat(report.quarantined()).isEqualTo(1);
        Quarantine.Item item = hub.quarantine().open(10).get(0);
        assertThat(item.reason()).isEqualTo("SENDER_NOT_THE_BANK");
        assertThat(item.connection()).isEqualTo(FakeBank.BANK);
        assertThat(new String(hub.quarantine().raw(item.id()).orElseThrow().content(), StandardCharsets.UTF_8))
                .isEqualTo("From: bank@fraud.example");
        assertThatThrownBy(() -> hub.quarantine().retry(item.id(), ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_REQUEST));
    }

    @Test
    void listsTheOneTransferThatCannotBeRecordedAndGoesOn() {
        failFor("A1001");
        confirmed("A1001");
        confirmed("A1002");
        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        bank.tell(FakeBank.transfer("t2").message("A1002").build());

        PullReport report = hub.pull(FakeBank.BANK);

        assertThat(report.payments()).isEqualTo(2);
        assertThat(order("A1002").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
        assertThat(order("A1001").axes().payment()).isEqualTo(Axes.PaymentState.UNPAID);
        assertThat(unmatched().outcome()).contains("could not be recorded", "IllegalStateException");
        assertThat(hub.pull(FakeBank.BANK).payments()).isZero();

        failing.clear();
        hub.payments().assign(unmatched().id(), order("A1001").id(), ANNA);
        assertThat(order("A1001").axes().payment()).isEqualTo(Axes.PaymentState.PAID);
    }

    @Test
    void stopsForAListenerThatFailsForEveryTransfer() {
        failFor("A1001", "A1002");
        confirmed("A1001");
        confirmed("A1002");
        bank.tell(FakeBank.transfer("t1").message("A1001").build());
        bank.tell(FakeBank.transfer("t2").message("A1002").build());

        assertThatThrownBy(() -> hub.pull(FakeBank.BANK)).hasMessage("host table says no");

        assertThat(hub.payments().unmatched(10)).isEmpty();
        failing.clear();
        assertThat(hub.pull(FakeBank.BANK).payments()).isEqualTo(2);
        assertThat(hub.payments().unmatched(10)).isEmpty();
    }

    private void failFor(String... numbers) {
        failing.addAll(List.of(numbers));
    }

    @Test
    void matchesByTheCascadeTheHostChose() {
        TestShop other = new TestShop();
        FakeBank otherBank = new FakeBank();
        OrderHub byInvoiceOnly = other.open(builder -> builder.paymentSource(FakeBank.BANK, otherBank)
                .matching(new PaymentMatcher(List.of(MatchCriterion.INVOICE_VARIABLE_SYMBOL))));
        other.channel.tell(ChannelOrders.unpaid("A1001").build());
        byInvoiceOnly.pull(TestShop.CHANNEL);

        otherBank.tell(FakeBank.transfer("t1").message("A1001").build());
        byInvoiceOnly.pull(FakeBank.BANK);

        assertThat(byInvoiceOnly.payments().unmatched(10)).hasSize(1);
    }

    private Order confirmed(String number) {
        shop.channel.tell(ChannelOrders.unpaid(number).build());
        hub.pull(TestShop.CHANNEL);
        hub.effects().runDue();
        return order(number);
    }

    private Order order(String number) {
        return TestShop.order(hub, number);
    }

    private Payments.IncomingTransaction unmatched() {
        assertThat(hub.payments().unmatched(10)).hasSize(1);
        return hub.payments().unmatched(10).get(0);
    }

    private List<Event> events(Subject subject) {
        return hub.journal().history(subject, 1, 100).stream()
                .map(entry -> entry.event().orElseThrow())
                .toList();
    }
}
