package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.List;

/**
 * What evaluating the rules on one event came to.
 *
 * @param fired the rules that fired, in the order of the set, each with every value it saw
 * @param faults the host's fields that threw while they were looked at
 */
public record Evaluation(List<RuleOutcome> fired, List<FieldFault> faults) {

    static final Evaluation NOTHING = new Evaluation(List.of(), List.of());

    public Evaluation {
        fired = List.copyOf(fired);
        faults = List.copyOf(faults);
    }

    /**
     * A field of the host's whose reader threw; every condition on it is unknown.
     *
     * @param rule the first rule of the event that names the field
     * @param exception the class of what was thrown; nothing of what it says
     */
    public record FieldFault(RuleId rule, String field, String exception) {}
}
