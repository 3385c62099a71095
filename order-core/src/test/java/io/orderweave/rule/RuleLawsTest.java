package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of evaluation and of the JSON form over random rule sets and orders; a failure names its seed. */
class RuleLawsTest {

    private static final int SETS = 600;
    private static final int EVENTS_PER_SET = 8;

    @Test
    void compiledRulesDecideAsTheirConditionsRead() {
        int fired = 0;
        for (long seed = 1; seed <= SETS; seed++) {
            RandomRules chance = new RandomRules(seed);
            RuleSet rules = chance.rules();
            CompiledRules compiled = CompiledRules.of(rules, RandomRules.FIELDS);
            for (int i = 0; i < EVENTS_PER_SET; i++) {
                Facts facts = chance.facts();
                List<RuleOutcome> expected = naive(rules, facts);

                assertThat(compiled.evaluate(facts).fired()).as("seed " + seed).isEqualTo(expected);
                fired += expected.size();
            }
        }
        assertThat(fired).as("rules that fired at all").isGreaterThan(1_000);
    }

    @Test
    void explainsEachRuleAsItsConditionReads() {
        for (long seed = 1; seed <= SETS; seed++) {
            RandomRules chance = new RandomRules(seed);
            RuleSet rules = chance.rules();
            CompiledRules compiled = CompiledRules.of(rules, RandomRules.FIELDS);
            Facts facts = chance.facts();
            for (Rule rule : rules.rules()) {
                assertThat(compiled.evaluate(rule, facts)).as("seed " + seed).isEqualTo(outcome(rule, facts));
            }
        }
    }

    @Test
    void readsBackWhatItWrites() {
        for (long seed = 1; seed <= SETS; seed++) {
            RuleSet rules = new RandomRules(seed).rules();

            assertThat(RuleSets.parse(RuleSets.write(rules), RandomRules.FIELDS))
                    .as("seed " + seed)
                    .isEqualTo(rules);
            assertThat(Json.read(Json.bytes(rules), RuleSet.class))
                    .as("stored, seed " + seed)
                    .isEqualTo(rules);
        }
    }

    /** What the rules mean, as simply as it can be said. */
    private static List<RuleOutcome> naive(RuleSet rules, Facts facts) {
        List<RuleOutcome> fired = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            boolean triggered =
                    rule.trigger().events().contains(facts.event().eventName().name())
                            && rule.trigger().matches(facts.order(), facts.event());
            RuleOutcome outcome = outcome(rule, facts);
            if (triggered && rule.isActive(facts.local().toLocalDate()) && outcome.fired()) {
                fired.add(outcome);
            }
        }
        return fired;
    }

    private static RuleOutcome outcome(Rule rule, Facts facts) {
        List<Condition.Finding> findings = new ArrayList<>();
        Verdict verdict = rule.condition()
                .evaluate(name -> RandomRules.FIELDS.find(name).orElseThrow().read(facts), findings);
        return new RuleOutcome(rule.id(), verdict, findings);
    }
}
