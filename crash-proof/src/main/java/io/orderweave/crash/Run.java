package io.orderweave.crash;

import io.orderweave.crash.judge.Doubts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Story after story until enough nodes were killed, all drawn from one seed. Belongs to one thread. */
final class Run {

    private static final int MOST_KILLS_OF_ONE_NODE = 60;
    private static final int MOST_KILLS_ELSEWHERE = 20;

    private final Theatre theatre;
    private final Random random;
    private final Consumer<String> told;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Scenario> others = new ArrayList<>();

    /**
     * @param told a line for every story
     */
    Run(Theatre theatre, long seed, Consumer<String> told) {
        this.theatre = theatre;
        this.random = new Random(seed);
        this.told = told;
    }

    /** Plays until so many kills are reached. The first story, without kills, shows that the day itself comes out well. */
    Run until(int kills) throws InterruptedException {
        play(Scenario.ONE_NODE, 0);
        while (kills() < kills) {
            play(Scenario.ONE_NODE, MOST_KILLS_OF_ONE_NODE);
            if (kills() < kills) {
                play(draw(), MOST_KILLS_ELSEWHERE);
            }
        }
        return this;
    }

    /** Plays one story of each of these scenarios, with so many kills in each. */
    Run each(Map<Scenario, Integer> kills) throws InterruptedException {
        for (Map.Entry<Scenario, Integer> each : new TreeMap<>(kills).entrySet()) {
            play(each.getKey(), each.getValue());
        }
        return this;
    }

    private void play(Scenario scenario, int mostKills) throws InterruptedException {
        Outcome outcome = theatre.play(Play.of(scenario, random.nextLong() >>> 1, mostKills));
        outcomes.add(outcome);
        told.accept(outcome.toString());
        outcome.findings().forEach(told);
    }

    /** Each of the others once, in a drawn order, before any comes again. */
    private Scenario draw() {
        if (others.isEmpty()) {
            others.addAll(EnumSet.complementOf(EnumSet.of(Scenario.ONE_NODE)));
            Collections.shuffle(others, random);
        }
        return others.remove(0);
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    int kills() {
        return outcomes.stream().mapToInt(outcome -> outcome.kills().size()).sum();
    }

    boolean isClean() {
        return outcomes.stream().allMatch(outcome -> outcome.verdict().isClean());
    }

    /** The sum of it, line by line. */
    String report() {
        Doubts doubts =
                outcomes.stream().map(outcome -> outcome.verdict().doubts()).reduce(Doubts.NONE, Doubts::plus);
        Map<Scenario, Integer> byScenario = outcomes.stream()
                .collect(Collectors.groupingBy(
                        Outcome::scenario,
                        TreeMap::new,
                        Collectors.summingInt(outcome -> outcome.kills().size())));
        Map<String, Long> byPoint = outcomes.stream()
                .flatMap(outcome -> outcome.kills().stream())
                .collect(Collectors.groupingBy(point -> point, TreeMap::new, Collectors.counting()));
        return "kills by scenario: " + byScenario + "\nkills by point: " + byPoint + "\nSUMMARY stories="
                + outcomes.size() + " kills=" + kills()
                + " duplicates=" + sum(outcome -> outcome.verdict().duplicates().size())
                + " losses=" + sum(outcome -> outcome.verdict().losses().size())
                + " gaps=" + sum(outcome -> outcome.verdict().gaps().size())
                + " doubts=" + doubts.raised() + " by-machine=" + doubts.byMachine() + " by-person="
                + doubts.byPerson() + " faults=" + sum(Outcome::faults) + " late-answers=" + sum(Outcome::lateAnswers)
                + " server-crashes="
                + sum(Outcome::serverCrashes) + " authorisations=" + sum(Outcome::authorisations);
    }

    private int sum(ToIntFunction<Outcome> figure) {
        return outcomes.stream().mapToInt(figure).sum();
    }
}
