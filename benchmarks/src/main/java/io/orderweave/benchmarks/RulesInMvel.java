package io.orderweave.benchmarks;

import io.orderweave.order.Order;
import java.util.concurrent.atomic.AtomicInteger;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.mvel.MVELRule;

/** The rules of {@link RuleScale} in Easy Rules as data: expressions of MVEL, compiled by it when they are read. */
final class RulesInMvel {

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private final AtomicInteger matched = new AtomicInteger();

    RulesInMvel(int count, int methods) {
        for (int i = 0; i < count; i++) {
            rules.register(new MVELRule()
                    .name("r%05d".formatted(i))
                    .when("order.paymentMethod == \"" + RuleScale.method(i, methods) + "\""
                            + " && order.paymentState == \"UNPAID\""
                            + " && order.currency == \"PLN\""
                            + " && order.total >= " + i % 50 + "B")
                    .then("matched.incrementAndGet()"));
        }
    }

    /** How many of the rules match. */
    int matching(Order order) {
        Facts facts = new Facts();
        facts.put("order", new DroolsOrder(order));
        facts.put("matched", matched);
        matched.set(0);
        engine.fire(rules, facts);
        return matched.get();
    }
}
