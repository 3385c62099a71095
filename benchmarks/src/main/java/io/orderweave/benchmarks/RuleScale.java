package io.orderweave.benchmarks;

import io.orderweave.event.Event;
import io.orderweave.id.RuleId;
import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Facts;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The same rules for the engine and its peers: rule number {@code i} wants the payment method {@code i mod methods}, an unpaid order and
 * a total of at least {@code i} zloty.
 */
final class RuleScale {

    private static final Event CONFIRMED = new OrderEvent.Confirmed();

    private RuleScale() {}

    static Money least(int rule) {
        return Money.of(String.valueOf(rule % 50), "PLN");
    }

    static String method(int rule, int methods) {
        return "method-" + rule % methods;
    }

    /** Rules of three conditions. */
    static RuleSet rules(int count, int methods) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(Rule.builder()
                    .id(new RuleId("r" + i))
                    .trigger(Trigger.on("order.confirmed"))
                    .condition(Condition.all(
                            Field.PAYMENT_METHOD.isOneOf(method(i, methods)),
                            Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID),
                            Field.TOTAL.atLeast(least(i))))
                    .addAction(new Action.AddTag("x"))
                    .build());
        }
        return new RuleSet(1, rules);
    }

    /** Orders of the shop, one after the other of each payment method. */
    static List<Order> orders(int count, int methods) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(RuleOrders.order(i, method(i, methods)));
        }
        return orders;
    }

    static Facts facts(Order order) {
        return Facts.of(order, CONFIRMED, order.placedAt(), ZoneId.of("Europe/Warsaw"));
    }
}
