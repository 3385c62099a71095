package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
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
 * What recording a decision adds to a change: a person sets the status, a transaction each. On one status a rule fires that leaves the
 * order as it is, so that both changes write the same but for the decision. Time per change.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(DecisionBenchmark.ORDERS)
@Warmup(iterations = 60)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls prepare and fill
public class DecisionBenchmark extends DatabaseBenchmark {

    static final int ORDERS = 400;

    private static final StatusId PAID = new StatusId("paid");
    private static final Actor ANNA = Actor.operator("anna");

    int orders = ORDERS;
    private BookRows before;
    private BenchBook book;
    private OrderHub hub;

    /** Records a book of orders on which no rule fired. */
    @Override
    void prepare() throws IOException, SQLException {
        ShopFeed feed = new ShopFeed(new Catalogue(20260302).orders(orders), 100);
        try (BenchBook first = database().newBook();
                OrderHub engine = Shop.open(first.stores(), feed, "node-1", Shop.deciding())) {
            engine.pull(Shop.CHANNEL);
            before = BookRows.read(first);
        }
    }

    /** A book before the changes. */
    @Setup(Level.Iteration)
    public void fill() throws IOException, SQLException {
        book = database().newBook();
        before.insertAll(book);
        hub = Shop.open(book.stores(), new ShopFeed(List.of(), 100), "node-1", Shop.deciding());
    }

    /** With a rule of three conditions that fires. */
    @Benchmark
    public void engine() {
        change(Shop.READY);
    }

    /** No rule fires. */
    @Benchmark
    public void undecided() {
        change(PAID);
    }

    private void change(StatusId status) {
        for (String order : before.orders()) {
            hub.orders().setStatus(new OrderId(order), status, ANNA);
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
