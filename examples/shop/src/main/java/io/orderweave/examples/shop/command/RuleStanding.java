package io.orderweave.examples.shop.command;

import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Rules;
import java.util.Optional;

/**
 * How rules that somebody looks at stand to those in force.
 *
 * @param wanted the version that is looked at
 * @param inForce the version in force; empty before the first run
 * @param problem that the version is taken by other content
 */
record RuleStanding(int wanted, Optional<Integer> inForce, Optional<String> problem) {

    static RuleStanding of(Rules rules, RuleSet wanted) {
        boolean taken = rules.version(wanted.version())
                .filter(stored -> !stored.equals(wanted))
                .isPresent();
        return new RuleStanding(
                wanted.version(),
                rules.version(rules.current().version()).map(RuleSet::version),
                taken
                        ? Optional.of("version " + wanted.version()
                                + " is stored with other content and cannot be put in force; raise the version")
                        : Optional.empty());
    }

    /** Whether running by them puts them in force. */
    boolean isNewer() {
        return inForce.map(version -> version < wanted).orElse(true);
    }

    String text() {
        return inForce.map(version -> version == wanted && problem.isEmpty()
                        ? "version " + version + ", which is in force"
                        : "version " + wanted + "; version " + version + " is in force")
                .orElse("version " + wanted + "; no rules are in force yet");
    }
}
