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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rules on one event, of which five match however many there are: what it costs follows the matches. Time per order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open
public class RuleSelectionBenchmark {

    static final int MATCHING = 5;

    private static final int ORDERS = 64;

    /** How many rules. */
    @Param({"100", "10000"})
    int rules;

    private List<Order> orders;
    private CompiledRules compiled;
    private int turn;

    /** Compiles the rules. */
    @Setup
    public void open() {
        orders = RuleScale.orders(ORDERS, rules / MATCHING);
        compiled = CompiledRules.of(RuleScale.rules(rules, rules / MATCHING), FieldCatalogue.standard());
    }

    /** The engine. */
    @Benchmark
    public int engine() {
        turn = (turn + 1) % ORDERS;
        return compiled.evaluate(RuleScale.facts(orders.get(turn))).fired().size();
    }
}
