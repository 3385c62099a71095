package io.orderweave.rule;

import java.util.Collection;
import java.util.List;

/**
 * Something wrong with a rule set. Immutable.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the set or into the part of it that was looked at; empty for the whole
 * @param problem what is wrong and what was expected there, for people
 * @param nearest the valid names that are most like the one given, the nearest first; empty when it is not about a name
 */
public record RuleFault(String pointer, String problem, List<String> nearest) {

    public RuleFault {
        nearest = List.copyOf(nearest);
    }

    RuleFault(String pointer, String problem) {
        this(pointer, problem, List.of());
    }

    /** A name that is none of the valid ones. */
    static RuleFault of(String pointer, String problem, String given, Collection<String> valid) {
        List<String> nearest = Nearest.to(given, valid);
        String hint = nearest.isEmpty()
                ? "; there are " + valid.stream().sorted().toList()
                : "; nearest: " + String.join(", ", nearest);
        return new RuleFault(pointer, problem + " '" + Shown.of(given) + "'" + hint, nearest);
    }

    /** The same seen from further up. */
    RuleFault below(String place) {
        return new RuleFault(place + pointer, problem, nearest);
    }

    /** For example {@code /rules/0/when/field: no field is called 'totl'; nearest: total}. */
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the whole" : pointer) + ": " + problem;
    }
}
