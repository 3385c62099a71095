package io.orderweave.crash;

import io.orderweave.crash.judge.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of one story. Immutable.
 *
 * @param kills where each kill of a working engine hit
 * @param lateAnswers how many answers came after another node had taken the work over
 * @param serverCrashes how often the database server was killed
 * @param faults how many faults the nodes told their hosts
 * @param authorisations how often a person had to authorise the marketplace anew
 */
record Outcome(
        Scenario scenario,
        long seed,
        List<String> kills,
        int lateAnswers,
        int serverCrashes,
        int faults,
        int authorisations,
        Verdict verdict) {

    Outcome {
        kills = List.copyOf(kills);
    }

    /** What is wrong, and how to see it again; empty when nothing is. */
    List<String> findings() {
        return Stream.of(
                        verdict.duplicates().stream().map(finding -> "DUPLICATE " + finding),
                        verdict.losses().stream().map(finding -> "LOSS " + finding),
                        verdict.gaps().stream().map(finding -> "GAP " + finding))
                .flatMap(findings -> findings)
                .map(finding -> finding + " (" + scenario + " seed=" + seed + ")")
                .toList();
    }

    @Override
    public String toString() {
        return scenario + " seed=" + seed + " kills=" + kills.size() + " duplicates="
                + verdict.duplicates().size() + " losses="
                + verdict.losses().size() + " gaps=" + verdict.gaps().size() + " doubts="
                + verdict.doubts().raised() + " (by machine " + verdict.doubts().byMachine() + ", by person "
                + verdict.doubts().byPerson() + ") faults=" + faults + " late-answers=" + lateAnswers
                + " server-crashes=" + serverCrashes
                + " authorisations=" + authorisations;
    }
}
