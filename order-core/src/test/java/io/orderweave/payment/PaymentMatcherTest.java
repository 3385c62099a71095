package io.orderweave.payment;

import static io.orderweave.payment.MatchCriterion.INVOICE_NUMBER;
import static io.orderweave.payment.MatchCriterion.INVOICE_VARIABLE_SYMBOL;
import static io.orderweave.payment.MatchCriterion.ORDER_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orderweave.id.OrderId;
import io.orderweave.testing.FakeBank;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentMatcherTest {

    private static final OrderId FIRST = new OrderId("first");
    private static final OrderId SECOND = new OrderId("second");

    private final FakeCandidates book = new FakeCandidates();

    @Test
    void takesTheFirstCriterionThatGivesOneOrder() {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);
        book.names(ORDER_NUMBER, "123", SECOND);

        assertThat(match(symbol("123"))).isEqualTo(new MatchOutcome.Matched(FIRST, INVOICE_VARIABLE_SYMBOL));
    }

    @Test
    void goesByTheOrderOfTheCascade() {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);
        book.names(ORDER_NUMBER, "123", SECOND);

        assertThat(new PaymentMatcher(List.of(ORDER_NUMBER, INVOICE_VARIABLE_SYMBOL)).match(symbol("123"), book))
                .isEqualTo(new MatchOutcome.Matched(SECOND, ORDER_NUMBER));
    }

    @Test
    void leavesOutACriterionThatIsOff() {
        book.names(ORDER_NUMBER, "123", SECOND);

        assertThat(new PaymentMatcher(List.of(INVOICE_VARIABLE_SYMBOL, INVOICE_NUMBER)).match(symbol("123"), book))
                .isInstanceOf(MatchOutcome.NotFound.class);
    }

    @Test
    void stopsAtACriterionThatGivesTwoOrders() {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST, SECOND);
        book.names(ORDER_NUMBER, "123", FIRST);

        assertThat(match(symbol("123")))
                .isEqualTo(new MatchOutcome.Ambiguous(INVOICE_VARIABLE_SYMBOL, Set.of(FIRST, SECOND)));
    }

    @Test
    void isAmbiguousWhenSymbolAndMessageDisagree() {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);
        book.names(INVOICE_VARIABLE_SYMBOL, "456", SECOND);

        assertThat(match(FakeBank.transfer("t")
                        .variableSymbol("123")
                        .message("VS 456")
                        .build()))
                .isInstanceOf(MatchOutcome.Ambiguous.class);
    }

    @Test
    void tellsWhyTheMoneyDoesNotFitTheOneOrder() {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);
        book.unfit.put(FIRST, MatchOutcome.Reason.ALREADY_PAID);
        book.names(ORDER_NUMBER, "123", SECOND);

        assertThat(match(symbol("123")))
                .isEqualTo(new MatchOutcome.Unfit(FIRST, INVOICE_VARIABLE_SYMBOL, MatchOutcome.Reason.ALREADY_PAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "0000000123", "VS123", "00123 "})
    void ignoresLeadingZerosOfASymbol(String symbol) {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);

        assertThat(match(symbol(symbol))).isInstanceOf(MatchOutcome.Matched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VS 123",
                "VS:123",
                "VS: 0000000123",
                "vs123",
                "/VS123/SS/KS0308",
                "platba V.S. 123, dekuji",
                "variabilní symbol 123",
                "var.symbol 123",
                "(VS-123)"
            })
    void readsASymbolInTheMessage(String message) {
        book.names(INVOICE_VARIABLE_SYMBOL, "123", FIRST);

        assertThat(match(message(message))).isEqualTo(new MatchOutcome.Matched(FIRST, INVOICE_VARIABLE_SYMBOL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVS 123", "VS 12345678901", "VS", "VS abc", "VS 0000", "number 123"})
    void readsNoSymbolWhereThereIsNone(String message) {
        assertThat(PaymentMatcher.references(INVOICE_VARIABLE_SYMBOL, message(message)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'order A-1001, thanks', A-1001",
        "'FV/2026/0001', FV/2026/0001",
        "'zamówienie nr:A1001!', A1001",
        "'(A1001)', A1001"
    })
    void readsNumbersAsWordsOfTheMessage(String message, String word) {
        assertThat(PaymentMatcher.references(ORDER_NUMBER, message(message))).contains(word);
        assertThat(PaymentMatcher.references(INVOICE_NUMBER, message(message))).contains(word);
    }

    @Test
    void neverAsksByAmount() {
        MatchOutcome outcome = match(FakeBank.transfer("t").build());

        assertThat(outcome).isEqualTo(new MatchOutcome.NotFound(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "VS ", "1", "9-", "\u0000", "/VS", "var. "})
    void readsAMegabyteOfAnythingAtOnce(String unit) {
        String hostile = unit.repeat(1_000_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> match(message(hostile)));
    }

    @Test
    void looksUpWhatALongMessageBeginsWithAndNoMore() {
        String words = IntStream.range(100_000, 200_000).mapToObj(i -> "A" + i).collect(Collectors.joining(" "));

        assertThat(PaymentMatcher.references(ORDER_NUMBER, message(words)))
                .startsWith("A100000")
                .hasSize(250);
    }

    @Test
    void refusesACascadeWithACriterionTwice() {
        assertThatThrownBy(() -> new PaymentMatcher(List.of(ORDER_NUMBER, ORDER_NUMBER)))
                .hasMessageContaining("listed twice");
    }

    private MatchOutcome match(BankTransaction transaction) {
        return PaymentMatcher.standard().match(transaction, book);
    }

    private static BankTransaction symbol(String symbol) {
        return FakeBank.transfer("t").variableSymbol(symbol).build();
    }

    private static BankTransaction message(String message) {
        return FakeBank.transfer("t").message(message).build();
    }

    private static final class FakeCandidates implements PaymentMatcher.Candidates {

        private final Map<String, Set<OrderId>> named = new HashMap<>();
        private final Map<OrderId, MatchOutcome.Reason> unfit = new HashMap<>();

        void names(MatchCriterion criterion, String reference, OrderId... orders) {
            named.put(criterion + reference, Set.of(orders));
        }

        @Override
        public Set<OrderId> named(MatchCriterion criterion, String reference) {
            return named.getOrDefault(criterion + reference, Set.of());
        }

        @Override
        public Optional<MatchOutcome.Reason> unfit(OrderId order, BankTransaction transaction) {
            return Optional.ofNullable(unfit.get(order));
        }
    }
}
