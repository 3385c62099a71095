package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Effects of a kind that has no fold: a status is told to a channel that answers at once. Time per effect, of several nodes together;
 * beside effects that were done long ago.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(EffectBenchmark.EFFECTS)
@Warmup(iterations = 60)
@Measurement(iterations = 20)
@SuppressWarnings("NullAway.Init") // JMH calls prepare and fill
public class EffectBenchmark extends DatabaseBenchmark {

    static final int EFFECTS = 400;

    /** How many nodes run due effects at the same time. */
    @Param("1")
    public int nodes = 1;

    /** How many effects each node runs at a time. */
    @Param("1")
    public int atOnce = 1;

    /** How many effects of the ledger are done. */
    @Param("0")
    public int done = 0;

    int effects = EFFECTS;
    private BookRows planned;
    private BenchBook book;
    private ShopFeed channel;
    private List<OrderHub> hubs;
    private ExecutorService workers;

    /** Records planned effects, and makes the book with those that are done. */
    @Override
    void prepare() throws IOException, SQLException {
        try (BenchBook first = database().newBook();
                OrderHub engine = Shop.open(
                        first.stores(),
                        new ShopFeed(new Catalogue(20260303).orders(effects), 100),
                        "node-1",
                        Shop.packing())) {
            engine.pull(Shop.CHANNEL);
            planned = BookRows.read(first);
        }
        book = database().newBook();
        DoneEffects.insert(book, done);
        book.analyze();
        workers = Executors.newFixedThreadPool(Math.max(1, nodes * (atOnce - 1)));
    }

    @Override
    void release() throws SQLException {
        workers.shutdown();
        book.close();
    }

    /** Plans the effects. */
    @Setup(Level.Iteration)
    public void fill() throws SQLException {
        planned.insertAll(book);
        channel = new ShopFeed(List.of(), 100);
        hubs = new ArrayList<>();
        for (int node = 1; node <= nodes; node++) {
            hubs.add(Shop.open(book.stores(), channel, "node-" + node, Shop.packing()));
        }
    }

    /** The engine: claims, tells the channel, records the answer. */
    @Benchmark
    public void engine() throws InterruptedException {
        Nodes.run(hubs, hub -> hub.effects().runDue(workers, atOnce));
    }

    /** Plain JDBC: one effect after the other is claimed, and done, each in a transaction. */
    @Benchmark
    public void raw() throws SQLException {
        new RawEffects(book, 1).run();
    }

    /** Plain JDBC: fifty effects are claimed in a transaction, and each is done in one of its own. */
    @Benchmark
    public void rawInBatches() throws SQLException {
        new RawEffects(book, 50).run();
    }

    /** How many effects are done that were not before. */
    long doneNow() throws SQLException {
        return RawEffects.count(book, "DONE") - done;
    }

    /** How many calls the channel got. */
    int called() {
        return channel.statusesTold();
    }

    /** Takes the effects away again. */
    @TearDown(Level.Iteration)
    public void drop() throws SQLException {
        if (doneNow() != effects || called() > effects) {
            throw new IllegalStateException(doneNow() + " done by " + called() + " calls, of " + effects);
        }
        hubs.forEach(OrderHub::close);
        planned.deleteAll(book);
    }
}
