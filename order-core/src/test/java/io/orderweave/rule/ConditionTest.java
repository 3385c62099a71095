package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.testing.TestOrders;
import io.orderweave.written.WrittenFault;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final OrderEvent CONFIRMED = new OrderEvent.Confirmed();
    private static final Condition TRUE = Field.STATUS.isOneOf("new");
    private static final Condition FALSE = Field.STATUS.isOneOf("paid");
    /** The event of this test says nothing of a status. */
    private static final Condition UNKNOWN = Field.STATUS_TO.isOneOf("paid");

    private final Order order = TestOrders.plain("o").addTags("vip", "gift").build();

    @ParameterizedTest
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE, FALSE",
        "TRUE, FALSE, FALSE, TRUE, FALSE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE, FALSE",
        "FALSE, FALSE, FALSE, FALSE, TRUE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void knowsThreeTruths(Verdict a, Verdict b, Verdict all, Verdict any, Verdict none) {
        assertThat(verdict(Condition.all(of(a), of(b)))).isEqualTo(all);
        assertThat(verdict(Condition.all(of(b), of(a)))).isEqualTo(all);
        assertThat(verdict(Condition.any(of(a), of(b)))).isEqualTo(any);
        assertThat(verdict(Condition.any(of(b), of(a)))).isEqualTo(any);
        assertThat(verdict(Condition.none(of(a), of(b)))).isEqualTo(none);
        assertThat(verdict(Condition.none(of(b), of(a)))).isEqualTo(none);
    }

    @Test
    void isTrueOfNothingUnlessItAsksForSome() {
        assertThat(verdict(Condition.always())).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Condition.any())).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Condition.none())).isEqualTo(Verdict.TRUE);
        assertThat(Condition.any().problems(FieldCatalogue.standard()))
                .extracting(WrittenFault::problem)
                .containsExactly("an 'any' without conditions is never true");
    }

    @Test
    void comparesSeveralTextsByOneOfThemOrAll() {
        assertThat(verdict(Field.TAGS.hasAnyOf("vip", "none"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TAGS.hasAnyOf("none"))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.TAGS.hasNoneOf("none", "nobody"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TAGS.hasNoneOf("none", "vip"))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.TAGS.hasAllOf("vip", "gift"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TAGS.hasAllOf("vip", "none"))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.TAGS.anyMatches("g?ft"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TAGS.anyStartsWith("gi"))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TAGS.anyEndsWith("gi"))).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.TAGS.anyContains("x", "i"))).isEqualTo(Verdict.TRUE);
    }

    @Test
    void comparesFlags() {
        assertThat(verdict(Field.BUYER_IS_COMPANY.is(false))).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.DELIVERY_TO_POINT.is(true))).isEqualTo(Verdict.FALSE);
    }

    @ParameterizedTest
    @CsvSource({
        "119.99, TRUE, FALSE, TRUE, FALSE",
        "120.00, TRUE, TRUE, FALSE, FALSE",
        "120.01, FALSE, TRUE, FALSE, TRUE"
    })
    void comparesAmountsOfOneCurrency(
            String amount, Verdict atLeast, Verdict atMost, Verdict moreThan, Verdict lessThan) {
        Money bound = Money.of(amount, "PLN");
        assertThat(verdict(Field.TOTAL.atLeast(bound))).isEqualTo(atLeast);
        assertThat(verdict(Field.TOTAL.atMost(bound))).isEqualTo(atMost);
        assertThat(verdict(Field.TOTAL.moreThan(bound))).isEqualTo(moreThan);
        assertThat(verdict(Field.TOTAL.lessThan(bound))).isEqualTo(lessThan);
    }

    @Test
    void doesNotKnowHowAnAmountOfAnotherCurrencyCompares() {
        Condition inEuro = Field.TOTAL.atLeast(Money.of("1.00", "EUR"));

        assertThat(verdict(inEuro)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(Condition.none(inEuro))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(Condition.any(inEuro, Field.TOTAL.atLeast(Money.of("100.00", "PLN")))))
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void rangesIncludeBothEnds() {
        assertThat(verdict(Field.TOTAL.between(Money.of("120.00", "PLN"), Money.of("130.00", "PLN"))))
                .isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TOTAL.between(Money.of("100.00", "PLN"), Money.of("120.00", "PLN"))))
                .isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.QUANTITY.between(new BigDecimal("1000"), new BigDecimal("2000"))))
                .isEqualTo(Verdict.FALSE);
        assertThatThrownBy(() -> Field.QUANTITY.between(BigDecimal.TEN, BigDecimal.ONE))
                .hasMessage("a range goes from the less to the more, not from 10 to 1");
        assertThatThrownBy(() -> Field.TOTAL.between(Money.of("1.00", "PLN"), Money.of("2.00", "EUR")))
                .hasMessage("'value' and 'to' of a range must be of one kind and currency");
    }

    @ParameterizedTest
    @CsvSource({
        "21:59, FALSE, TRUE", "22:00, TRUE, FALSE", "23:30, TRUE, FALSE",
        "00:00, TRUE, FALSE", "06:00, TRUE, TRUE", "06:01, FALSE, TRUE"
    })
    void rangesOfTimeMayGoOverMidnight(String time, Verdict night, Verdict day) {
        LocalTime ten = LocalTime.of(22, 0);
        LocalTime six = LocalTime.of(6, 0);
        Instant at = Instant.parse("2026-03-02T" + time + ":00Z");

        assertThat(verdict(Field.TIME_OF_DAY.between(ten, six), at, ZoneOffset.UTC))
                .isEqualTo(night);
        assertThat(verdict(Field.TIME_OF_DAY.between(six, ten.minusMinutes(1)), at, ZoneOffset.UTC))
                .isEqualTo(day);
    }

    @Test
    void countsDaysAndTimesOnTheSellersClock() {
        Instant lateOnSunday = Instant.parse("2026-03-01T23:30:00Z");
        ZoneId warsaw = ZoneId.of("Europe/Warsaw");
        Condition monday = Field.WEEKDAY.isOneOf(DayOfWeek.MONDAY);

        assertThat(verdict(monday, lateOnSunday, ZoneOffset.UTC)).isEqualTo(Verdict.FALSE);
        assertThat(verdict(monday, lateOnSunday, warsaw)).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.TIME_OF_DAY.lessThan(LocalTime.of(1, 0)), lateOnSunday, warsaw))
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void comparesAgeAndMoments() {
        Instant later = order.placedAt().plus(Duration.ofHours(48));

        assertThat(verdict(Field.AGE.atLeast(Duration.ofDays(2)), later, ZoneOffset.UTC))
                .isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.AGE.moreThan(Duration.ofDays(2)), later, ZoneOffset.UTC))
                .isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.PLACED_AT.lessThan(later))).isEqualTo(Verdict.TRUE);
    }

    @Test
    void tellsWhatIsMissingFromWhatNobodyKnows() {
        assertThat(verdict(Field.STATUS_TO.isPresent())).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.STATUS_TO.isAbsent())).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.HOLDS.isPresent())).isEqualTo(Verdict.FALSE);
        assertThat(verdict(Field.TAGS.isPresent())).isEqualTo(Verdict.TRUE);
        assertThat(verdict(Field.CUSTOMER_ORDERS.isPresent())).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(Field.CUSTOMER_ORDERS.isAbsent())).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(Field.CUSTOMER_ORDERS.atLeast(0))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void doesNotKnowAFieldOfAnotherTypeOrName() {
        Condition flag = new Comparison.Is("status", true);
        Condition colour = new TextComparison.OneOf("colour", Set.of("red"), false);

        assertThat(verdict(flag)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(colour)).isEqualTo(Verdict.UNKNOWN);
        assertThat(flag.problems(FieldCatalogue.standard()))
                .containsExactly(new WrittenFault("/if", "'is' compares yes or no; field status is text"));
        assertThat(Condition.all(flag, colour).problems(FieldCatalogue.standard()))
                .extracting(WrittenFault::pointer)
                .containsExactly("/conditions/0/if", "/conditions/1/field");
    }

    @Test
    void namesAValueThatAFieldNeverHas() {
        assertThat(new TextComparison.OneOf("phase", Set.of("shiped"), false).problems(FieldCatalogue.standard()))
                .containsExactly(new WrittenFault(
                        "/values", "field phase is never 'shiped'; nearest: shipped", List.of("shipped")));
    }

    @Test
    void writesDownEveryValueItSaw() {
        List<Condition.Finding> findings = new ArrayList<>();

        Condition.any(TRUE, FALSE, UNKNOWN)
                .evaluate(seen(Facts.of(order, CONFIRMED, TestOrders.NOON, ZoneOffset.UTC)), findings);

        assertThat(findings)
                .containsExactly(
                        new Condition.Finding("status", "new", "one-of", "[new]", Verdict.TRUE),
                        new Condition.Finding("status", "new", "one-of", "[paid]", Verdict.FALSE),
                        new Condition.Finding("event.status-to", "missing", "one-of", "[paid]", Verdict.UNKNOWN));
    }

    @Test
    void shortensWhatItWritesDown() {
        Order tagged = TestOrders.plain("o").addTags("x".repeat(100_000)).build();
        List<Condition.Finding> findings = new ArrayList<>();

        Field.TAGS
                .hasAnyOf("a", "b".repeat(900))
                .evaluate(seen(Facts.of(tagged, CONFIRMED, TestOrders.NOON, ZoneOffset.UTC)), findings);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.seen()).hasSizeLessThan(500).startsWith("[xxx").endsWith("...]");
            assertThat(finding.wanted()).hasSizeLessThan(500);
        });
    }

    private Verdict verdict(Condition condition) {
        return verdict(condition, TestOrders.NOON, ZoneOffset.UTC);
    }

    private Verdict verdict(Condition condition, Instant at, ZoneId zone) {
        return condition.evaluate(seen(Facts.of(order, CONFIRMED, at, zone)), new ArrayList<>());
    }

    private static Function<String, FieldValue> seen(Facts facts) {
        return name -> FieldCatalogue.standard()
                .find(name)
                .map(field -> field.read(facts))
                .orElseGet(FieldValue.Unknown::new);
    }

    private static Condition of(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> TRUE;
            case FALSE -> FALSE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
