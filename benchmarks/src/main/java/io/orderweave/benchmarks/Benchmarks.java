package io.orderweave.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs one group of benchmarks, the engine and its peers in the same run, each in a JVM of its own, and prints how they compare.
 *
 * <p>System properties: {@code bench} is the group; {@code bench.db} one database instead of both; {@code bench.nodes}, {@code
 * bench.atOnce} and {@code bench.done} how many nodes work, how many effects each runs at a time and how many are done already, several
 * separated by commas; {@code bench.dir} the
 * folder of the databases; {@code bench.rounds} how often engine and peers take turns, three times unless said otherwise: what else the machine
 * does changes from minute to minute, and a ratio is only of things measured close together; {@code bench.jvm} one more argument of
 * the forked JVMs.
 */
public final class Benchmarks {

    /**
     * Beside plain JDBC; a change with a decision beside one without; rules beside Java by hand and other rule engines; mappings and
     * pulls beside plain Jackson.
     */
    private static final Map<String, Class<?>> COMPARED = Map.of(
            "import", ImportBenchmark.class,
            "change", ChangeBenchmark.class,
            "decision", DecisionBenchmark.class,
            "effects", EffectBenchmark.class,
            "rules", RuleBenchmark.class,
            "many-rules", ManyRulesBenchmark.class,
            "mapping", MappingBenchmark.class,
            "pull", PullBenchmark.class);

    /** By itself; lists and paging on a book of a million orders, which is loaded the first time, rehearsals on one in memory. */
    private static final Map<String, Class<?>> MEASURED = Map.of(
            "lists", ListBenchmark.class,
            "paging", PagingBenchmark.class,
            "rule-selection", RuleSelectionBenchmark.class,
            "rehearsal", RehearsalBenchmark.class);

    private static final String HEAP = "heap";
    private static final String PULL_HEAP = "pull-heap";

    private Benchmarks() {}

    /** Runs the group that the system property names. */
    public static void main(String[] arguments) throws RunnerException, IOException, SQLException {
        String group = System.getProperty("bench", "import");
        List<String> lines = run(group);
        System.out.println();
        lines.forEach(System.out::println);
    }

    private static List<String> run(String group) throws RunnerException, IOException, SQLException {
        Class<?> compared = COMPARED.get(group);
        if (compared != null) {
            List<Comparison> rounds = new ArrayList<>();
            for (int round = 0; round < Integer.getInteger("bench.rounds", 3); round++) {
                rounds.addAll(Comparison.of(new Runner(options(compared).build()).run()));
            }
            return Comparison.summary(rounds);
        }
        Class<?> measured = MEASURED.get(group);
        if (measured != null) {
            return Medians.of(new Runner(options(measured).build()).run());
        }
        if (group.equals(HEAP)) {
            String db = System.getProperty("bench.db");
            return Heap.compare(db == null ? List.of("sqlite", "postgresql") : List.of(db));
        }
        if (group.equals(PULL_HEAP)) {
            return PullHeap.measure(List.of(10_000, 50_000));
        }
        throw new IllegalArgumentException("no group is called " + group + "; there are " + COMPARED.keySet()
                + MEASURED.keySet() + List.of(HEAP, PULL_HEAP));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .shouldFailOnError(true)
                .jvmArgsAppend(forkArguments());
        for (String parameter : List.of("db", "nodes", "atOnce", "done")) {
            String value = System.getProperty("bench." + parameter);
            if (value != null) {
                options.param(parameter, value.split(","));
            }
        }
        return options;
    }

    private static String[] forkArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms1g",
                "-Xmx1g",
                // Collectors with threads of their own would compete with what is measured on a small machine.
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dbench.dir=" + DatabaseBenchmark.folder()));
        String more = System.getProperty("bench.jvm");
        if (more != null) {
            arguments.add(more);
        }
        return arguments.toArray(String[]::new);
    }
}
