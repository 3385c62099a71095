package io.orderweave.internal.explain;

import io.orderweave.journal.WhyNot.Missing;
import io.orderweave.rule.Comparison;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Which comparisons keep a condition from being true. Pure. */
final class Blocking {

    private final Iterator<Condition.Finding> findings;

    private Blocking(List<Condition.Finding> findings) {
        this.findings = findings.iterator();
    }

    /**
     * Empty exactly when the condition is true.
     *
     * @param findings of every comparison of the condition, in its order
     */
    static List<Missing> of(Condition condition, List<Condition.Finding> findings) {
        return new Blocking(findings).against(condition, true);
    }

    /** What keeps it from being {@code wanted}. Every comparison is passed, so that the findings stay in step. */
    private List<Missing> against(Condition condition, boolean wanted) {
        if (condition instanceof Comparison) {
            Condition.Finding finding = findings.next();
            boolean as = finding.verdict() == (wanted ? Verdict.TRUE : Verdict.FALSE);
            return as ? List.of() : List.of(new Missing(finding, !wanted));
        }
        if (condition instanceof Condition.All all) {
            return wanted ? every(all.conditions(), true) : one(all.conditions(), false);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? one(any.conditions(), true) : every(any.conditions(), false);
        }
        Condition.None none = (Condition.None) condition;
        return wanted ? every(none.conditions(), false) : one(none.conditions(), true);
    }

    private List<Missing> every(List<Condition> conditions, boolean wanted) {
        List<Missing> missing = new ArrayList<>();
        conditions.forEach(condition -> missing.addAll(against(condition, wanted)));
        return missing;
    }

    /** One of them suffices. */
    private List<Missing> one(List<Condition> conditions, boolean wanted) {
        List<Missing> missing = new ArrayList<>();
        boolean enough = false;
        for (Condition condition : conditions) {
            List<Missing> of = against(condition, wanted);
            enough |= of.isEmpty();
            missing.addAll(of);
        }
        return enough ? List.of() : missing;
    }
}
