package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.StaleVersionException;
import io.orderweave.store.JournalRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.JournalStore}. */
public abstract class JournalStoreTck extends StoreGroup {

    private static final String SUBJECT = "order/1";

    @Test
    void getReturnsTheEntryAsItWasAppended() {
        JournalRow row = new JournalRow(
                "entry-1",
                SUBJECT,
                1,
                Instant.parse("2026-03-01T10:00:00.123456Z"),
                "order.imported/1",
                Optional.of("entry-0"),
                true,
                bytes("{\"note\":\"příliš 😀\"}"));

        append(row);

        JournalRow read = stores.journal().get("entry-1").orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(row);
    }

    @Test
    void keepsAnyCharacter() {
        JournalRow row = new JournalRow(
                "entry\0", "order\0/1", 1, START, "\1test/1", Optional.of("\0\1\2"), true, bytes("\"\0\""));

        append(row);

        assertThat(stores.journal().get("entry\0").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(row);
        assertThat(stores.journal().lastSequence("order\0/1")).isEqualTo(1);
        assertThat(stores.journal().lastSequence("order")).isZero();
    }

    @Test
    void keepsAnEntryWithoutCauseThatIsADifference() {
        append(row(SUBJECT, 1, false));

        JournalRow read = stores.journal().get("order/1-1").orElseThrow();
        assertThat(read.cause()).isEmpty();
        assertThat(read.snapshot()).isFalse();
    }

    @Test
    void getReturnsEmptyForAnUnknownId() {
        append(row(SUBJECT, 1));

        assertThat(stores.journal().get("order/1-2")).isEmpty();
        assertThat(stores.journal().get("ORDER/1-1")).isEmpty();
    }

    @Test
    void keepsMomentsToTheMicrosecond() {
        Instant nanos = Instant.parse("2026-03-01T10:00:00.123456789Z");
        append(new JournalRow("e", SUBJECT, 1, nanos, "test/1", Optional.empty(), false, bytes("{}")));

        assertThat(stores.journal().get("e").map(JournalRow::at))
                .hasValue(Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    @Test
    void keepsMomentsBeforeTheEpoch() {
        Instant before = Instant.parse("1969-12-31T23:59:59.999999Z");
        append(new JournalRow("e", SUBJECT, 1, before, "test/1", Optional.empty(), false, bytes("{}")));

        assertThat(stores.journal().get("e").map(JournalRow::at)).hasValue(before);
    }

    @Test
    void keepsAMegabyte() {
        byte[] large = bytes("\"" + "ě".repeat(1 << 19) + "\"");
        append(new JournalRow("e", SUBJECT, 1, START, "test/1", Optional.empty(), false, large));

        assertThat(stores.journal().get("e").map(JournalRow::json)).hasValue(large);
    }

    @Test
    void appendsABatchOverSeveralSubjects() {
        append(row(SUBJECT, 1), row("order/2", 1), row(SUBJECT, 2));

        assertThat(sequences(SUBJECT, 1, 10)).containsExactly(1L, 2L);
        assertThat(sequences("order/2", 1, 10)).containsExactly(1L);
    }

    @Test
    void appendsAnEmptyBatch() {
        append();

        assertThat(stores.journal().lastSequence(SUBJECT)).isZero();
    }

    @Test
    void appendsAThousandEntriesAtOnce() {
        stores.journal()
                .append(LongStream.rangeClosed(1, 1_000)
                        .mapToObj(sequence -> row(SUBJECT, sequence))
                        .toList());

        assertThat(sequences(SUBJECT, 1, 2_000))
                .isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void aTakenSequenceIsStale() {
        append(row(SUBJECT, 1));

        assertStale(() -> append(otherRow(SUBJECT, 1)));
    }

    @Test
    void aTakenSequenceWritesNothingOfTheBatch() {
        append(row(SUBJECT, 1));

        assertStale(() -> append(row("order/2", 1), otherRow(SUBJECT, 1), row(SUBJECT, 2)));

        assertThat(stores.journal().get("order/2-1")).isEmpty();
        assertThat(stores.journal().lastSequence("order/2")).isZero();
        assertThat(stores.journal().lastSequence(SUBJECT)).isEqualTo(1);
        assertThat(stores.journal().get("order/1-1")).isPresent();
    }

    @Test
    void aSequenceTwiceInOneBatchIsStale() {
        assertStale(() -> append(row(SUBJECT, 1), otherRow(SUBJECT, 1)));

        assertThat(stores.journal().lastSequence(SUBJECT)).isZero();
    }

    @Test
    void anEntryAppendedTwiceIsStale() {
        append(row(SUBJECT, 1));

        assertStale(() -> append(row(SUBJECT, 1)));
    }

    @Test
    void aTakenIdIsRefusedAndWritesNothingOfTheBatch() {
        append(row(SUBJECT, 1));
        JournalRow sameId =
                new JournalRow("order/1-1", "order/2", 2, START, "test/1", Optional.empty(), false, bytes("{}"));

        assertFault(FaultCategory.INVALID_REQUEST, () -> append(row("order/2", 1), sameId));

        assertThat(stores.journal().lastSequence("order/2")).isZero();
        assertThat(stores.journal().get("order/1-1").map(JournalRow::subject)).hasValue(SUBJECT);
    }

    @Test
    void ofConcurrentAppendsOfASequenceExactlyOneSucceeds() {
        List<Boolean> outcomes = Concurrently.run(16, number -> {
            try {
                append(new JournalRow(
                        "entry-" + number, SUBJECT, 1, START, "test/1", Optional.empty(), false, bytes("{}")));
                return true;
            } catch (StaleVersionException e) {
                return false;
            }
        });

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(sequences(SUBJECT, 1, 10)).containsExactly(1L);
    }

    @Test
    void readReturnsEntriesInAscendingSequence() {
        append(row(SUBJECT, 3), row(SUBJECT, 1), row(SUBJECT, 2), row(SUBJECT, 10));

        assertThat(sequences(SUBJECT, 1, 10)).containsExactly(1L, 2L, 3L, 10L);
    }

    @Test
    void readStartsWithTheSequenceAskedFor() {
        append(row(SUBJECT, 1), row(SUBJECT, 2), row(SUBJECT, 3));

        assertThat(sequences(SUBJECT, 2, 10)).containsExactly(2L, 3L);
        assertThat(sequences(SUBJECT, 4, 10)).isEmpty();
    }

    @Test
    void readReturnsAtMostTheLimit() {
        append(row(SUBJECT, 1), row(SUBJECT, 2), row(SUBJECT, 3));

        assertThat(sequences(SUBJECT, 1, 2)).containsExactly(1L, 2L);
    }

    @Test
    void readReturnsOnlyTheSubject() {
        append(row(SUBJECT, 1), row("order/10", 1), row("Order/1", 1), row("order/1 ", 1));

        assertThat(stores.journal().read(SUBJECT, 1, 10))
                .extracting(JournalRow::id)
                .containsExactly("order/1-1");
    }

    @Test
    void lastSnapshotIsTheLastAtOrBelowTheSequence() {
        append(row(SUBJECT, 1, true), row(SUBJECT, 2, false), row(SUBJECT, 3, true), row(SUBJECT, 4, false));

        assertThat(lastSnapshot(1)).hasValue(1L);
        assertThat(lastSnapshot(2)).hasValue(1L);
        assertThat(lastSnapshot(3)).hasValue(3L);
        assertThat(lastSnapshot(Long.MAX_VALUE)).hasValue(3L);
    }

    @Test
    void lastSnapshotIsEmptyWhereThereIsNone() {
        append(row(SUBJECT, 1, false), row(SUBJECT, 2, true), row("order/2", 1, true));

        assertThat(lastSnapshot(1)).isEmpty();
        assertThat(stores.journal().lastSnapshot("order/3", 10)).isEmpty();
    }

    @Test
    void lastSequenceIsTheHighestOfTheSubject() {
        append(row(SUBJECT, 9), row(SUBJECT, 10), row("order/2", 30));

        assertThat(stores.journal().lastSequence(SUBJECT)).isEqualTo(10);
    }

    @Test
    void lastSequenceIsZeroWithoutEntries() {
        assertThat(stores.journal().lastSequence(SUBJECT)).isZero();
    }

    @Test
    void replaceChangesTheJsonAndNothingElse() {
        JournalRow row = new JournalRow(
                "entry-1", SUBJECT, 3, START, "test.happened/1", Optional.of("entry-0"), true, bytes("{\"name\":1}"));
        append(row, row(SUBJECT, 4), row("order/2", 3));

        assertThat(stores.journal().replace("entry-1", bytes("{\"name\":2}"))).isTrue();

        JournalRow expected = new JournalRow(
                row.id(), row.subject(), 3, row.at(), row.event(), row.cause(), true, bytes("{\"name\":2}"));
        assertThat(stores.journal().get("entry-1").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(stores.journal().lastSnapshot(SUBJECT, 3).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(stores.journal().read(SUBJECT, 1, 10))
                .extracting(it -> new String(it.json(), StandardCharsets.UTF_8))
                .containsExactly("{\"name\":2}", "{}");
        assertThat(stores.journal().get("order/2-3").map(JournalRow::json)).hasValue(bytes("{}"));
    }

    @Test
    void replaceRefusesAnUnknownId() {
        append(row(SUBJECT, 1));

        assertThat(stores.journal().replace("ORDER/1-1", bytes("{\"new\":1}"))).isFalse();

        assertThat(stores.journal().get("order/1-1").map(JournalRow::json)).hasValue(bytes("{}"));
        assertThat(stores.journal().get("ORDER/1-1")).isEmpty();
    }

    @Test
    void removeTakesTheWholeHistoryOfTheSubjectAndNoOther() {
        append(row(SUBJECT, 1, true), row(SUBJECT, 2), row("order/10", 1), row("Order/1", 1));

        stores.journal().remove(SUBJECT);
        stores.journal().remove("order/unknown");

        assertThat(stores.journal().read(SUBJECT, 1, 10)).isEmpty();
        assertThat(stores.journal().get("order/1-2")).isEmpty();
        assertThat(stores.journal().lastSequence(SUBJECT)).isZero();
        assertThat(lastSnapshot(10)).isEmpty();
        assertThat(sequences("order/10", 1, 10)).containsExactly(1L);
        assertThat(sequences("Order/1", 1, 10)).containsExactly(1L);
    }

    @Test
    void removedEntriesMayBeAppendedAgain() {
        append(row(SUBJECT, 1, true), row(SUBJECT, 2));
        stores.journal().remove(SUBJECT);

        append(row(SUBJECT, 1, true), row(SUBJECT, 2), row(SUBJECT, 3));

        assertThat(sequences(SUBJECT, 1, 10)).containsExactly(1L, 2L, 3L);
        assertThat(stores.journal().get("order/1-2")).isPresent();
        assertThat(lastSnapshot(3)).hasValue(1L);
    }

    private void append(JournalRow... rows) {
        stores.journal().append(List.of(rows));
    }

    private static void assertStale(ThrowingCallable call) {
        assertFault(FaultCategory.STALE_VERSION, call);
    }

    private Optional<Long> lastSnapshot(long sequence) {
        return stores.journal().lastSnapshot(SUBJECT, sequence).map(JournalRow::sequence);
    }

    private List<Long> sequences(String subject, long from, int limit) {
        return stores.journal().read(subject, from, limit).stream()
                .map(JournalRow::sequence)
                .toList();
    }

    private static JournalRow row(String subject, long sequence) {
        return row(subject, sequence, false);
    }

    private static JournalRow row(String subject, long sequence, boolean snapshot) {
        return new JournalRow(
                subject + "-" + sequence,
                subject,
                sequence,
                START,
                "test.happened/1",
                Optional.empty(),
                snapshot,
                bytes("{}"));
    }

    /** Another entry that claims the same place. */
    private static JournalRow otherRow(String subject, long sequence) {
        return new JournalRow(
                subject + "-" + sequence + "-other",
                subject,
                sequence,
                START,
                "test.happened/1",
                Optional.empty(),
                false,
                bytes("{}"));
    }
}
