package io.orderweave.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.OrderHub;
import io.orderweave.connection.Settings;
import io.orderweave.connectors.allegro.RecordedAllegro;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
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
 * The first pull of an Allegro account with ten thousand orders, but for the network: the answers of the simulated Allegro, recorded
 * before, are read, mapped, put to twenty rules and stored, a hundred orders to a transaction, on one thread. Time per order; an empty
 * book each time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(PullBenchmark.ORDERS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@SuppressWarnings("NullAway.Init") // JMH calls prepare and empty
public class PullBenchmark extends DatabaseBenchmark {

    static final int ORDERS = 10_000;
    static final int BATCH = 100;

    int orders = ORDERS;

    private final ObjectMapper jackson = new ObjectMapper();
    private final RecordedAllegro allegro = new RecordedAllegro();
    private Settings settings;
    private Clock clock;
    private List<byte[]> pages;
    private BookRows recorded;
    private BenchBook book;
    private OrderHub hub;

    /** Records what Allegro answers and what the engine writes. */
    @Override
    void prepare() throws IOException, SQLException {
        try (SimulatedSales sales = new SimulatedSales(orders)) {
            settings = sales.settings();
            clock = sales.clock();
            try (BenchBook first = database().newBook();
                    OrderHub engine = AllegroShop.open(first.stores(), allegro, settings, clock)) {
                engine.pull(AllegroShop.CHANNEL);
                recorded = BookRows.read(first);
            }
        }
        pages = allegro.documents();
    }

    /** An empty book. */
    @Setup(Level.Iteration)
    public void empty() throws IOException, SQLException {
        book = database().newBook();
        hub = AllegroShop.open(book.stores(), allegro, settings, clock);
    }

    /** The connector and the engine. */
    @Benchmark
    public int engine() {
        return hub.pull(AllegroShop.CHANNEL).imported();
    }

    /** Plain Jackson binds every page to records, and plain JDBC writes the rows the engine wrote, from bytes made before. */
    @Benchmark
    public int raw() throws IOException, SQLException {
        int read = 0;
        for (byte[] page : pages) {
            read += jackson.readValue(page, AllegroForms.class).checkoutForms().size();
        }
        int written = new RawImport(book, recorded, BATCH).run();
        if (read != written) {
            throw new IllegalStateException(read + " orders were read and " + written + " written");
        }
        return written;
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
