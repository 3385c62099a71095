package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderweave.id.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's rules, versioned as a whole. Data; {@link CompiledRules} evaluates it.
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
