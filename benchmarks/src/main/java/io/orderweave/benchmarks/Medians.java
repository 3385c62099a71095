package io.orderweave.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * What a benchmark without a peer comes to: the median of each variant. The tenth percentile tells what it takes while nobody else
 * uses the machine.
 */
final class Medians {

    private Medians() {}

    static List<String> of(Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        for (RunResult result : results) {
            var statistics = result.getPrimaryResult().getStatistics();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-50s p10 %10.2f, median %10.2f, p90 %10.2f %s",
                    Comparison.variant(result),
                    statistics.getPercentile(10),
                    statistics.getPercentile(50),
                    statistics.getPercentile(90),
                    result.getPrimaryResult().getScoreUnit()));
        }
        return lines;
    }
}
