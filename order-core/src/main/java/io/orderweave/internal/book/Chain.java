package io.orderweave.internal.book;

import io.orderweave.id.RuleId;
import java.util.HashSet;
import java.util.Set;

/** The rules that have fired upon one cause, each by the one before: none fires twice, and the chain has an end. */
final class Chain {

    /** Longer than any that a person means; shorter than the stack. */
    static final int LONGEST = 100;

    private final Set<RuleId> fired = new HashSet<>();
    private int depth;

    /** Whether the rule may fire: once per cause. */
    boolean fires(RuleId rule) {
        return fired.add(rule);
    }

    boolean isTooLong() {
        return depth >= LONGEST;
    }

    /** What happens on one rule's behalf is one link further. */
    void link(Runnable onBehalf) {
        depth++;
        onBehalf.run();
        depth--;
    }
}
