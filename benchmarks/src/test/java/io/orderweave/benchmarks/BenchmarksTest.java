package io.orderweave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.journal.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine and its peers leave the same book behind, so that their times can be compared. Once, small, no time taken. */
class BenchmarksTest {

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
    void importsTheSameRows(String db) throws IOException, SQLException {
        ImportBenchmark benchmark = new ImportBenchmark();
        benchmark.db = db;
        benchmark.orders = 250;
        benchmark.open();

        benchmark.empty();
        assertThat(benchmark.engine()).isEqualTo(250);
        BookRows byEngine = benchmark.written();
        benchmark.drop();
        benchmark.empty();
        assertThat(benchmark.raw()).isEqualTo(250);
        BookRows byHand = benchmark.written();
        benchmark.drop();
        benchmark.close();

        assertThat(counts(byHand)).isEqualTo(counts(byEngine));
        assertThat(counts(byEngine))
                .containsEntry("orders", 250)
                .containsEntry("orders_line_refs", 500)
                .containsEntry("decisions", 250)
                .containsEntry("effects", 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void changesTheSameRows(String db) throws IOException, SQLException {
        ChangeBenchmark benchmark = new ChangeBenchmark();
        benchmark.db = db;
        benchmark.orders = 30;
        benchmark.open();

        benchmark.fill();
        Map<String, Integer> before = counts(benchmark.written());
        benchmark.engine();
        BookRows byEngine = benchmark.written();
        benchmark.drop();
        benchmark.fill();
        benchmark.raw();
        BookRows byHand = benchmark.written();
        benchmark.drop();
        benchmark.close();

        assertThat(counts(byHand)).isEqualTo(counts(byEngine));
        assertThat(indexed(byHand)).isEqualTo(indexed(byEngine));
        assertThat(counts(byEngine))
                .containsEntry("orders_tags", 30)
                .containsEntry("decisions", before.getOrDefault("decisions", 0) + 30)
                .containsEntry("journal", before.getOrDefault("journal", 0) + 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void writesTheSameWithADecisionButForTheDecision(String db) throws IOException, SQLException {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.db = db;
        benchmark.orders = 30;
        benchmark.open();

        benchmark.fill();
        Map<String, Integer> before = counts(benchmark.written());
        benchmark.engine();
        Map<String, Integer> decided = counts(benchmark.written());
        benchmark.drop();
        benchmark.fill();
        benchmark.undecided();
        Map<String, Integer> undecided = counts(benchmark.written());
        benchmark.drop();
        benchmark.close();

        assertThat(before).containsEntry("decisions", 0);
        assertThat(undecided)
                .containsEntry("decisions", 0)
                .containsEntry("journal", before.getOrDefault("journal", 0) + 30);
        assertThat(decided).containsEntry("decisions", 30);
        undecided.put("decisions", 30);
        assertThat(decided).isEqualTo(undecided);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void doesEachEffectOnce(String db) throws IOException, SQLException, InterruptedException {
        EffectBenchmark benchmark = new EffectBenchmark();
        benchmark.db = db;
        benchmark.effects = 30;
        benchmark.done = 50;
        benchmark.nodes = 2;
        benchmark.open();

        benchmark.fill();
        benchmark.engine();
        assertThat(benchmark.doneNow()).isEqualTo(30);
        assertThat(benchmark.called()).isEqualTo(30);
        benchmark.drop();
        benchmark.fill();
        benchmark.raw();
        assertThat(benchmark.doneNow()).isEqualTo(30);
        benchmark.drop();
        benchmark.fill();
        benchmark.rawInBatches();
        assertThat(benchmark.doneNow()).isEqualTo(30);
        benchmark.drop();
        benchmark.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void listsWhatItLooksFor(String db) throws IOException, SQLException {
        ListBenchmark benchmark = new ListBenchmark();
        benchmark.db = db;
        benchmark.orders = 3_000;
        benchmark.open();

        assertThat(benchmark.engine().orders()).isNotEmpty().allSatisfy(order -> {
            assertThat(order.status()).hasToString("new");
            assertThat(order.connection()).hasToString("Optional[main]");
        });
        benchmark.list = ListQuery.NOTHING_RETURNED_OF_SECOND;
        assertThat(benchmark.engine().orders()).isEmpty();
        benchmark.list = ListQuery.NOTHING_DELIVERED_CREDITED;
        assertThat(benchmark.engine().orders()).isEmpty();
        benchmark.list = ListQuery.VIP_DELIVERED;
        assertThat(benchmark.engine().orders()).hasSize(50);
        benchmark.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void pagesToTheLastOrder(String db) throws IOException, SQLException {
        PagingBenchmark benchmark = new PagingBenchmark();
        benchmark.db = db;
        benchmark.orders = 3_000;
        benchmark.depth = 2_950;
        benchmark.open();

        assertThat(benchmark.engine().records())
                .hasSize(50)
                .last()
                .satisfies(last -> assertThat(last.key().id()).isEqualTo(LargeBook.id(0, 3_000)));
        assertThat(benchmark.engine().next()).isEmpty();
        benchmark.close();
    }

    static Map<String, Integer> counts(BookRows rows) {
        Map<String, Integer> counts = new TreeMap<>();
        for (BookTable table : BookTable.ALL) {
            counts.put(table.name(), rows.of(table, rows.orders()).size());
        }
        return counts;
    }

    /** What the orders can be found by now. */
    private static List<Object> indexed(BookRows rows) {
        List<Object> values = new ArrayList<>();
        for (String order : rows.orders()) {
            for (String column : List.of("version", "status", "phase", "external_ref")) {
                values.add(String.valueOf(rows.value(order, column)));
            }
        }
        return values;
    }

    @Test
    void rehearsesWhatItLived() {
        RehearsalBenchmark rehearsal = new RehearsalBenchmark();
        rehearsal.orders = 20;
        rehearsal.live();

        Rehearsal unchanged = rehearsal.unchanged();
        rehearsal.close();

        assertThat(unchanged.isEmpty()).isTrue();
        assertThat(unchanged.orders()).isEqualTo(20);
        assertThat(unchanged.events()).isEqualTo(20 * 7);
    }
}
