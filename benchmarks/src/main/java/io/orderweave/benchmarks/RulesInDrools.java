package io.orderweave.benchmarks;

import io.orderweave.order.Order;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/** The rules of {@link RuleScale} in Drools: an executable model, one session for all orders, each order inserted and taken out. */
final class RulesInDrools implements AutoCloseable {

    private final KieSession session;

    RulesInDrools(int count, int methods) {
        StringBuilder text = new StringBuilder("package rules\nimport " + DroolsOrder.class.getCanonicalName() + "\n");
        for (int i = 0; i < count; i++) {
            text.append(
                    "rule \"r%d\" when DroolsOrder(paymentMethod == \"%s\", paymentState == \"UNPAID\", currency == \"PLN\", total >= %dB)"
                            .formatted(
                                    i,
                                    RuleScale.method(i, methods),
                                    RuleScale.least(i).amount().intValueExact()));
            text.append(" then end\n");
        }
        KieBase rules =
                new KieHelper().addContent(text.toString(), ResourceType.DRL).build(ExecutableModelProject.class);
        session = rules.newKieSession();
    }

    /** How many of the rules match. */
    int matching(Order order) {
        FactHandle fact = session.insert(new DroolsOrder(order));
        int fired = session.fireAllRules();
        session.delete(fact);
        return fired;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
