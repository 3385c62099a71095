package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import io.orderweave.order.OrderPage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** The first page of the lists people look at, of a million orders: each time to whole orders, newest first. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls prepare
public class ListBenchmark extends DatabaseBenchmark {

    static final int ORDERS = 1_000_000;

    /** What is looked for. */
    @Param({
        "NEW_OF_MAIN",
        "PACKING_UNPAID",
        "PAID_NOT_INVOICED",
        "READY_PARTLY_SHIPPED",
        "IN_PROGRESS_OF_SMALLEST",
        "DELIVERED_UNPAID",
        "OVERPAID_OF_MAIN",
        "DELIVERED_NOT_INVOICED",
        "THIRD_IN_A_MONTH",
        "CANCELLED_IN_A_MONTH",
        "VIP_DELIVERED",
        "COMPLAINT_SHIPPED",
        "NOTHING_RETURNED_OF_SECOND",
        "NOTHING_DELIVERED_CREDITED"
    })
    public ListQuery list = ListQuery.NEW_OF_MAIN;

    int orders = ORDERS;
    private BenchBook book;
    private OrderHub hub;

    @Override
    void prepare() throws IOException, SQLException {
        book = LargeBook.open(database(), orders);
        hub = Shop.open(book.stores(), new ShopFeed(List.of(), 100), "node-1");
    }

    /** The first page. */
    @Benchmark
    public OrderPage engine() {
        return hub.orders().find(list.query());
    }

    @Override
    void release() throws SQLException {
        hub.close();
        book.close();
    }
}
