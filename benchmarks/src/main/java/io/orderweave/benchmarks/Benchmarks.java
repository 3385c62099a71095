package io.orderweave.benchmarks;

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
 * <p>System properties: {@code bench} is the group; {@code bench.db} one database instead of both; {@code bench.dir} the folder of the
 * databases; {@code bench.rounds} how often engine and peers take turns, three times unless said otherwise: what else the machine
 * does changes from minute to minute, and a ratio is only of things measured close together; {@code bench.jvm} one more argument of
 * the forked JVMs.
 */
public final class Benchmarks {

    private static final Map<String, Class<?>> GROUPS =
            Map.of("import", ImportBenchmark.class, "change", ChangeBenchmark.class, "effects", EffectBenchmark.class);

    private Benchmarks() {}

    /** Runs the group that the system property names. */
    public static void main(String[] arguments) throws RunnerException {
        String group = System.getProperty("bench", "import");
        Class<?> benchmark = GROUPS.get(group);
        if (benchmark == null) {
            throw new IllegalArgumentException("no group is called " + group + "; there are " + GROUPS.keySet());
        }
        List<Comparison> rounds = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("bench.rounds", 3); round++) {
            rounds.addAll(Comparison.of(new Runner(options(benchmark).build()).run()));
        }
        System.out.println();
        Comparison.summary(rounds).forEach(System.out::println);
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .shouldFailOnError(true)
                .jvmArgsAppend(forkArguments());
        String db = System.getProperty("bench.db");
        return db == null ? options : options.param("db", db);
    }

    private static String[] forkArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms1g",
                "-Xmx1g",
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
