package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
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
 * Changes of one order, a transaction each: a person sets the status, a rule adds a tag and starts a timer. Two journal entries, a
 * decision, an effect. Time per change.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ChangeBenchmark.ORDERS)
@Warmup(iterations = 60)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls prepare and fill
public class ChangeBenchmark extends DatabaseBenchmark {

    static final int ORDERS = 400;

    int orders = ORDERS;
    private BookRows before;
    private BookRows added;
    private BenchBook book;
    private OrderHub hub;

    /** Records a book before and after the engine changed each of its orders. */
    @Override
    void prepare() throws IOException, SQLException {
        ShopFeed feed = new ShopFeed(new Catalogue(20260302).orders(orders), 100);
        try (BenchBook first = database().newBook();
                OrderHub engine = Shop.open(first.stores(), feed, "node-1")) {
            engine.pull(Shop.CHANNEL);
            before = BookRows.read(first);
            change(engine, before.orders());
            added = BookRows.read(first).since(before);
        }
    }

    /** A book before the changes. */
    @Setup(Level.Iteration)
    public void fill() throws IOException, SQLException {
        book = database().newBook();
        before.insertAll(book);
        hub = Shop.open(book.stores(), new ShopFeed(List.of(), 100), "node-1");
    }

    /** The engine. */
    @Benchmark
    public void engine() {
        change(hub, before.orders());
    }

    /** Plain JDBC: reads the order, replaces it where its version is unchanged, inserts the rest. */
    @Benchmark
    public void raw() throws SQLException {
        new RawChanges(book, before, added).run();
    }

    private static void change(OrderHub hub, List<String> orders) {
        for (String order : orders) {
            hub.orders().setStatus(new OrderId(order), Shop.READY, Actor.operator("anna"));
        }
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
