package io.orderweave.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule set made ready for evaluation. Pure: the same facts and rules give the same outcomes, and nothing is done. Immutable,
 * thread-safe. What an evaluation costs follows the rules that come near to firing, not the size of the set: rules wait under their
 * event, and there under a value that one of their conditions requires.
 */
public final class CompiledRules {

    private final RuleSet rules;
    private final FieldCatalogue fields;
    private final Map<String, RuleGroup> groups;

    private CompiledRules(RuleSet rules, FieldCatalogue fields, Map<String, RuleGroup> groups) {
        this.rules = rules;
        this.fields = fields;
        this.groups = groups;
    }

    /** Compiles a set; fields that the catalogue does not have are unknown. */
    public static CompiledRules of(RuleSet rules, FieldCatalogue fields) {
        Map<String, List<Rule>> byEvent = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            if (rule.enabled()) {
                rule.trigger()
                        .events()
                        .forEach(event -> byEvent.computeIfAbsent(event, key -> new ArrayList<>())
                                .add(rule));
            }
        }
        Map<String, RuleGroup> groups = new HashMap<>();
        byEvent.forEach((event, listening) -> groups.put(event, RuleGroup.of(listening, fields)));
        return new CompiledRules(rules, fields, Map.copyOf(groups));
    }

    public RuleSet rules() {
        return rules;
    }

    /** The rules that fire on the event, and the fields that failed. */
    public Evaluation evaluate(Facts facts) {
        RuleGroup group = groups.get(facts.event().eventName().name());
        return group == null ? Evaluation.NOTHING : group.evaluate(facts);
    }

    /** The rules whose condition holds, whatever triggers them and on whatever day: a person has them look at the order. */
    public Evaluation evaluate(List<Rule> chosen, Facts facts) {
        return RuleGroup.of(chosen, fields).evaluateUntriggered(facts);
    }

    /** What the condition of one rule says, with every comparison, whether or not the event triggers it and the rule is active. */
    public RuleOutcome evaluate(Rule rule, Facts facts) {
        Map<String, FieldValue> seen = new HashMap<>();
        List<Condition.Finding> findings = new ArrayList<>();
        Verdict verdict = rule.condition()
                .evaluate(
                        name -> seen.computeIfAbsent(
                                name,
                                key -> fields.find(key)
                                        .map(field -> field.read(facts))
                                        .orElseGet(FieldValue.Unknown::new)),
                        findings);
        return new RuleOutcome(rule.id(), verdict, findings);
    }

    /** The fields from beside the order that rules which are switched on name: what somebody must supply. */
    public Set<Field> beside() {
        Set<Field> named = new LinkedHashSet<>();
        groups.values()
                .forEach(group -> group.fields().stream()
                        .filter(field -> field.source() == Field.Source.BESIDE)
                        .forEach(named::add));
        return named;
    }
}
