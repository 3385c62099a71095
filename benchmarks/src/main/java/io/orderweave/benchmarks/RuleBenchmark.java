package io.orderweave.benchmarks;

import io.orderweave.order.Order;
import io.orderweave.rule.CompiledRules;
import io.orderweave.rule.FieldCatalogue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Twenty rules of three conditions on one event, of which two match. Time per order; each reads its orders anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open
public class RuleBenchmark {

    static final int RULES = 20;
    static final int METHODS = 10;
    static final int ORDERS = 64;

    private List<Order> orders;
    private CompiledRules rules;
    private RulesInDrools drools;
    private RulesInEasyRules easy;
    private RulesInMvel mvel;
    private int turn;

    /** Makes orders, and compiles the rules for everybody. */
    @Setup
    public void open() {
        orders = RuleScale.orders(ORDERS, METHODS);
        rules = CompiledRules.of(RuleScale.rules(RULES, METHODS), FieldCatalogue.standard());
        drools = new RulesInDrools(RULES, METHODS);
        easy = new RulesInEasyRules(RULES, METHODS);
        mvel = new RulesInMvel(RULES, METHODS);
    }

    /** The engine, with every value that a rule which fires has seen. */
    @Benchmark
    public int engine() {
        return rules.evaluate(RuleScale.facts(next())).fired().size();
    }

    /** An if-chain in Java. */
    @Benchmark
    public int byHand() {
        return RulesByHand.matching(next());
    }

    /** Drools. */
    @Benchmark
    public int drools() {
        return drools.matching(next());
    }

    /** Easy Rules, its conditions in Java. */
    @Benchmark
    public int easyRules() {
        return easy.matching(next());
    }

    /** Easy Rules, its conditions data, as the engine's are. */
    @Benchmark
    public int easyRulesMvel() {
        return mvel.matching(next());
    }

    private Order next() {
        turn = (turn + 1) % ORDERS;
        return orders.get(turn);
    }

    /** Ends the session of Drools. */
    @TearDown
    public void close() {
        drools.close();
    }
}
