package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.List;

/**
 * What evaluating one rule on one event came to.
 *
 * @param findings every comparison looked at, with the value seen
 */
public record RuleOutcome(RuleId rule, Verdict verdict, List<Condition.Finding> findings) {

    public RuleOutcome {
        findings = List.copyOf(findings);
    }

    public boolean fired() {
        return verdict == Verdict.TRUE;
    }
}
