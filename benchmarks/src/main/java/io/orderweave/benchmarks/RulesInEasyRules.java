package io.orderweave.benchmarks;

import io.orderweave.money.Money;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The rules of {@link RuleScale} in Easy Rules, their conditions in Java. */
final class RulesInEasyRules {

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private int matched;

    RulesInEasyRules(int count, int methods) {
        for (int i = 0; i < count; i++) {
            String method = RuleScale.method(i, methods);
            Money least = RuleScale.least(i);
            rules.register(new RuleBuilder()
                    .name("r%05d".formatted(i))
                    .when(facts -> matches(facts.get("order"), method, least))
                    .then(facts -> matched++)
                    .build());
        }
    }

    private static boolean matches(Order order, String method, Money least) {
        return order.payment().method().filter(method::equals).isPresent()
                && order.axes().payment() == Axes.PaymentState.UNPAID
                && order.total().currency().equals(least.currency())
                && order.total().isAtLeast(least);
    }

    /** How many of the rules match. */
    int matching(Order order) {
        Facts facts = new Facts();
        facts.put("order", order);
        matched = 0;
        engine.fire(rules, facts);
        return matched;
    }
}
