package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.SeriesStore}. */
public abstract class SeriesStoreTck extends StoreGroup {

    private static final String COUNTER = "seller-1/invoice/2026";

    @Test
    void firstNumberIsTheFirstAskedFor() {
        assertThat(next(COUNTER, 100)).isEqualTo(100);
    }

    @Test
    void laterNumbersFollowTheLast() {
        next(COUNTER, 100);

        assertThat(next(COUNTER, 1)).isEqualTo(101);
        assertThat(next(COUNTER, 500)).isEqualTo(102);
    }

    @Test
    void severalNumbersOfOneTransactionFollowEachOther() {
        List<Long> numbers = inTransaction(() -> {
            List<Long> spent = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                spent.add(stores.series().next(COUNTER, 1));
            }
            return spent;
        });

        assertThat(numbers).containsExactly(1L, 2L, 3L);
    }

    @Test
    void countersAreIndependent() {
        next(COUNTER, 1);

        assertThat(next("seller-2/invoice/2026", 1)).isEqualTo(1);
        assertThat(next("Seller-1/invoice/2026", 1)).isEqualTo(1);
    }

    @Test
    void nextRefusesToWorkOutsideATransaction() {
        assertFault(FaultCategory.INVALID_REQUEST, () -> stores.series().next(COUNTER, 1));

        assertThat(stores.series().last(COUNTER)).isEmpty();
    }

    @Test
    void rollbackGivesTheNumberBack() {
        next(COUNTER, 1);

        rolledBack(() -> assertThat(stores.series().next(COUNTER, 1)).isEqualTo(2));

        assertThat(next(COUNTER, 1)).isEqualTo(2);
    }

    @Test
    void rollbackGivesTheFirstNumberBack() {
        rolledBack(() -> assertThat(stores.series().next(COUNTER, 100)).isEqualTo(100));

        assertThat(stores.series().last(COUNTER)).isEmpty();
        assertThat(next(COUNTER, 7)).isEqualTo(7);
    }

    @Test
    void aConcurrentCallerWaitsUntilTheTransactionEnds() {
        OtherThread<Long> other = new OtherThread<>(() -> next(COUNTER, 1));

        rolledBack(() -> {
            assertThat(stores.series().next(COUNTER, 1)).isEqualTo(1);
            other.start();
            other.awaitFinishedOrBlocked();
        });

        assertThat(other.result()).as("the number given back").isEqualTo(1);
    }

    @Test
    void hasNoGapAndNoDuplicateUnderConcurrencyAndRollback() {
        int threads = 16;
        int attempts = 20;

        List<List<Long>> spent = Concurrently.run(threads, number -> spendAndRollBack(attempts, new Random(number)));

        List<Long> all = spent.stream().flatMap(List::stream).sorted().toList();
        assertThat(all).hasSizeBetween(1, threads * attempts - 1);
        assertThat(all).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(stores.series().last(COUNTER)).hasValue(all.size());
    }

    @Test
    void lastIsEmptyBeforeTheFirstNumber() {
        assertThat(stores.series().last(COUNTER)).isEmpty();
    }

    @Test
    void lastIsTheLastNumberSpent() {
        next(COUNTER, 1);
        next(COUNTER, 1);

        assertThat(stores.series().last(COUNTER)).hasValue(2);
    }

    @Test
    void raiseToRaisesTheLastNumber() {
        next(COUNTER, 1);

        stores.series().raiseTo(COUNTER, 40);

        assertThat(stores.series().last(COUNTER)).hasValue(40);
        assertThat(next(COUNTER, 1)).isEqualTo(41);
    }

    @Test
    void raiseToNeverLowers() {
        stores.series().raiseTo(COUNTER, 40);

        stores.series().raiseTo(COUNTER, 39);

        assertThat(stores.series().last(COUNTER)).hasValue(40);
    }

    @Test
    void raiseToMakesANewCounterAUsedOne() {
        stores.series().raiseTo(COUNTER, 40);

        assertThat(next(COUNTER, 1)).isEqualTo(41);
    }

    @Test
    void raiseToKeepsTheHighestUnderConcurrency() {
        Concurrently.run(16, number -> {
            stores.series().raiseTo(COUNTER, 100 + number);
            return true;
        });

        assertThat(stores.series().last(COUNTER)).hasValue(115);
    }

    @Test
    void countsBeyondThirtyTwoBits() {
        stores.series().raiseTo(COUNTER, 5_000_000_000L);

        assertThat(next(COUNTER, 1)).isEqualTo(5_000_000_001L);
    }

    private long next(String counter, long first) {
        return inTransaction(() -> stores.series().next(counter, first));
    }

    /** The numbers of the transactions that committed; about a third rolls back. */
    private List<Long> spendAndRollBack(int attempts, Random random) {
        List<Long> committed = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            if (random.nextInt(3) == 0) {
                rolledBack(() -> stores.series().next(COUNTER, 1));
            } else {
                committed.add(next(COUNTER, 1));
            }
        }
        return committed;
    }
}
