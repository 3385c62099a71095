package io.orderweave.crash;

import io.orderweave.crash.node.Breakage;
import java.util.Random;
import java.util.function.Function;

/**
 * What is to be played: everything that decides a story. Immutable.
 *
 * @param seed of what the buyers do, what fails and who dies when
 * @param mostKills after so many kills the nodes are spared
 * @param breakage what is wrong with the engine on purpose
 * @param plans when the next node is to be killed
 */
record Play(Scenario scenario, long seed, int mostKills, Breakage breakage, Function<Random, KillPlan> plans) {

    static Play of(Scenario scenario, long seed, int mostKills) {
        return new Play(scenario, seed, mostKills, Breakage.NONE, KillPlan::draw);
    }

    /** With an engine that is broken on purpose. */
    Play breaking(Breakage broken) {
        return new Play(scenario, seed, mostKills, broken, plans);
    }

    /** With kills at this point only, instead of drawn ones. */
    Play killingAt(KillPlan plan) {
        return new Play(scenario, seed, mostKills, breakage, random -> plan);
    }
}
