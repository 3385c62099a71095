package io.orderweave.rule;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One rule made ready for evaluation. Immutable. */
final class CompiledRule {

    private final Rule rule;
    private final CompiledCondition condition;
    private final boolean dated;
    private final long firstDay;
    private final long lastDay;

    private CompiledRule(Rule rule, CompiledCondition condition) {
        this.rule = rule;
        this.condition = condition;
        this.dated = rule.firstDay().isPresent() || rule.lastDay().isPresent();
        this.firstDay = rule.firstDay().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        this.lastDay = rule.lastDay().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }

    static CompiledRule of(Rule rule, Slots slots) {
        return new CompiledRule(rule, CompiledCondition.of(rule.condition(), slots));
    }

    Rule rule() {
        return rule;
    }

    boolean fires(Reading reading) {
        Facts facts = reading.facts();
        return rule.trigger().matches(facts) && (!dated || isActive(facts.local())) && holds(reading);
    }

    /** As {@link Rule#isActive}, of a rule that is switched on. */
    private boolean isActive(ZonedDateTime at) {
        long day = at.toLocalDate().toEpochDay();
        return firstDay <= day && day <= lastDay;
    }

    /** Whether the condition holds, whatever triggers the rule. */
    boolean holds(Reading reading) {
        return condition.verdict(reading) == Verdict.TRUE;
    }

    /** The outcome with every comparison, also those that the verdict did not need. */
    RuleOutcome explained(Reading reading, Map<String, Integer> places) {
        List<Condition.Finding> findings = new ArrayList<>();
        Verdict verdict =
                rule.condition().evaluate(name -> reading.at(Objects.requireNonNull(places.get(name))), findings);
        return new RuleOutcome(rule.id(), verdict, findings);
    }
}
