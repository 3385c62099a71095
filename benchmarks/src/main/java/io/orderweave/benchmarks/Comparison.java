package io.orderweave.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * The engine beside its peers of one run. Medians, since others share the machine.
 *
 * @param variant what the benchmark was run on, for example {@code sqlite}
 * @param peer name of the peer's method
 * @param engine median time of the engine
 * @param other median time of the peer
 */
record Comparison(String variant, String peer, double engine, double other, String unit) {

    /** How much of the peer's throughput the engine has: 1.0 is as fast. */
    double ratio() {
        return other / engine;
    }

    static List<Comparison> of(Collection<RunResult> results) {
        Map<String, RunResult> engines = new TreeMap<>();
        Map<String, RunResult> peers = new TreeMap<>();
        for (RunResult result : results) {
            String method = method(result);
            if (method.equals("engine")) {
                engines.put(variant(result), result);
            } else {
                peers.put(variant(result) + " " + method, result);
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        peers.values().forEach(peer -> {
            RunResult engine = engines.get(variant(peer));
            if (engine != null) {
                comparisons.add(new Comparison(
                        variant(peer),
                        method(peer),
                        median(engine),
                        median(peer),
                        peer.getPrimaryResult().getScoreUnit()));
            }
        });
        return comparisons;
    }

    /** A line for each variant and peer: the median of the rounds' ratios, and all of them. */
    static List<String> summary(List<Comparison> rounds) {
        Map<String, List<Comparison>> byPair = new TreeMap<>();
        rounds.forEach(round -> byPair.computeIfAbsent(round.variant() + " / " + round.peer(), key -> new ArrayList<>())
                .add(round));
        List<String> lines = new ArrayList<>();
        byPair.forEach((pair, all) -> {
            List<Comparison> sorted = all.stream()
                    .sorted(Comparator.comparingDouble(Comparison::ratio))
                    .toList();
            String ratios = sorted.stream()
                    .map(round -> String.format(Locale.ROOT, "%.2f", round.ratio()))
                    .collect(Collectors.joining(", "));
            lines.add(sorted.get(sorted.size() / 2) + " of " + ratios);
        });
        return lines;
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String variant(RunResult result) {
        List<String> values = new ArrayList<>();
        for (String key : result.getParams().getParamsKeys()) {
            values.add(result.getParams().getParam(key));
        }
        return String.join(" ", values);
    }

    private static double median(RunResult result) {
        Statistics statistics = result.getPrimaryResult().getStatistics();
        return statistics.getPercentile(50);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-40s engine %10.1f %s, %s %10.1f %s, ratio %.2f",
                variant,
                engine,
                unit,
                peer,
                other,
                unit,
                ratio());
    }
}
