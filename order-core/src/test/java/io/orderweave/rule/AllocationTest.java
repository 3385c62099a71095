package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.orderweave.event.Event;
import io.orderweave.id.PaymentId;
import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.PaymentTerms;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.testing.TestOrders;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an evaluation allocates does not grow with the rules that do not match. */
class AllocationTest {

    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 200;
    private static final Action TAG = new Action.AddTag("x");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Order order = TestOrders.rich();

    /** Every operator on fields of every type, none of which holds of the order; within 'any', so that no index leaves the rule out. */
    private static List<Condition> refusals(int number) {
        String word = "no such text " + number;
        return List.of(
                Field.CHANNEL.isOneOf(word).ignoringCase(),
                Field.STATUS.isOneOf(word),
                Condition.none(Field.STATUS.isNoneOf(word)),
                Field.SELLER.startsWith(word),
                Field.SELLER.endsWith(word).ignoringCase(),
                Field.CURRENCY.contains(word),
                Field.CURRENCY.matches("*" + number + "?"),
                Field.LINE_NAME.anyContains(word).ignoringCase(),
                Field.LINE_NAME.anyMatches(word + "*"),
                Field.LINE_SKU.hasAnyOf(word),
                Field.LINE_SKU.hasAllOf(word, "other"),
                Field.TAGS.anyStartsWith(word),
                Field.BUYER_HAS_VAT_ID.isAbsent(),
                Field.TOTAL.atLeast(Money.of((900_000 + number) + ".00", "PLN")),
                Field.TOTAL.lessThan(Money.of("1.00", "EUR")),
                Field.QUANTITY.between(BigDecimal.valueOf(-number - 2), BigDecimal.valueOf(-1)),
                Field.AGE.moreThan(Duration.ofDays(9_000 + number)),
                Field.TIME_OF_DAY.between(LocalTime.of(3, 0), LocalTime.of(3, 0).plusSeconds(number % 3_000)),
                Field.PLACED_AT.isAbsent(),
                Field.WEEKDAY.isOneOf(DayOfWeek.SATURDAY),
                Field.PAYMENT_TIMING.isOneOf(PaymentTerms.Timing.DEFERRED),
                Field.WEIGHT.atLeast(number),
                Field.STOREFRONT.isOneOf(word));
    }

    private static Rule refused(int number) {
        Condition condition = Condition.any(refusals(number).toArray(Condition[]::new));
        Rule.Builder rule = Rule.builder()
                .id(new RuleId("r" + number))
                .condition(number % 2 == 0 ? condition : Condition.all(condition, Field.TOTAL.isPresent()))
                .addActions(TAG);
        switch (number % 5) {
            case 0 -> rule.trigger(Trigger.on("payment.received"));
            case 1 -> rule.trigger(new Trigger.PaymentReceived(Axes.PaymentState.PARTIALLY_REFUNDED));
            case 2 -> rule.trigger(Trigger.on("payment.received")).firstDay(LocalDate.of(2020, 1, 1));
            case 3 -> rule.trigger(Trigger.on("payment.received")).lastDay(LocalDate.of(2020, 1, 1 + number % 28));
            default -> rule.trigger(new Trigger.StatusEntered(new StatusId("no-such-status")));
        }
        return rule.build();
    }

    private long allocatedBy(int rules, Event event) {
        List<Rule> set = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            set.add(refused(i));
        }
        CompiledRules compiled = CompiledRules.of(new RuleSet(1, set), FieldCatalogue.standard());
        evaluate(compiled, event, WARM_UP);
        long before = threads.getCurrentThreadAllocatedBytes();
        evaluate(compiled, event, MEASURED);
        return (threads.getCurrentThreadAllocatedBytes() - before) / MEASURED;
    }

    private void evaluate(CompiledRules rules, Event event, int times) {
        for (int i = 0; i < times; i++) {
            Facts facts = Facts.of(order, event, TestOrders.NOON, ZoneId.of("Europe/Warsaw"))
                    .with(Map.of("weight", Measure.Quantity.of(-1)));
            assertThat(rules.evaluate(facts).fired()).isEmpty();
        }
    }

    @Test
    void isTheSameForTenTimesAsManyRulesThatDoNotMatch() {
        assumeThat(threads.isThreadAllocatedMemorySupported())
                .as("this machine tells what a thread allocates")
                .isTrue();
        PaymentEvent.PaymentReceived paid =
                new PaymentEvent.PaymentReceived(new PaymentId("p"), Money.of("10.00", "PLN"), Payment.Source.BANK);
        OrderEvent moved = new OrderEvent.StatusChanged(new StatusId("new"), new StatusId("paid"));

        for (Event event : List.of(paid, moved)) {
            long few = allocatedBy(20, event);
            long many = allocatedBy(200, event);

            assertThat(many - few).as("bytes for 180 more rules, beside " + few).isZero();
        }
    }
}
