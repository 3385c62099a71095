package io.orderweave.crash.judge;

import java.util.List;

/**
 * What the judge found, a sentence each. Immutable.
 *
 * @param duplicates what happened more than once
 * @param losses what should have happened and did not, or what the book does not know
 * @param gaps numbers of a series that no document bears
 */
public record Verdict(List<String> duplicates, List<String> losses, List<String> gaps, Doubts doubts) {

    public Verdict {
        duplicates = List.copyOf(duplicates);
        losses = List.copyOf(losses);
        gaps = List.copyOf(gaps);
    }

    public boolean isClean() {
        return duplicates.isEmpty() && losses.isEmpty() && gaps.isEmpty();
    }
}
