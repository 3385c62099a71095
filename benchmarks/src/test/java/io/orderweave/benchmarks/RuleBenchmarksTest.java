package io.orderweave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The engine, the code by hand and the other engines find the same rules, so that their times can be compared. */
class RuleBenchmarksTest {

    /** Java 21 has no {@code java.lang.Compiler} any more, which the MVEL of Easy Rules asks for. */
    private static final String MVEL = "the MVEL of Easy Rules 4.1 does not run on Java 21 and later";

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = MVEL)
    void findTheSameOfTwentyRules() {
        RuleBenchmark benchmark = new RuleBenchmark();
        benchmark.open();
        for (int i = 0; i < RuleBenchmark.ORDERS; i++) {
            assertThat(benchmark.engine()).isEqualTo(2);
            assertThat(benchmark.byHand()).isEqualTo(2);
            assertThat(benchmark.drools()).isEqualTo(2);
            assertThat(benchmark.easyRules()).isEqualTo(2);
            assertThat(benchmark.easyRulesMvel()).isEqualTo(2);
        }
        benchmark.close();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = MVEL)
    void findTheSameOfTwoHundred() {
        ManyRulesBenchmark benchmark = new ManyRulesBenchmark();
        benchmark.open();
        for (int i = 0; i < ManyRulesBenchmark.ORDERS; i++) {
            assertThat(benchmark.engine()).isEqualTo(20);
            assertThat(benchmark.drools()).isEqualTo(20);
            assertThat(benchmark.easyRules()).isEqualTo(20);
            assertThat(benchmark.easyRulesMvel()).isEqualTo(20);
        }
        benchmark.close();
    }

    @Test
    void matchFiveHoweverManyThereAre() {
        for (int rules : new int[] {100, 10_000}) {
            RuleSelectionBenchmark benchmark = new RuleSelectionBenchmark();
            benchmark.rules = rules;
            benchmark.open();

            assertThat(benchmark.engine()).isEqualTo(RuleSelectionBenchmark.MATCHING);
        }
    }
}
