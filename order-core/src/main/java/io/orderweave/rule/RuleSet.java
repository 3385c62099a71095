package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderweave.event.Event;
import io.orderweave.id.RuleId;
import io.orderweave.order.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's rules, versioned as a whole. Evaluation is pure: the same order, event and rules give the same outcomes.
 *
 * @param version raised with every change; a stored version never changes
 */
public record RuleSet(
        @JsonProperty("version") int version,
        @JsonProperty("rules") List<Rule> rules) {

    public static final RuleSet EMPTY = new RuleSet(0, List.of());

    @JsonCreator
    public RuleSet {
        rules = List.copyOf(rules);
        if (version < 0) {
            throw new IllegalArgumentException("a rule set's version must not be negative: " + version);
        }
    }

    public static RuleSet of(int version, Rule... rules) {
        return new RuleSet(version, List.of(rules));
    }

    /** What each enabled rule on this event's name says, in the order of the set. */
    public List<RuleOutcome> evaluate(Order order, Event event) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.enabled()
                    && rule.trigger().events().contains(event.eventName().name())
                    && rule.trigger().matches(order, event)) {
                outcomes.add(evaluate(rule, order, event));
            }
        }
        return outcomes;
    }

    /** What one rule says of an order and event, whether or not the event triggers it. */
    public RuleOutcome evaluate(Rule rule, Order order, Event event) {
        List<Condition.Finding> findings = new ArrayList<>();
        Verdict verdict = rule.condition().evaluate(order, event, findings);
        return new RuleOutcome(rule.id(), verdict, findings);
    }

    public Optional<Rule> find(RuleId id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Rules of the same id more than once. */
    List<RuleId> repeated() {
        Map<RuleId, Integer> counts = new LinkedHashMap<>();
        rules.forEach(rule -> counts.merge(rule.id(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
