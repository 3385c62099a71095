package io.orderweave.written;

import java.util.Collection;
import java.util.List;

/**
 * Something wrong with a part of the configuration as people write it: a rule set, mappings. Immutable.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the whole or into the part of it that was looked at; empty for all of it
 * @param problem what is wrong and what was expected there, for people
 * @param nearest the valid names that are most like the one given, the nearest first; empty when it is not about a name
 */
public record WrittenFault(String pointer, String problem, List<String> nearest) {

    public WrittenFault {
        nearest = List.copyOf(nearest);
    }

    public WrittenFault(String pointer, String problem) {
        this(pointer, problem, List.of());
    }

    /** A name that is none of the valid ones. */
    public static WrittenFault of(String pointer, String problem, String given, Collection<String> valid) {
        List<String> nearest = Nearest.to(given, valid);
        String hint = nearest.isEmpty()
                ? "; there are " + valid.stream().sorted().toList()
                : "; nearest: " + String.join(", ", nearest);
        return new WrittenFault(pointer, problem + " '" + ShortText.of(given) + "'" + hint, nearest);
    }

    /** One step of a pointer: a name as RFC 6901 writes it, shortened. */
    public static String step(String name) {
        return "/" + ShortText.of(name).replace("~", "~0").replace("/", "~1");
    }

    /** The same seen from further up. */
    public WrittenFault below(String place) {
        return new WrittenFault(place + pointer, problem, nearest);
    }

    /** For example {@code /rules/0/when/field: no field is called 'totl'; nearest: total}. */
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the whole" : pointer) + ": " + problem;
    }
}
