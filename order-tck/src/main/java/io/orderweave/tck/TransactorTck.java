package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.RecordKey;
import io.orderweave.store.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.Transactor} and {@link io.orderweave.store.Stores}. */
public abstract class TransactorTck extends StoreGroup {

    private static final RecordKey KEY = TestRecord.key("order-1");

    @Test
    void returnsTheResultOfTheWork() {
        assertThat(inTransaction(() -> "result")).isEqualTo("result");
    }

    @Test
    void commitsWhenTheWorkReturns() {
        inTransaction(() -> insert(KEY));

        assertThat(elsewhere(() -> exists(KEY))).isTrue();
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        rolledBack(() -> insert(KEY));

        assertThat(exists(KEY)).isFalse();
    }

    @Test
    void rethrowsTheExceptionUnchanged() {
        RuntimeException thrown = new IllegalStateException("the work failed");

        Throwable seen = catchThrowable(() -> inTransaction(() -> {
            throw thrown;
        }));

        assertThat(seen).isSameAs(thrown);
    }

    @Test
    void rollsBackWhenTheWorkThrowsAnError() {
        Error thrown = new StackOverflowError();

        Throwable seen = catchThrowable(() -> inTransaction(() -> {
            insert(KEY);
            throw thrown;
        }));

        assertThat(seen).isSameAs(thrown);
        assertThat(exists(KEY)).isFalse();
    }

    @Test
    void rollbackLeavesNothingInAnyStore() {
        EveryStore written = new EveryStore(stores);

        rolledBack(written::write);

        written.assertNothingWritten();
    }

    @Test
    void rollbackRestoresEveryStore() {
        EveryStore written = new EveryStore(stores);
        written.write();

        rolledBack(written::change);

        written.assertUnchanged();
    }

    @Test
    void commitKeepsEveryStore() {
        EveryStore written = new EveryStore(stores);

        inTransaction(written::write);

        written.assertUnchanged();
        elsewhere(() -> {
            written.assertUnchanged();
            return true;
        });
    }

    @Test
    void readsItsOwnWritesInEveryStore() {
        EveryStore written = new EveryStore(stores);

        inTransaction(() -> {
            written.write();
            written.assertUnchanged();
        });
    }

    @Test
    void joinsTheActiveTransaction() {
        rolledBack(() -> inTransaction(() -> insert(KEY)));

        assertThat(exists(KEY)).as("committed by the inner transaction").isFalse();
    }

    @Test
    void commitsJoinedWorkWithTheOuterTransaction() {
        inTransaction(() -> {
            insert(KEY);
            inTransaction(() -> insert(TestRecord.key("order-2")));
        });

        assertThat(elsewhere(() -> exists(KEY))).isTrue();
        assertThat(elsewhere(() -> exists(TestRecord.key("order-2")))).isTrue();
    }

    @Test
    void innerExceptionRollsBackTheOuterTransaction() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    insert(KEY);
                    inTransaction(() -> {
                        throw new Rollback();
                    });
                }))
                .isInstanceOf(Rollback.class);

        assertThat(exists(KEY)).isFalse();
    }

    @Test
    void caughtInnerExceptionFailsTheOuterCommit() {
        IllegalStateException inner = new IllegalStateException("caught on the way");

        OrderweaveException fault = catchThrowableOfType(
                OrderweaveException.class,
                () -> inTransaction(() -> {
                    insert(KEY);
                    assertThatThrownBy(() -> inTransaction(() -> {
                                throw inner;
                            }))
                            .isSameAs(inner);
                    insert(TestRecord.key("order-2"));
                }));

        assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL);
        assertThat(fault).hasCause(inner);
        assertThat(exists(KEY)).isFalse();
        assertThat(exists(TestRecord.key("order-2"))).isFalse();
    }

    @Test
    void caughtStoreExceptionFailsTheOuterCommit() {
        assertFault(
                FaultCategory.INTERNAL,
                () -> inTransaction(() -> {
                    insert(KEY);
                    stores.records()
                            .insert(
                                    TestRecord.key("order-2"),
                                    TestRecord.of("{}").unique("taken").build());
                    assertFault(
                            FaultCategory.INVALID_REQUEST,
                            () -> stores.records()
                                    .update(
                                            KEY,
                                            1,
                                            TestRecord.of("{}").unique("taken").build()));
                }));

        assertThat(exists(KEY)).isFalse();
    }

    @Test
    void theThreadCanBeginAnewAfterARollback() {
        rolledBack(() -> insert(KEY));

        inTransaction(() -> insert(KEY));

        assertThat(exists(KEY)).isTrue();
    }

    @Test
    void isActiveOnlyInsideATransaction() {
        assertThat(active()).as("before").isFalse();
        inTransaction(() -> {
            assertThat(active()).as("inside").isTrue();
            inTransaction(() -> assertThat(active()).as("joined").isTrue());
            assertThat(active()).as("after the joined work").isTrue();
        });
        assertThat(active()).as("after the commit").isFalse();
        rolledBack(() -> assertThat(active()).isTrue());
        assertThat(active()).as("after the rollback").isFalse();
    }

    @Test
    void isNotActiveOutsideAfterAStoreMethod() {
        insert(KEY);

        assertThat(active()).isFalse();
    }

    @Test
    void isActiveOnTheCallingThreadOnly() {
        inTransaction(() -> assertThat(elsewhere(this::active)).isFalse());
    }

    @Test
    void methodsOutsideATransactionRunInOneOfTheirOwn() {
        EveryStore written = new EveryStore(stores);

        written.write();

        elsewhere(() -> {
            written.assertUnchanged();
            return true;
        });
    }

    @Test
    void neverShowsUncommittedWritesToOthers() {
        EveryStore written = new EveryStore(stores);

        boolean clean = readWhileUncommitted(written::write, () -> {
            written.assertNothingWritten();
            return true;
        });

        assertThat(clean).isTrue();
    }

    @Test
    void neverShowsUncommittedWritesToOtherTransactions() {
        EveryStore written = new EveryStore(stores);

        boolean clean = readWhileUncommitted(
                written::write,
                () -> inTransaction(() -> {
                    written.assertNothingWritten();
                    return true;
                }));

        assertThat(clean).isTrue();
    }

    @Test
    void neverShowsUncommittedChangesToOthers() {
        EveryStore written = new EveryStore(stores);
        written.write();

        boolean clean = readWhileUncommitted(written::change, () -> {
            written.assertUnchanged();
            return true;
        });

        assertThat(clean).isTrue();
    }

    @Test
    void ofTwoUpdatesFromTheSameVersionOnlyOneCommits() {
        insert(KEY);

        List<Boolean> outcomes = Concurrently.run(16, number -> updateFrom(1, number));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(version(KEY)).isEqualTo(2);
    }

    @Test
    void losesNoUpdateUnderConcurrency() {
        insert(KEY);

        Concurrently.run(8, number -> {
            for (int i = 0; i < 25; i++) {
                repeatUntilTrue(() -> inTransaction(() -> updateFrom(version(KEY), number)));
            }
            return true;
        });

        assertThat(version(KEY)).isEqualTo(1 + 8 * 25);
    }

    @Test
    void aRollbackTouchesNoOtherTransaction() {
        Concurrently.run(8, number -> {
            Runnable work = () -> insert(TestRecord.key("order-" + number));
            if (number % 2 == 0) {
                inTransaction(work);
            } else {
                rolledBack(work);
            }
            return true;
        });

        for (int number = 0; number < 8; number++) {
            assertThat(exists(TestRecord.key("order-" + number))).isEqualTo(number % 2 == 0);
        }
    }

    @Test
    void nowFollowsTheClock() {
        var before = stores.now();

        clock.advance(Duration.ofMinutes(5));

        assertThat(Duration.between(before, stores.now())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    private static void repeatUntilTrue(Supplier<Boolean> attempt) {
        boolean done = false;
        while (!done) {
            done = attempt.get();
        }
    }

    private boolean updateFrom(long version, int number) {
        return stores.records().update(KEY, version, TestRecord.content("{\"by\":" + number + "}"));
    }

    private boolean active() {
        return stores.transactor().active();
    }

    private void insert(RecordKey key) {
        assertThat(stores.records().insert(key, TestRecord.content("{}"))).isTrue();
    }

    private boolean exists(RecordKey key) {
        return stores.records().get(key).isPresent();
    }

    private long version(RecordKey key) {
        return stores.records().get(key).map(StoredRecord::version).orElseThrow();
    }
}
