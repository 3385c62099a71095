package io.orderweave.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out the rules that cannot fire: a rule that requires a field to have one of some values waits under those values, and is not
 * touched when the field has another. Of several such requirements the one that the fewest rules share is taken. Immutable.
 */
final class RuleIndex {

    private final int[] always;
    private final List<ByValue> fields;

    private RuleIndex(int[] always, List<ByValue> fields) {
        this.always = always;
        this.fields = fields;
    }

    static RuleIndex of(List<Rule> rules, Slots slots) {
        List<List<Required>> required =
                rules.stream().map(rule -> Required.of(rule.condition(), slots)).toList();
        Map<Waiting, Integer> sharers = new HashMap<>();
        required.forEach(ofRule -> ofRule.forEach(each ->
                each.values().forEach(value -> sharers.merge(new Waiting(each.place(), value), 1, Integer::sum))));
        List<Integer> always = new ArrayList<>();
        Map<Integer, Map<String, List<Integer>>> waiting = new HashMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<Required> ofRule = required.get(rule);
            if (ofRule.isEmpty()) {
                always.add(rule);
                continue;
            }
            Required best = ofRule.stream()
                    .min(Comparator.comparingInt(each -> each.sharers(sharers)))
                    .orElseThrow();
            Map<String, List<Integer>> values = waiting.computeIfAbsent(best.place(), place -> new HashMap<>());
            for (String value : best.values()) {
                values.computeIfAbsent(value, key -> new ArrayList<>()).add(rule);
            }
        }
        return new RuleIndex(
                array(always),
                waiting.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> ByValue.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The rules that may fire, by their number in the group; one that waits under several values may come more than once. */
    List<int[]> candidates(Reading reading) {
        List<int[]> candidates = new ArrayList<>();
        candidates.add(always);
        for (ByValue field : fields) {
            field.collect(reading, candidates);
        }
        return candidates;
    }

    /** Rules that wait for a value of a field. */
    record Waiting(int place, String value) {}

    /** The rules that wait for each value of one field. */
    private record ByValue(int place, Map<String, int[]> rules) {

        static ByValue of(int place, Map<String, List<Integer>> waiting) {
            Map<String, int[]> rules = new HashMap<>();
            waiting.forEach((value, numbers) -> rules.put(value, array(numbers)));
            return new ByValue(place, Map.copyOf(rules));
        }

        void collect(Reading reading, List<int[]> candidates) {
            FieldValue seen = reading.at(place);
            if (seen instanceof FieldValue.Text text) {
                collect(text.value(), candidates);
            } else if (seen instanceof FieldValue.Texts texts) {
                for (String text : texts.values()) {
                    collect(text, candidates);
                }
            }
        }

        private void collect(String value, List<int[]> candidates) {
            int[] found = rules.get(value);
            if (found != null) {
                candidates.add(found);
            }
        }
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
