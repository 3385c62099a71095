package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The rules that listen to one event. Immutable. */
final class RuleGroup {

    private final CompiledRule[] rules;
    private final RuleIndex index;
    private final Map<String, Integer> places;
    private final List<Optional<Field>> fields;
    /** The places of what the host's code reads, with the first rule that names each. */
    private final Map<Integer, RuleId> fallible;

    /** The places of facts from beside the order. */
    private final int[] beside;

    private RuleGroup(CompiledRule[] rules, RuleIndex index, Slots slots, Map<Integer, RuleId> fallible) {
        this.rules = rules;
        this.index = index;
        this.places = slots.places();
        this.fields = slots.fields();
        this.fallible = fallible;
        this.beside = IntStream.range(0, slots.size()).filter(slots::isBeside).toArray();
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

    /** The rules that fire on the event. */
    Evaluation evaluate(Facts facts) {
        Reading reading = new Reading(facts, fields);
        return evaluation(reading, firing(reading));
    }

    /** The rules whose condition holds, whatever triggers them. */
    Evaluation evaluateUntriggered(Facts facts) {
        Reading reading = new Reading(facts, fields);
        int[] holding = IntStream.range(0, rules.length)
                .filter(rule -> rules[rule].holds(reading))
                .toArray();
        return evaluation(reading, holding);
    }

    private Evaluation evaluation(Reading reading, int[] firing) {
        // Before the rules that fire are explained: for the record alone nobody need look beside the order.
        Set<String> asked = asked(reading);
        List<RuleOutcome> fired = new ArrayList<>();
        for (int rule : firing) {
            fired.add(rules[rule].explained(reading, places));
        }
        List<Evaluation.FieldFault> faults = faults(reading);
        return fired.isEmpty() && faults.isEmpty() && asked.isEmpty()
                ? Evaluation.NOTHING
                : new Evaluation(fired, faults, asked);
    }

    private Set<String> asked(Reading reading) {
        if (beside.length == 0) {
            return Set.of();
        }
        Set<String> asked = new HashSet<>();
        for (int place : beside) {
            if (reading.isRead(place)) {
                asked.add(fields.get(place).orElseThrow().name());
            }
        }
        return asked;
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
