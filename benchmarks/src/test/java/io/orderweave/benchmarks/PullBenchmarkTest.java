package io.orderweave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pull from recorded answers brings what a pull over HTTP brings, and its peer leaves the same book behind. */
class PullBenchmarkTest {

    @TempDir
    Path folder;

    @BeforeEach
    void useOwnFolder() {
        System.setProperty("bench.dir", folder.toString());
    }

    @AfterEach
    void useCommonFolder() {
        System.clearProperty("bench.dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void pullsTheSameRows(String db) throws IOException, SQLException {
        PullBenchmark benchmark = new PullBenchmark();
        benchmark.db = db;
        benchmark.orders = 220;
        benchmark.open();

        benchmark.empty();
        assertThat(benchmark.engine()).isEqualTo(220);
        BookRows byEngine = benchmark.written();
        benchmark.drop();
        benchmark.empty();
        assertThat(benchmark.raw()).isEqualTo(220);
        BookRows byHand = benchmark.written();
        benchmark.drop();
        benchmark.close();

        assertThat(BenchmarksTest.counts(byHand)).isEqualTo(BenchmarksTest.counts(byEngine));
        assertThat(BenchmarksTest.counts(byEngine))
                .containsEntry("orders", 220)
                .containsEntry("orders_line_refs", 440)
                .containsEntry("orders_tags", 55)
                .containsEntry("payments", 165)
                .containsEntry("effects", 330);
    }

    @Test
    void pullsOverHttpWhatWasSold() throws IOException, SQLException {
        try (SimulatedSales sales = new SimulatedSales(30)) {
            assertThat(PullOnce.pull(sales.settings(), sales.clock(), folder)).isEqualTo(30);
        }
    }
}
