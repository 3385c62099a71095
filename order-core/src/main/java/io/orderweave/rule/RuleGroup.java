package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that listen to one event. Immutable. */
final class RuleGroup {

    private final CompiledRule[] rules;
    private final RuleIndex index;
    private final Map<String, Integer> places;
    private final List<Optional<Field>> fields;
    /** The places of the host's fields, with the first rule that names each. */
    private final Map<Integer, RuleId> fallible;

    private RuleGroup(CompiledRule[] rules, RuleIndex index, Slots slots, Map<Integer, RuleId> fallible) {
        this.rules = rules;
        this.index = index;
        this.places = slots.places();
        this.fields = slots.fields();
        this.fallible = fallible;
    }

    static RuleGroup of(List<Rule> rules, FieldCatalogue catalogue) {
        Slots slots = new Slots(catalogue);
        Map<Integer, RuleId> fallible = new LinkedHashMap<>();
        CompiledRule[] compiled = new CompiledRule[rules.size()];
        for (int i = 0; i < compiled.length; i++) {
            int known = slots.size();
            compiled[i] = CompiledRule.of(rules.get(i), slots);
            for (int place = known; place < slots.size(); place++) {
                if (slots.isHosts(place)) {
                    fallible.put(place, rules.get(i).id());
                }
            }
        }
        return new RuleGroup(compiled, RuleIndex.of(rules, slots), slots, fallible);
    }

    List<Field> fields() {
        return fields.stream().flatMap(Optional::stream).toList();
    }

    Evaluation evaluate(Facts facts) {
        Reading reading = new Reading(facts, fields);
        List<RuleOutcome> fired = new ArrayList<>();
        for (int rule : firing(reading)) {
            fired.add(rules[rule].explained(reading, places));
        }
        List<Evaluation.FieldFault> faults = faults(reading);
        return fired.isEmpty() && faults.isEmpty() ? Evaluation.NOTHING : new Evaluation(fired, faults);
    }

    /** Which rules fire, in the order of the set. */
    private int[] firing(Reading reading) {
        int[] firing = new int[4];
        int count = 0;
        for (int[] bucket : index.candidates(reading)) {
            for (int rule : bucket) {
                if (rules[rule].fires(reading)) {
                    if (count == firing.length) {
                        firing = Arrays.copyOf(firing, 2 * count);
                    }
                    firing[count++] = rule;
                }
            }
        }
        return Arrays.stream(firing, 0, count).sorted().distinct().toArray();
    }

    private List<Evaluation.FieldFault> faults(Reading reading) {
        if (fallible.isEmpty()) {
            return List.of();
        }
        List<Evaluation.FieldFault> faults = new ArrayList<>();
        fallible.forEach((place, rule) -> reading.fault(place)
                .ifPresent(exception -> faults.add(new Evaluation.FieldFault(
                        rule, fields.get(place).orElseThrow().name(), exception))));
        return faults;
    }
}
