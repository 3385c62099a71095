package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.crash.judge.Verdict;
import io.orderweave.crash.node.Breakage;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof can fail: engines that are broken on purpose are found out, by kills that the real one survives. */
class BrokenEngineTest {

    private static final KillPlan ANSWER_LOST = new KillPlan.AtNetworkCall(1, Optional.of("answer of inpost"));
    private static final KillPlan NUMBER_SPENT = new KillPlan.AtStoreCall(1, Optional.of("after series.next"));

    @TempDir
    Path folder;

    private Theatre theatre;

    @BeforeEach
    void open() {
        theatre = Theatre.in(folder);
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void oneThatSendsAgainInDoubtMakesASecondParcel() throws Exception {
        Play play = Play.of(Scenario.ONE_NODE, 1, 2).killingAt(ANSWER_LOST);

        assertThat(verdict(play.breaking(Breakage.BLIND_SEARCH)).duplicates()).isNotEmpty();
        assertThat(verdict(play)).matches(Verdict::isClean);
    }

    @Test
    void oneWithoutTransactionsLosesANumber() throws Exception {
        Play play = Play.of(Scenario.ONE_NODE, 1, 2).killingAt(NUMBER_SPENT);

        assertThat(verdict(play.breaking(Breakage.NO_TRANSACTIONS)).gaps()).isNotEmpty();
        assertThat(verdict(play)).matches(Verdict::isClean);
    }

    private Verdict verdict(Play play) throws InterruptedException {
        Outcome outcome = theatre.play(play);
        assertThat(outcome.kills()).hasSize(play.mostKills());
        return outcome.verdict();
    }
}
