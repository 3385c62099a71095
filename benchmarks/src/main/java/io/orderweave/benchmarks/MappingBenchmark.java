package io.orderweave.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.connector.OrderFeed;
import java.io.IOException;
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

/**
 * From the bytes of one order to our order, as a connector does it when it reads one: the document is checked, read and mapped, and its
 * bytes are kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls open
public class MappingBenchmark {

    /** Whose order. */
    @Param
    public Marketplace marketplace = Marketplace.ALLEGRO;

    private final ObjectMapper jackson = new ObjectMapper();
    private byte[] document;
    private OrderMapping mapping;

    /** Reads the order. */
    @Setup
    public void open() throws IOException {
        document = marketplace.document();
        mapping = marketplace.mapping();
    }

    /** The connector. */
    @Benchmark
    public OrderFeed.Item engine() {
        return mapping.map(document);
    }

    /** Plain Jackson, every field of the document into records, as an {@code ObjectMapper} without settings does it. */
    @Benchmark
    public Object records() throws IOException {
        return jackson.readValue(document, marketplace.record());
    }
}
