package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.List;
import java.util.Set;

/**
 * What evaluating the rules on one event came to.
 *
 * @param fired the rules that fired, in the order of the set, each with every value it saw
 * @param faults the host's fields, and its readers of facts, that threw while they were looked at
 * @param asked the fields from beside the order that rules asked for, by name, whether or not there was a value
 */
public record Evaluation(List<RuleOutcome> fired, List<FieldFault> faults, Set<String> asked) {

    static final Evaluation NOTHING = new Evaluation(List.of(), List.of(), Set.of());

    public Evaluation {
        fired = List.copyOf(fired);
        faults = List.copyOf(faults);
        asked = Set.copyOf(asked);
    }

    /**
     * A field whose reader, the host's, threw; every condition on it is unknown.
     *
     * @param rule the first rule of the event that names the field
     * @param exception the class of what was thrown; nothing of what it says
     */
    public record FieldFault(RuleId rule, String field, String exception) {}
}
