package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.connector.OrderFeed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The import of new orders: each with two lines, journal, rules, effects and checkpoint, a hundred to a transaction. Time per order;
 * an empty book each time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ImportBenchmark.ORDERS)
@Warmup(iterations = 40)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls prepare and empty
public class ImportBenchmark extends DatabaseBenchmark {

    static final int ORDERS = 2_000;
    static final int BATCH = 100;

    int orders = ORDERS;
    private List<OrderFeed.Item> items;
    private BookRows recorded;
    private BenchBook book;
    private OrderHub hub;

    /** Records what the engine writes. */
    @Override
    void prepare() throws IOException, SQLException {
        items = new Catalogue(20260301).orders(orders);
        try (BenchBook first = database().newBook();
                OrderHub engine = Shop.open(first.stores(), new ShopFeed(items, BATCH), "node-1")) {
            engine.pull(Shop.CHANNEL);
            recorded = BookRows.read(first);
        }
    }

    /** An empty book. */
    @Setup(Level.Iteration)
    public void empty() throws IOException, SQLException {
        book = database().newBook();
        hub = Shop.open(book.stores(), new ShopFeed(items, BATCH), "node-1");
    }

    /** The engine. */
    @Benchmark
    public int engine() {
        return hub.pull(Shop.CHANNEL).imported();
    }

    /** Plain JDBC that writes the rows the engine wrote, from bytes made before. */
    @Benchmark
    public int raw() throws SQLException {
        return new RawImport(book, recorded, BATCH).run();
    }

    /** What was written. */
    BookRows written() throws SQLException {
        return BookRows.read(book);
    }

    /** Drops the book. */
    @TearDown(Level.Iteration)
    public void drop() throws SQLException {
        hub.close();
        book.close();
    }
}
