package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the crash proof, a part of every build. {@code -Dcrash.seed} plays another one. */
class ShortFormTest {

    private static final long SEED = Long.getLong("crash.seed", 20261122L);
    private static final int LEAST_KILLS = 30;

    @TempDir
    Path folder;

    @Test
    void whateverIsKilledHappensOnce() throws Exception {
        try (Theatre theatre = Theatre.in(folder)) {
            Run run = new Run(theatre, SEED, System.out::println)
                    .each(Map.of(
                            Scenario.ONE_NODE, 20,
                            Scenario.TWO_PROCESSES, 3,
                            Scenario.FOUR_NODES, 4,
                            Scenario.LATE_ANSWERS, 2,
                            Scenario.SERVER_KILLED, 2,
                            Scenario.DISK_FULL, 2));
            System.out.println(run.report());

            assertThat(run.outcomes().stream().flatMap(outcome -> outcome.findings().stream()))
                    .as("crash.seed=" + SEED)
                    .isEmpty();
            assertThat(run.kills()).isGreaterThanOrEqualTo(LEAST_KILLS);
        }
    }
}
