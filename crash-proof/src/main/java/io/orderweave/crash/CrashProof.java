package io.orderweave.crash;

import io.orderweave.crash.node.Breakage;
import java.nio.file.Path;

/** The crash proof as a program: a long run, or one story again. Ends with 1 when anything happened twice or was lost. */
public final class CrashProof {

    private CrashProof() {}

    /**
     * @param arguments a folder to work in, a seed, a number of kills; then, to play one story again, its scenario and, for an engine
     *     that is broken on purpose, how
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        long seed = Long.parseLong(arguments[1]);
        int kills = Integer.parseInt(arguments[2]);
        String scenario = arguments.length > 3 ? arguments[3] : "";
        String breakage = arguments.length > 4 ? arguments[4] : Breakage.NONE.name();
        boolean clean;
        try (Theatre theatre = Theatre.in(folder)) {
            System.out.println("crash proof in " + theatre.folder() + ", seed=" + seed + " kills=" + kills);
            clean = scenario.isEmpty()
                    ? run(theatre, seed, kills)
                    : again(theatre, Scenario.valueOf(scenario), seed, Breakage.valueOf(breakage), kills);
        }
        if (!clean) {
            System.exit(1);
        }
    }

    private static boolean run(Theatre theatre, long seed, int kills) throws InterruptedException {
        Run run = new Run(theatre, seed, System.out::println);
        run.until(kills);
        System.out.println(run.report());
        return run.isClean();
    }

    private static boolean again(Theatre theatre, Scenario scenario, long seed, Breakage breakage, int kills)
            throws InterruptedException {
        Outcome outcome = theatre.play(Play.of(scenario, seed, kills).breaking(breakage));
        System.out.println(outcome);
        outcome.findings().forEach(System.out::println);
        outcome.kills().forEach(point -> System.out.println("killed " + point));
        return outcome.verdict().isClean();
    }
}
