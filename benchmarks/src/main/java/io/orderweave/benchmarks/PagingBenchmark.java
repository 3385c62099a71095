package io.orderweave.benchmarks;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** A page of a hundred of all orders, newest first, however far from the first one. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class PagingBenchmark extends DatabaseBenchmark {

    /** How many orders the pages before have shown. */
    @Param({"0", "250000", "500000", "999900"})
    public int depth = 0;

    int orders = ListBenchmark.ORDERS;
    private BenchBook book;
    private RecordQuery query;

    @Override
    void prepare() throws IOException, SQLException {
        book = LargeBook.open(database(), orders);
        RecordQuery all = RecordQuery.all(RecordCollections.ORDERS)
                .orderedBy("placed_at", true)
                .limit(100);
        query = depth == 0 ? all : all.after(position(orders - depth));
    }

    private RecordQuery.Position position(int place) {
        return new RecordQuery.Position(
                Optional.of(IndexValue.of(PastOrder.placedAt(place, orders))), LargeBook.id(place, orders));
    }

    /** The page. */
    @Benchmark
    public RecordPage engine() {
        return book.stores().records().find(query);
    }

    @Override
    void release() throws SQLException {
        book.close();
    }
}
